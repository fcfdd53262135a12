package org.specimen.ui.trial;

import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Icons;
import org.specimen.ui.text.Texts;

/** Gives an environment that somebody else made up for the new one: the answer to whether it may be replaced. */
final class ReplaceButton {

    private static final Texts TEXTS = Texts.of(ReplaceButton.class);

    private ReplaceButton() {}

    static Button of(Runnable replaces) {
        Button button = new Button(TEXTS.get("replace"), Icons.of(Feather.REPEAT));
        button.setId("replace-existing");
        button.setOnAction(event -> replaces.run());
        return button;
    }
}
