package org.specimen.plan;

/** Text that is written into comments, labels and commands, where a line break or a control character would break out. */
final class OneLine {

    private OneLine() {}

    /**
     * Lets a text of one line pass.
     *
     * @throws IllegalArgumentException if {@code text} has a line break or another control character
     */
    static void check(String what, String text) {
        text.codePoints().filter(OneLine::breaksLines).findFirst().ifPresent(codePoint -> {
            throw new IllegalArgumentException(
                    what + " has a line break or a control character in it: U+%04X".formatted(codePoint));
        });
    }

    /** The text with every line break and control character made a space. */
    static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> line.appendCodePoint(breaksLines(codePoint) ? ' ' : codePoint));
        return line.toString().strip();
    }

    private static boolean breaksLines(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
