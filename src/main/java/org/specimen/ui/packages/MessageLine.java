package org.specimen.ui.packages;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.Words;

/** The word below the field on what was typed or done last, with what can be done about it. */
final class MessageLine {

    private final HBox node = new HBox(8);

    MessageLine(PackagesViewModel model) {
        node.setId("message");
        node.setAlignment(Pos.TOP_LEFT);
        node.getStyleClass().add("message");
        model.told().message().addListener((property, old, now) -> show(now));
        show(model.told().message().get());
    }

    HBox node() {
        return node;
    }

    private void show(Optional<Message> message) {
        Presence.set(node, message.isPresent());
        message.ifPresent(this::show);
    }

    private void show(Message message) {
        Feather icon = switch (message.tone()) {
            case DONE -> Feather.CHECK;
            case NOTE -> Feather.INFO;
            case WRONG -> Feather.ALERT_CIRCLE;
        };
        Label sign = new Label(null, Icons.of(icon));
        sign.setMinWidth(Region.USE_PREF_SIZE);
        Label text = Words.styled(message.text());
        VBox words = new VBox(6, text);
        if (!message.fixes().isEmpty()) {
            FlowPane buttons = new FlowPane(8, 8);
            message.fixes().forEach(fix -> buttons.getChildren().add(button(fix)));
            words.getChildren().add(buttons);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        node.getStyleClass().removeAll("done", "note", "wrong");
        node.getStyleClass().add(message.tone().name().toLowerCase(Locale.ROOT));
        node.getChildren().setAll(sign, words);
    }

    static Button button(Fix fix) {
        Button button = new Button(fix.text());
        button.setMnemonicParsing(false);
        button.getStyleClass().add("compact");
        button.setOnAction(event -> fix.run().run());
        return button;
    }
}
