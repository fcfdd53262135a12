package org.specimen.format;

/** The characters of Python source: lines, and what names are made of. */
final class SourceCharacters {

    private final String source;
    /** The same: a check of each index by a string costs more than all the rest. */
    private final char[] characters;

    SourceCharacters(String source) {
        this.source = source;
        this.characters = source.toCharArray();
    }

    int length() {
        return characters.length;
    }

    /** The character there, or NUL behind the end. */
    char at(int index) {
        return index < characters.length ? characters[index] : '\0';
    }

    boolean startsWith(String text, int at) {
        return source.startsWith(text, at);
    }

    String substring(int begin, int end) {
        return source.substring(begin, end);
    }

    /** How many places the character there takes. */
    int width(int index) {
        return characters[index] < 128 ? 1 : Character.charCount(codePoint(index));
    }

    static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** Where the next line begins, from a line break. */
    int afterLineBreak(int at) {
        return at(at) == '\r' && at(at + 1) == '\n' ? at + 2 : at + 1;
    }

    int endOfLine(int from) {
        int end = from;
        while (end < characters.length && !isLineBreak(characters[end])) {
            end++;
        }
        return end;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    boolean isNameStart(int index) {
        char c = characters[index];
        return c < 128
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
                : Character.isUnicodeIdentifierStart(codePoint(index));
    }

    boolean isNamePart(int index) {
        char c = characters[index];
        return c < 128
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c)
                : Character.isUnicodeIdentifierPart(codePoint(index));
    }

    /** The letters, digits and underscores from there on. */
    String word(int begin) {
        int end = begin;
        while (end < characters.length && isNamePart(end)) {
            end++;
        }
        return source.substring(Math.min(begin, characters.length), end);
    }

    private int codePoint(int index) {
        return Character.codePointAt(characters, index);
    }
}
