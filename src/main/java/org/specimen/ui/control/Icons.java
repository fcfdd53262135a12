package org.specimen.ui.control;

import org.kordamp.ikonli.feather.Feather;

/** Icons, as high as the text beside them. */
public final class Icons {

    private Icons() {}

    public static Icon of(Feather icon) {
        return of(icon, 1.143);
    }

    /**
     * An icon.
     *
     * @param ems the height in multiples of the text's size
     */
    public static Icon of(Feather icon, double ems) {
        return new Icon(icon, Words.TEXT_SIZE.multiply(ems));
    }
}
