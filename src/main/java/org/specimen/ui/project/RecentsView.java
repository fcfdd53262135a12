package org.specimen.ui.project;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.ScreenText;
import org.specimen.ui.text.Texts;

/** The projects that were opened before. */
final class RecentsView {

    private static final Texts TEXTS = Texts.of(RecentsView.class);
    private static final int SHOWN = 6;

    /** In multiples of the text's size. */
    private static final double LONGEST_NAME = 26;

    private final ProjectViewModel model;
    private final VBox node = new VBox(4);

    RecentsView(ProjectViewModel model) {
        this.model = model;
        node.getStyleClass().add("project-section");
        model.recents().addListener((property, old, now) -> show(now));
        show(model.recents().get());
    }

    Node node() {
        return node;
    }

    private void show(List<ProjectViewModel.Earlier> projects) {
        node.getChildren().clear();
        Presence.set(node, !projects.isEmpty());
        if (!projects.isEmpty()) {
            node.getChildren().add(Words.section(TEXTS.get("recent.title")));
            projects.stream().limit(SHOWN).forEach(project -> node.getChildren().add(row(project)));
        }
    }

    private Node row(ProjectViewModel.Earlier project) {
        String name = ScreenText.of(String.valueOf(project.folder().getFileName()));
        String where = ScreenText.of(project.folder().toString());
        Label place = new Label(where);
        place.getStyleClass().add("muted");
        place.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        place.setTooltip(Words.tooltip(where));
        place.setMinWidth(0);
        place.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(place, Priority.ALWAYS);
        Button forget = new Button(null, Icons.of(Feather.X));
        forget.getStyleClass().addAll("flat", "button-icon");
        forget.setAccessibleText(TEXTS.get("recent.forget", name));
        forget.setTooltip(Words.tooltip(forget.getAccessibleText()));
        forget.setMinWidth(Region.USE_PREF_SIZE);
        forget.setOnAction(event -> model.forget(project));
        HBox row = new HBox(8, name(project, name), place);
        if (!project.isThere()) {
            row.getChildren().add(Words.badge(TEXTS.get("recent.missing")));
        }
        row.getChildren().add(forget);
        row.getStyleClass().add("recent");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** The name opens the project, as long as its folder is there. */
    private Labeled name(ProjectViewModel.Earlier project, String name) {
        Labeled shown = project.isThere() ? link(project, name) : new Label(name);
        shown.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        shown.setTooltip(Words.tooltip(name));
        shown.setMinWidth(0);
        shown.maxWidthProperty().bind(Words.TEXT_SIZE.multiply(LONGEST_NAME));
        return shown;
    }

    private Hyperlink link(ProjectViewModel.Earlier project, String name) {
        Hyperlink link = new Hyperlink(name);
        link.setOnAction(event -> model.open(project.folder()));
        link.setAccessibleText(TEXTS.get("recent.open", name, project.folder()));
        return link;
    }
}
