package org.specimen.ui.control;

import javafx.beans.binding.Bindings;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, as high as the text beside them. */
public final class Icons {

    private Icons() {}

    public static FontIcon of(Feather icon) {
        return of(icon, 1.143);
    }

    /**
     * An icon.
     *
     * @param ems the height in multiples of the text's size
     */
    public static FontIcon of(Feather icon, double ems) {
        FontIcon made = new FontIcon(icon);
        made.styleProperty()
                .bind(Bindings.createStringBinding(
                        () -> "-fx-icon-size: " + Math.round(Words.TEXT_SIZE.get() * ems) + "px;", Words.TEXT_SIZE));
        return made;
    }
}
