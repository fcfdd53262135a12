package org.specimen.ui.project;

import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.app.Samples.Sample;
import org.specimen.ui.control.Columns;
import org.specimen.ui.control.ErrorPanel;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Words;
import org.specimen.ui.session.Desktop;
import org.specimen.ui.text.Texts;

/** The samples, a tile each. */
final class SamplesView {

    private static final Texts TEXTS = Texts.of(SamplesView.class);
    private static final double TILE = 21;
    private static final Map<String, Feather> ICONS = Map.of(
            "data-analysis", Feather.BAR_CHART_2,
            "map-analysis", Feather.MAP,
            "gpu-deep-learning", Feather.CPU,
            "text-analysis", Feather.FILE_TEXT);

    private final ProjectViewModel model;
    private final Desktop desktop;
    private final VBox failure = new VBox();
    private final VBox node = new VBox(8);

    SamplesView(ProjectViewModel model, Desktop desktop) {
        this.model = model;
        this.desktop = desktop;
        Columns tiles = new Columns(TILE, 2);
        model.samples().forEach(sample -> tiles.getChildren().add(tile(sample)));
        node.getChildren()
                .addAll(
                        Words.section(TEXTS.get("samples.title")),
                        Words.muted(TEXTS.get("samples.text", model.samplesFolder())),
                        failure,
                        tiles);
        node.getStyleClass().add("project-section");
        model.sampleFailure().addListener((property, old, now) -> showFailure());
    }

    Node node() {
        return node;
    }

    private Button tile(Sample sample) {
        VBox text = new VBox(4, Words.strong(sample.title()), Words.muted(sample.line()));
        text.setFillWidth(true);
        Button tile = new Button();
        tile.setId("sample-" + sample.name());
        tile.getStyleClass().setAll("card", "tile");
        tile.setGraphic(new IconAndText(ICONS.getOrDefault(sample.name(), Feather.BOX), text));
        tile.setAccessibleText(sample.title() + ". " + sample.line());
        tile.setOnAction(event -> model.openSample(sample));
        return tile;
    }

    private void showFailure() {
        failure.getChildren().clear();
        model.sampleFailure()
                .get()
                .ifPresent(why ->
                        failure.getChildren().add(new ErrorPanel(TEXTS.get("samples.failed"), why, desktop::copy)));
    }

    private static final class IconAndText extends HBox {
        IconAndText(Feather icon, VBox text) {
            super(16, new Label(null, Icons.of(icon, 1.6)), text);
            setHgrow(text, Priority.ALWAYS);
            setAlignment(Pos.TOP_LEFT);
        }
    }
}
