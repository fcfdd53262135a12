package org.specimen.ui.control;

/** The letters that press a button together with Alt, marked by an underscore before them; macOS has none. */
public final class MenuLetters {

    private static final boolean ARE_USUAL = !System.getProperty("os.name", "").startsWith("Mac");

    private MenuLetters() {}

    /** The text of a control, with its letter marked where the system has such letters. */
    public static String in(String text) {
        return ARE_USUAL ? text : text.replace("_", "");
    }
}
