package org.specimen.ui.advice;

import static org.specimen.ui.advice.AdviceWords.TEXTS;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.specimen.ui.advice.AdvicePage.LayerReasons;
import org.specimen.ui.advice.AdvicePage.Reason;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.Words;

/** A row for each layer that must be controlled: the layer, and why. */
final class ReasonsView extends VBox {

    private final Runnable change;
    private final VBox rows = new VBox();

    ReasonsView(Runnable change) {
        this.change = change;
        setId("reasons");
        setSpacing(8);
        rows.getStyleClass().add("reasons");
        getChildren().addAll(Words.section(TEXTS.get("reasons")), Words.prose(TEXTS.get("reasons.explain")), rows);
    }

    void show(List<LayerReasons> layers) {
        rows.getChildren().setAll(layers.stream().map(this::row).toList());
    }

    private GridPane row(LayerReasons layer) {
        VBox name = new VBox(Words.strong(layer.name()), Words.muted(layer.about()));
        VBox reasons = new VBox();
        reasons.getStyleClass().add("layer-reasons");
        layer.reasons().forEach(reason -> reasons.getChildren().add(reason(layer, reason)));
        GridPane row = new GridPane();
        row.getStyleClass().add("reason-row");
        row.setHgap(24);
        row.setVgap(8);
        Adaptive.columns(
                row,
                19,
                count -> {
                    row.getChildren().clear();
                    row.getColumnConstraints().clear();
                    if (count == 2) {
                        Adaptive.divide(row, 2);
                        row.getColumnConstraints().get(0).setPercentWidth(30);
                        row.getColumnConstraints().get(1).setPercentWidth(70);
                        row.addRow(0, name, reasons);
                    } else {
                        Adaptive.divide(row, 1);
                        row.addColumn(0, name, reasons);
                    }
                },
                2,
                1);
        return row;
    }

    private Region reason(LayerReasons layer, Reason reason) {
        Label tag = Words.styled(reason.tag(), "tag", reason.said() ? "said" : "shown");
        FlowPane below = new FlowPane(16, 4, tag);
        below.setMinWidth(0);
        below.setAlignment(Pos.CENTER_LEFT);
        tag.maxWidthProperty().bind(below.widthProperty());
        reason.question().ifPresent(question -> {
            Hyperlink link = new Hyperlink(TEXTS.get("change"));
            link.setId("change-" + layer.layer().key() + "-" + reason.rule());
            link.setAccessibleText(TEXTS.get("change.spoken", question.text()));
            link.setOnAction(event -> change.run());
            below.getChildren().add(link);
        });
        if (!reason.section().isEmpty()) {
            Label section = Words.styled(TEXTS.get("reasons.section", reason.section()), "muted", "reference");
            section.maxWidthProperty().bind(below.widthProperty());
            below.getChildren().add(section);
        }
        VBox whole = new VBox(4, Words.prose(reason.because()), below);
        return Page.prose(whole);
    }
}
