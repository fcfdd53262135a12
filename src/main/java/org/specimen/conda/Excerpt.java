package org.specimen.conda;

/** Text from outside, made fit for a message: short, printable, in quotes. */
final class Excerpt {

    private static final int LENGTH = 120;

    private Excerpt() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder("\"");
        int end = Math.min(text.length(), LENGTH);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) ? '\uFFFD' : c);
        }
        return shown.append(end < text.length() ? "…\"" : "\"").toString();
    }
}
