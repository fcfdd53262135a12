package org.specimen.python;

/** A place in a text that is read from left to right, for the grammar of PEP 508. */
final class DependencyText {

    private final String text;
    private int position;

    DependencyText(String text) {
        this.text = text;
    }

    int position() {
        return position;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    String text() {
        return text;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    /** White space of PEP 508 is the space and the tab. */
    boolean skipSpace() {
        int start = position;
        while (!atEnd() && isSpace(text.charAt(position))) {
            position++;
        }
        return position > start;
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }

    boolean at(char c) {
        return !atEnd() && text.charAt(position) == c;
    }

    /** Moves past the character if it is next. */
    boolean skip(char c) {
        boolean here = at(c);
        position += here ? 1 : 0;
        return here;
    }

    /** Moves past the symbol if it is next. */
    boolean skip(String symbol) {
        boolean here = text.startsWith(symbol, position);
        position += here ? symbol.length() : 0;
        return here;
    }

    /** Moves past the word if it is next and no letter, digit or underscore touches it. */
    boolean skipWord(String word) {
        int end = position + word.length();
        boolean here = text.startsWith(word, position)
                && (position == 0 || !isWord(text.charAt(position - 1)))
                && (end == text.length() || !isWord(text.charAt(end)));
        position = here ? end : position;
        return here;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || Character.isSurrogate(c);
    }

    IllegalArgumentException expected(String what) {
        return expected(what, position);
    }

    /** The error to throw; columns count from one. */
    IllegalArgumentException expected(String what, int at) {
        return error("expected " + what, at);
    }

    IllegalArgumentException error(String message, int at) {
        return new IllegalArgumentException(message + " at column " + (at + 1) + " of " + PythonText.quote(text));
    }
}
