package org.specimen.app.store;

/** The colours of the window. */
public enum Theme {
    /** Those of the desktop, where they can be told. */
    SYSTEM,
    LIGHT,
    DARK
}
