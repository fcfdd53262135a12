package org.specimen.ui.situation;

import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Icon;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Words;
import org.specimen.ui.situation.Standing.Source;
import org.specimen.ui.text.Texts;

/** A choice as a card, with a mark on its upper edge while it is Specimen's suggestion. */
final class ChoiceCard extends StackPane {

    private static final Texts TEXTS = Texts.of(ChoiceCard.class);
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double MARK_INSET = 12;

    private final Choice choice;
    private final boolean several;
    private final ToggleButton button = new ToggleButton();
    private final HBox content = new HBox(8);
    private final Icon sign;
    private final Label explanation;
    private final Label markText = new Label();
    private final HBox mark = new HBox(markText);

    ChoiceCard(String id, Choice choice, boolean several, Runnable clear) {
        this.choice = choice;
        this.several = several;
        sign = Icons.of(several ? Feather.SQUARE : Feather.CIRCLE);
        VBox words = new VBox(2, Words.styled(choice.label(), "choice-label"));
        explanation = Words.muted(choice.line());
        explanation.setVisible(!choice.line().isEmpty());
        explanation.managedProperty().bind(explanation.visibleProperty());
        words.getChildren().add(explanation);
        HBox.setHgrow(words, Priority.ALWAYS);
        StackPane beside = new StackPane(sign);
        beside.getStyleClass().add("sign");
        beside.setMinWidth(USE_PREF_SIZE);
        beside.setAlignment(Pos.TOP_CENTER);
        content.getChildren().addAll(beside, words);
        content.getStyleClass().add("content");
        content.setMouseTransparent(true);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setId("answer-" + id);
        button.getStyleClass().setAll("choice");
        button.setAccessibleRole(several ? AccessibleRole.CHECK_BOX : AccessibleRole.RADIO_BUTTON);
        button.selectedProperty().addListener((property, old, now) -> {
            sign.show(icon(now));
            pseudoClassStateChanged(CHOSEN, now);
        });
        getStyleClass().add("choice-card");
        makeMark(id, clear);
        getChildren().addAll(button, content, mark);
        mark(Source.PENDING);
    }

    private void makeMark(String id, Runnable clear) {
        Button cross = new Button(null, Icons.of(Feather.X, 1));
        cross.setFocusTraversable(false);
        cross.setAccessibleText(TEXTS.get("clear.accessible", choice.label()));
        cross.setTooltip(Words.tooltip(TEXTS.get("clear")));
        cross.setOnAction(event -> clear.run());
        cross.setId("clear-" + id);
        mark.getStyleClass().add("mark");
        mark.getChildren().add(cross);
        mark.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        mark.translateYProperty().bind(mark.heightProperty().multiply(-0.5));
        StackPane.setAlignment(mark, Pos.TOP_RIGHT);
        StackPane.setMargin(mark, new Insets(0, MARK_INSET, 0, 0));
    }

    Choice choice() {
        return choice;
    }

    ToggleButton button() {
        return button;
    }

    /** A card as small as its one line. */
    ChoiceCard small() {
        explanation.setVisible(false);
        getStyleClass().add("small");
        button.getStyleClass().add("small");
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
        return this;
    }

    /** Shows how the choice stands, and changes nothing that is as it should be. */
    void show(boolean isSelected, Source source) {
        button.setSelected(isSelected);
        mark(isSelected ? source : Source.PENDING);
    }

    private void mark(Source source) {
        boolean assumed = source == Source.ASSUMED;
        boolean marked = assumed || source == Source.FOUND || source == Source.DETECTED;
        mark.setVisible(marked);
        mark.getStyleClass().remove("assumed");
        button.getStyleClass().remove("preselected");
        if (marked) {
            button.getStyleClass().add("preselected");
            markText.setText(TEXTS.get(assumed ? "assumed" : "suggested"));
        }
        if (assumed) {
            mark.getStyleClass().add("assumed");
        }
        String name = choice.line().isEmpty() ? choice.label() : choice.label() + ". " + choice.line();
        button.setAccessibleText(
                marked ? TEXTS.get(assumed ? "choice.assumed.accessible" : "choice.suggested.accessible", name) : name);
    }

    private Feather icon(boolean isSelected) {
        if (several) {
            return isSelected ? Feather.CHECK_SQUARE : Feather.SQUARE;
        }
        return isSelected ? Feather.CHECK_CIRCLE : Feather.CIRCLE;
    }
}
