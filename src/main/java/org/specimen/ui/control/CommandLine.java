package org.specimen.ui.control;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.specimen.ui.text.Texts;

/** Something to type in a terminal, with a button that copies it. */
public final class CommandLine extends HBox {

    private static final Texts TEXTS = Texts.of(CommandLine.class);

    /**
     * A line.
     *
     * @param copy puts text on the clipboard
     */
    public CommandLine(String command, Consumer<String> copy) {
        getStyleClass().add("command");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(8);
        Label text = Words.mono(command);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren()
                .addAll(
                        text,
                        CopyButton.small(
                                TEXTS.get("copy"), TEXTS.get("copy-command", command), () -> copy.accept(command)));
    }
}
