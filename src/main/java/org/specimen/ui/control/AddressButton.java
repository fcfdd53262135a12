package org.specimen.ui.control;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.text.Texts;

/** Opens a page of the web in the browser. */
public final class AddressButton extends Button {

    private static final Texts TEXTS = Texts.of(AddressButton.class);

    /**
     * A button.
     *
     * @param address without {@code https://}
     * @param browse opens an address
     */
    public AddressButton(String address, Consumer<String> browse) {
        super(TEXTS.get("open-address", address), Icons.of(Feather.EXTERNAL_LINK));
        setWrapText(true);
        setOnAction(event -> browse.accept("https://" + address));
    }
}
