package org.specimen.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A word about the page as a whole, with a sign and, where there is something to do, buttons. */
public final class Banner extends HBox {

    /** How a banner speaks: by colour, and by its sign. */
    public enum Tone {
        QUIET("quiet", Feather.INFO),
        GOOD("good", Feather.CHECK_CIRCLE),
        CAUTION("caution", Feather.ALERT_TRIANGLE),
        BAD("bad", Feather.ALERT_OCTAGON);

        private final String style;
        private final Feather icon;

        Tone(String style, Feather icon) {
            this.style = style;
            this.icon = icon;
        }
    }

    public Banner(Tone tone, String headline, String text, Node... actions) {
        this(tone, headline, text, List.of(), actions);
    }

    /** @param between what stands below the text and comes before the buttons, as what to type does */
    public Banner(Tone tone, String headline, String text, List<? extends Node> between, Node... actions) {
        getStyleClass().addAll("banner", tone.style);
        setAlignment(Pos.TOP_LEFT);
        VBox words = new VBox();
        words.getStyleClass().add("banner-words");
        if (!headline.isEmpty()) {
            words.getChildren().add(Words.strong(headline));
        }
        if (!text.isEmpty()) {
            words.getChildren().add(Words.styled(text));
        }
        between.forEach(words.getChildren()::add);
        if (actions.length > 0) {
            FlowPane buttons = new FlowPane(8, 8, actions);
            buttons.getStyleClass().add("banner-actions");
            words.getChildren().add(buttons);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        Label sign = new Label(null, Icons.of(tone.icon));
        sign.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(List.of(sign, words));
    }
}
