package org.specimen.ui.options;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.Texts;

/** One option: what it is for, the way to choose, the files it changes, and the way back. */
final class OptionCard extends VBox {

    static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

    private static final Texts TEXTS = Texts.of(OptionCard.class);

    /**
     * A card.
     *
     * @param control a switch stands beside the title, anything else below
     */
    OptionCard(Option<?> option, Node control, Node... below) {
        super(8);
        String key = option.kind().key();
        getStyleClass().addAll("card", "option-card");
        setFillWidth(true);
        Label title = Words.strong(TEXTS.get(key));
        title.setLabelFor(control);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        HBox head = new HBox(8, title);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("option-head");
        getChildren().addAll(head, Words.muted(TEXTS.get(key + ".text")));
        if (control instanceof Switch) {
            head.getChildren().add(control);
        } else {
            getChildren().add(control);
        }
        getChildren().addAll(below);
        Label files = Words.styled("", "option-files");
        files.textProperty().bind(option.files());
        Hyperlink back = new Hyperlink();
        back.setId(key + "-back");
        back.setWrapText(true);
        back.textProperty().bind(option.wayBack());
        back.visibleProperty().bind(option.changed());
        back.managedProperty().bind(option.changed());
        back.setOnAction(event -> {
            option.putBack();
            control.requestFocus();
        });
        getChildren().addAll(files, back);
    }
}
