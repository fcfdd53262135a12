package org.specimen.ui.control;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.text.Texts;

/** A button that copies something and says for a moment that it did. */
public final class CopyButton extends Button {

    private static final Texts TEXTS = Texts.of(CopyButton.class);
    private static final Duration MOMENT = Duration.seconds(2);

    private final @Nullable String label;
    private final PauseTransition moment = new PauseTransition(MOMENT);

    private CopyButton(@Nullable String label, Runnable copy) {
        this.label = label;
        getStyleClass().add("flat");
        setMinWidth(USE_PREF_SIZE);
        moment.setOnFinished(event -> rest());
        setOnAction(event -> {
            copy.run();
            setGraphic(Icons.of(Feather.CHECK));
            if (this.label != null) {
                setText(TEXTS.get("copied"));
            }
            moment.playFromStart();
        });
        rest();
    }

    /** A button that says what it copies. */
    public static CopyButton labelled(String label, Runnable copy) {
        return new CopyButton(label, copy);
    }

    /**
     * A button without a text.
     *
     * @param hint what it says when one points at it
     * @param said what a screen reader says
     */
    public static CopyButton small(String hint, String said, Runnable copy) {
        CopyButton button = new CopyButton(null, copy);
        button.getStyleClass().add("button-icon");
        button.setTooltip(Words.tooltip(hint));
        button.setAccessibleText(said);
        return button;
    }

    /** Offers to copy, as before the first time. */
    public void rest() {
        moment.stop();
        setText(label);
        setGraphic(Icons.of(Feather.COPY));
    }
}
