package org.specimen.ui.project;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.ScreenText;
import org.specimen.ui.text.Texts;

/** The projects that were opened before. */
final class RecentsView {

    private static final Texts TEXTS = Texts.of(RecentsView.class);
    private static final int SHOWN = 6;

    private final ProjectViewModel model;
    private final VBox node = new VBox(4);

    RecentsView(ProjectViewModel model) {
        this.model = model;
        model.recents().addListener((property, old, now) -> show(now));
        show(model.recents().get());
    }

    Node node() {
        return node;
    }

    private void show(List<ProjectViewModel.Earlier> projects) {
        node.getChildren().clear();
        node.setManaged(!projects.isEmpty());
        node.setVisible(!projects.isEmpty());
        if (!projects.isEmpty()) {
            node.getChildren().add(Words.section(TEXTS.get("recent.title")));
            projects.stream().limit(SHOWN).forEach(project -> node.getChildren().add(row(project)));
        }
    }

    private Node row(ProjectViewModel.Earlier project) {
        String name = ScreenText.of(String.valueOf(project.folder().getFileName()));
        String where = ScreenText.of(project.folder().toString());
        Hyperlink link = new Hyperlink(name);
        link.setOnAction(event -> model.open(project.folder()));
        link.setDisable(!project.isThere());
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setAccessibleText(project.folder().toString());
        Label place = new Label(project.isThere() ? where : where + ": " + TEXTS.get("recent.missing"));
        place.getStyleClass().add("muted");
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        place.setTooltip(new Tooltip(where));
        Button forget = new Button(null, Icons.of(Feather.X));
        forget.getStyleClass().addAll("flat", "button-icon");
        forget.setAccessibleText(TEXTS.get("recent.forget", name));
        forget.setTooltip(new Tooltip(forget.getAccessibleText()));
        forget.setMinWidth(Region.USE_PREF_SIZE);
        forget.setOnAction(event -> model.forget(project));
        HBox row = new HBox(8, link, place, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
