package org.specimen.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.specimen.format.PythonTokens.Kind;

/**
 * Cuts Python source into tokens, in one pass and without recursion: brackets and f-strings that are open lie on a stack
 * of its own.
 */
final class PythonTokenizer {

    /**
     * Keywords that no expression can hold. Where one begins a line inside of open brackets, a bracket was never closed:
     * what follows is read as code again.
     */
    private static final Set<String> STATEMENT_KEYWORDS =
            Set.of("import", "def", "class", "return", "try", "while", "raise", "with", "del", "assert", "pass");

    /** The longest first. */
    private static final String[] OPERATORS = {
        "**=", "//=", ">>=", "<<=", "!=", "->", ":=", "==", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=",
        "@=", "**", "//", "<<", ">>", "<>"
    };

    private static final int TAB = 8;

    /** How many brackets a closing one may find unclosed inside of its own; with more it stands for nothing. */
    private static final int MAX_UNCLOSED = 100;

    /** What is open: a bracket, the text of an f-string, or the format behind a colon in its braces. */
    private record Open(char what, char quote, int quotes, boolean raw) {

        static final char TEXT = 'f';
        static final char FORMAT = ':';
        /** A brace inside of an f-string. */
        static final char FIELD = '$';

        boolean isText() {
            return what == TEXT || what == FORMAT;
        }
    }

    private final String source;
    /** The same: a check of each index by a string costs more than all the rest. */
    private final char[] characters;

    private final boolean cell;
    private final PythonTokens tokens;
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;
    private int line;
    /** The indentation of the logical line whose first token is to come, else -1. */
    private int indentation = -1;

    PythonTokenizer(String source, boolean cell, int firstLine) {
        this.source = source;
        this.characters = source.toCharArray();
        this.cell = cell;
        this.line = firstLine;
        this.tokens = new PythonTokens(source);
    }

    PythonTokens read() {
        beginLine();
        while (at < characters.length) {
            Open innermost = open.peek();
            if (innermost != null && innermost.isText()) {
                readText(innermost);
            } else {
                readCode(innermost);
            }
        }
        endLine();
        return tokens;
    }

    /** At the begin of a physical line that begins a logical line. */
    private void beginLine() {
        indentation = 0;
        for (; at < characters.length; at++) {
            char c = characters[at];
            if (c == ' ') {
                indentation++;
            } else if (c == '\t') {
                indentation = (indentation / TAB + 1) * TAB;
            } else if (c == '\f') {
                indentation = 0;
            } else {
                break;
            }
        }
        if (cell && at < characters.length) {
            readMagicLine();
        }
    }

    private void endLine() {
        if (tokens.size() > 0 && tokens.kind(tokens.size() - 1) != Kind.NEWLINE) {
            tokens.add(Kind.NEWLINE, at, at, line, -1);
        }
    }

    private void add(Kind kind, int start, int startLine) {
        tokens.add(kind, start, at, startLine, indentation);
        indentation = -1;
    }

    private void readCode(@Nullable Open innermost) {
        char c = characters[at];
        switch (c) {
            case ' ', '\t', '\f' -> at++;
            case '\n', '\r' -> {
                if (innermost == null) {
                    endLine();
                    skipLineBreak();
                    beginLine();
                } else {
                    skipLineBreak();
                    recoverFromUnclosed();
                }
            }
            case '#' -> at = endOfLine(at);
            case '\\' -> {
                at++;
                if (at < characters.length && isLineBreak(characters[at])) {
                    skipLineBreak();
                } else {
                    add(Kind.ERROR, at - 1, line);
                }
            }
            case '"', '\'' -> readString(at, at);
            default -> {
                if (isNameStart(at)) {
                    readName();
                } else if (isDigit(c) || (c == '.' && isDigit(charAt(at + 1)))) {
                    readNumber();
                } else {
                    readOperator(c, innermost);
                }
            }
        }
    }

    /** At the begin of a physical line inside of brackets. */
    private void recoverFromUnclosed() {
        int begin = at;
        while (begin < characters.length && (charAt(begin) == ' ' || charAt(begin) == '\t' || charAt(begin) == '\f')) {
            begin++;
        }
        int end = begin;
        while (end < characters.length && charAt(end) >= 'a' && charAt(end) <= 'z') {
            end++;
        }
        boolean isWord = end > begin && end - begin <= 6 && !(end < characters.length && isNamePart(end));
        if (isWord && STATEMENT_KEYWORDS.contains(source.substring(begin, end))) {
            open.clear();
            tokens.add(Kind.ERROR, at, at, line, -1);
            endLine();
            beginLine();
        }
    }

    private void readName() {
        int start = at;
        while (at < characters.length && isNamePart(at)) {
            at += characters[at] < 128 ? 1 : Character.charCount(codePointAt(at));
        }
        if (at < characters.length && (charAt(at) == '"' || charAt(at) == '\'') && isStringPrefix(start, at)) {
            readString(start, at);
        } else {
            add(Kind.NAME, start, line);
        }
    }

    private boolean isStringPrefix(int start, int end) {
        if (end - start > 2) {
            return false;
        }
        int raw = 0;
        int other = 0;
        for (int i = start; i < end; i++) {
            switch (charAt(i) | 0x20) {
                case 'r' -> raw++;
                case 'b', 'f', 't', 'u' -> other++;
                default -> {
                    return false;
                }
            }
        }
        return raw <= 1 && other <= 1;
    }

    private void readString(int start, int quoteAt) {
        char quote = charAt(quoteAt);
        int quotes = charAt(quoteAt + 1) == quote && charAt(quoteAt + 2) == quote ? 3 : 1;
        boolean raw = false;
        boolean formatted = false;
        for (int i = start; i < quoteAt; i++) {
            int letter = charAt(i) | 0x20;
            raw |= letter == 'r';
            formatted |= letter == 'f' || letter == 't';
        }
        int startLine = line;
        at = quoteAt + quotes;
        if (formatted) {
            add(Kind.FSTRING_START, start, startLine);
            open.push(new Open(Open.TEXT, quote, quotes, raw));
            return;
        }
        while (at < characters.length) {
            char c = charAt(at);
            if (c == quote && (quotes == 1 || (charAt(at + 1) == quote && charAt(at + 2) == quote))) {
                at += quotes;
                add(Kind.STRING, start, startLine);
                return;
            } else if (isLineBreak(c)) {
                if (quotes == 1) {
                    break;
                }
                skipLineBreak();
            } else if (c == '\\') {
                skipEscape();
            } else {
                at++;
            }
        }
        add(Kind.ERROR, start, startLine);
    }

    private void skipEscape() {
        at++;
        if (at < characters.length) {
            if (isLineBreak(charAt(at))) {
                skipLineBreak();
            } else {
                at++;
            }
        }
    }

    /** Reads text of an f-string, or the format of a field, up to what ends or interrupts it. */
    private void readText(Open text) {
        int start = at;
        int startLine = line;
        boolean format = text.what() == Open.FORMAT;
        while (at < characters.length) {
            char c = charAt(at);
            if (c == text.quote() && (text.quotes() == 1 || (charAt(at + 1) == c && charAt(at + 2) == c))) {
                addText(start, startLine);
                closeString();
                return;
            } else if (isLineBreak(c)) {
                if (text.quotes() == 1) {
                    addText(start, startLine);
                    abandonString();
                    return;
                }
                skipLineBreak();
            } else if (c == '\\') {
                skipTextEscape(text.raw());
            } else if ((c == '{' || c == '}') && charAt(at + 1) == c && !format) {
                at += 2;
            } else if (c == '{' || (c == '}' && format)) {
                addText(start, startLine);
                at++;
                add(Kind.OPERATOR, at - 1, line);
                if (c == '{') {
                    open.push(new Open(Open.FIELD, text.quote(), text.quotes(), text.raw()));
                } else {
                    open.pop();
                    open.pop();
                }
                return;
            } else {
                at++;
            }
        }
        addText(start, startLine);
        tokens.add(Kind.ERROR, at, at, line, -1);
    }

    private void addText(int start, int startLine) {
        if (at > start) {
            add(Kind.FSTRING_MIDDLE, start, startLine);
        }
    }

    /** Inside of an f-string a backslash does not hide a brace, and {@code \N{DASH}} is a character. */
    private void skipTextEscape(boolean raw) {
        char next = charAt(at + 1);
        if (next == '{' || next == '}') {
            at++;
        } else if (!raw && next == 'N' && charAt(at + 2) == '{') {
            at += 3;
            while (at < characters.length && charAt(at) != '}' && !isLineBreak(charAt(at))) {
                at++;
            }
        } else {
            skipEscape();
        }
    }

    /** At the closing quotes: leaves the f-string, and a format that they cut off. */
    private void closeString() {
        Open text = open.pop();
        while (text.what() != Open.TEXT) {
            text = open.pop();
        }
        at += text.quotes();
        add(Kind.FSTRING_END, at - text.quotes(), line);
    }

    /** At a line break that a single-quoted f-string must not hold. */
    private void abandonString() {
        while (open.pop().what() != Open.TEXT) {
            // what is open inside of the string ends with it
        }
        tokens.add(Kind.ERROR, at, at, line, -1);
    }

    private void readNumber() {
        int start = at;
        char second = (char) (charAt(at + 1) | 0x20);
        if (charAt(at) == '0' && (second == 'x' || second == 'o' || second == 'b')) {
            at += 2;
            skipDigits(second == 'x' ? 16 : 10);
        } else {
            skipDigits(10);
            if (charAt(at) == '.') {
                at++;
                skipDigits(10);
            }
            if ((charAt(at) | 0x20) == 'e') {
                int sign = charAt(at + 1) == '+' || charAt(at + 1) == '-' ? 1 : 0;
                if (isDigit(charAt(at + 1 + sign))) {
                    at += 1 + sign;
                    skipDigits(10);
                }
            }
        }
        int suffix = charAt(at) | 0x20;
        if (suffix == 'j' || suffix == 'l') {
            at++;
        }
        add(Kind.NUMBER, start, line);
    }

    private void skipDigits(int radix) {
        while (charAt(at) == '_' || (charAt(at) < 128 && Character.digit(charAt(at), radix) >= 0)) {
            at++;
        }
    }

    private void readOperator(char c, @Nullable Open innermost) {
        int start = at;
        if (innermost != null && innermost.what() == Open.FIELD && c == ':') {
            at++;
            add(Kind.OPERATOR, start, line);
            open.push(new Open(Open.FORMAT, innermost.quote(), innermost.quotes(), innermost.raw()));
            return;
        }
        at += operatorLength();
        add(isOperatorStart(c) ? Kind.OPERATOR : Kind.ERROR, start, line);
        switch (c) {
            case '(', '[', '{' -> open.push(new Open(c, '\0', 0, false));
            case ')', ']', '}' -> closeBracket(c);
            case '=' -> {
                if (cell && at == start + 1 && open.isEmpty()) {
                    readAssignedMagic();
                }
            }
            default -> {}
        }
    }

    private int operatorLength() {
        if ("=*/<>".indexOf(charAt(at + 1)) < 0) {
            return Character.charCount(codePointAt(at));
        }
        for (String operator : OPERATORS) {
            if (source.startsWith(operator, at)) {
                return operator.length();
            }
        }
        return Character.charCount(codePointAt(at));
    }

    private static boolean isOperatorStart(char c) {
        return "+-*/%@&|^~<>()[]{},:.;=!`".indexOf(c) >= 0;
    }

    /** Closes the innermost bracket of the same kind, and what was left open inside of it; never more than a string. */
    private void closeBracket(char closing) {
        char opening = closing == ')' ? '(' : closing == ']' ? '[' : '{';
        int depth = 0;
        for (Open candidate : open) {
            depth++;
            if (candidate.isText() || depth > MAX_UNCLOSED) {
                return;
            }
            if (candidate.what() == opening || (candidate.what() == Open.FIELD && closing == '}')) {
                for (int i = 0; i < depth; i++) {
                    open.pop();
                }
                return;
            }
        }
    }

    // IPython, "Built-in magic commands" and "Input transformations"

    /** Cell magics whose cells hold Python; what stands under any other one is another language or a file. */
    private static final Set<String> PYTHON_CELLS = Set.of(
            "time",
            "timeit",
            "capture",
            "prun",
            "memit",
            "mprun",
            "lprun",
            "px",
            "python",
            "python3",
            "pypy",
            "debug",
            "snakeviz",
            "heat",
            "scalene",
            "wandb",
            "notify",
            "skip",
            "local",
            "manim",
            "pyinstrument",
            "cache");

    /** Line magics that are followed by a Python statement. */
    private static final Set<String> PYTHON_LINES = Set.of("time", "timeit", "prun", "memit");

    private void readMagicLine() {
        if (source.startsWith("%%", at) && tokens.size() == 0) {
            String name = wordAt(at + 2);
            boolean python = PYTHON_CELLS.contains(name);
            addMagic(python ? endOfLine(at) : characters.length);
        } else if (charAt(at) == '%') {
            String name = wordAt(at + 1);
            addMagic(PYTHON_LINES.contains(name) ? at + 1 + name.length() : endOfCommand());
        } else if (charAt(at) == '!' || isBareInstall()) {
            addMagic(endOfCommand());
        }
    }

    /** {@code pip install x}: IPython takes the percent sign as said. */
    private boolean isBareInstall() {
        String word = wordAt(at);
        return (word.equals("pip") || word.equals("conda") || word.equals("mamba"))
                && source.startsWith(" install ", at + word.length());
    }

    /** {@code files = !ls} and {@code x = %env HOME}. */
    private void readAssignedMagic() {
        while (charAt(at) == ' ') {
            at++;
        }
        if (charAt(at) == '!' || charAt(at) == '%') {
            addMagic(endOfCommand());
        }
    }

    private void addMagic(int end) {
        int start = at;
        int startLine = line;
        while (at < end) {
            if (isLineBreak(charAt(at))) {
                skipLineBreak();
            } else {
                at++;
            }
        }
        add(Kind.MAGIC, start, startLine);
    }

    private String wordAt(int begin) {
        int end = begin;
        while (end < characters.length && isNamePart(end)) {
            end++;
        }
        return source.substring(Math.min(begin, characters.length), end);
    }

    /** The end of the line, or of the line that a backslash at its end continues. */
    private int endOfCommand() {
        int end = endOfLine(at);
        while (end < characters.length && charAt(end - 1) == '\\') {
            end = endOfLine(charAt(end) == '\r' && charAt(end + 1) == '\n' ? end + 2 : end + 1);
        }
        return end;
    }

    // Characters

    private char charAt(int index) {
        return index < characters.length ? characters[index] : '\0';
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private void skipLineBreak() {
        at += charAt(at) == '\r' && charAt(at + 1) == '\n' ? 2 : 1;
        line++;
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < characters.length && !isLineBreak(characters[end])) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private int codePointAt(int index) {
        return Character.codePointAt(characters, index);
    }

    private boolean isNameStart(int index) {
        char c = characters[index];
        return c < 128
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'
                : Character.isUnicodeIdentifierStart(codePointAt(index));
    }

    private boolean isNamePart(int index) {
        char c = characters[index];
        return c < 128
                ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c)
                : Character.isUnicodeIdentifierPart(codePointAt(index));
    }
}
