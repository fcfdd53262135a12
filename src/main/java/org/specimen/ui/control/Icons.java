package org.specimen.ui.control;

import javafx.beans.binding.DoubleBinding;
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
        String family = made.getStyle();
        DoubleBinding size = Words.TEXT_SIZE.multiply(ems);
        Runnable resize = () -> made.setStyle(family + ";-fx-icon-size: " + size.intValue() + "px;");
        size.addListener((property, old, now) -> resize.run());
        resize.run();
        // The binding lives as long as its icon, and no longer.
        made.getProperties().put(Icons.class, size);
        return made;
    }
}
