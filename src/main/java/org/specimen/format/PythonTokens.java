package org.specimen.format;

import java.util.Arrays;
import java.util.Optional;

/**
 * The tokens of Python source, of any version from 2.7 on, in the order of the text (Python language reference, "Lexical
 * analysis"). Comments and blank lines are left out. Source that is not valid gives tokens too: reading goes on behind
 * the fault.
 *
 * <p>Tokens are reached by index. An index outside of the table is a token that is nothing in particular, so that looking
 * ahead needs no checks.
 */
public final class PythonTokens {

    /** What a token is. */
    public enum Kind {
        /** An identifier or a keyword. */
        NAME,
        NUMBER,
        /** A whole string or bytes literal that is no f-string, with prefix and quotes. */
        STRING,
        /** Prefix and opening quotes of an f-string or t-string (PEP 701, PEP 750). */
        FSTRING_START,
        /** Text inside an f-string; what stands in its braces are tokens of their own. */
        FSTRING_MIDDLE,
        FSTRING_END,
        OPERATOR,
        /** In notebooks: a line or a cell for IPython or the shell, from its {@code %} or {@code !} to its end. */
        MAGIC,
        /** The end of a logical line. */
        NEWLINE,
        /** What fits nowhere: a stray character, a string without an end. */
        ERROR
    }

    private final String source;
    private Kind[] kinds;
    private int[] starts;
    private int[] ends;
    private int[] lines;
    private int[] columns;
    /** Those that were asked for: several readers ask for the same ones. */
    private String[] texts = {};

    private int size;

    PythonTokens(String source) {
        this.source = source;
        int guess = 16 + source.length() / 5;
        kinds = new Kind[guess];
        starts = new int[guess];
        ends = new int[guess];
        lines = new int[guess];
        columns = new int[guess];
    }

    /** The tokens of a file. */
    public static PythonTokens of(String source) {
        return new PythonTokenizer(source, false, 1).read();
    }

    /** The tokens of a notebook cell, in which IPython's {@code %magic} and {@code !shell} may stand. */
    public static PythonTokens ofCell(String source) {
        return ofCell(source, 1);
    }

    /** The same of a cell in a document whose first line is this one of the document. */
    public static PythonTokens ofCell(String source, int firstLine) {
        return new PythonTokenizer(source, true, firstLine).read();
    }

    void add(Kind kind, int start, int end, int line, int column) {
        if (size == kinds.length) {
            int larger = size * 2;
            kinds = Arrays.copyOf(kinds, larger);
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            lines = Arrays.copyOf(lines, larger);
            columns = Arrays.copyOf(columns, larger);
        }
        kinds[size] = kind;
        starts[size] = start;
        ends[size] = end;
        lines[size] = line;
        columns[size] = column;
        size++;
    }

    public int size() {
        return size;
    }

    public Kind kind(int index) {
        return inside(index) ? kinds[index] : Kind.NEWLINE;
    }

    /** The line that the token begins on, counted from 1. */
    public int line(int index) {
        return inside(index) ? lines[index] : 0;
    }

    /** How far the logical line that begins with this token is indented; -1 if none begins with it. */
    public int indentation(int index) {
        return inside(index) ? columns[index] : -1;
    }

    /** Where the token begins in the source. */
    public int start(int index) {
        return inside(index) ? starts[index] : source.length();
    }

    public String text(int index) {
        if (!inside(index)) {
            return "";
        }
        if (texts.length <= index) {
            texts = Arrays.copyOf(texts, kinds.length);
        }
        String text = texts[index];
        if (text == null) {
            text = source.substring(starts[index], ends[index]);
            texts[index] = text;
        }
        return text;
    }

    /** The character of an operator that is one; of any other token the null character. */
    public char symbol(int index) {
        return isKind(index, Kind.OPERATOR) && ends[index] - starts[index] == 1 ? source.charAt(starts[index]) : '\0';
    }

    /** Whether the token is this name or operator. */
    public boolean is(int index, String text) {
        return inside(index)
                && ends[index] - starts[index] == text.length()
                && source.charAt(starts[index]) == text.charAt(0)
                && (isKind(index, Kind.NAME) || isKind(index, Kind.OPERATOR))
                && source.startsWith(text, starts[index]);
    }

    public boolean isName(int index) {
        return isKind(index, Kind.NAME);
    }

    private boolean isKind(int index, Kind kind) {
        return inside(index) && kinds[index] == kind;
    }

    /** The value of a string literal that is neither bytes nor an f-string. */
    public Optional<String> string(int index) {
        return isKind(index, Kind.STRING) ? StringLiteral.value(text(index)) : Optional.empty();
    }

    private boolean inside(int index) {
        return index >= 0 && index < size;
    }
}
