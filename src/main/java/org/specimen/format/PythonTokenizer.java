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

    private final SourceCharacters text;
    private final int length;
    private final boolean cell;
    private final PythonTokens tokens;
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;
    private int line;
    /** The indentation of the logical line whose first token is to come, else -1. */
    private int indentation = -1;

    PythonTokenizer(String source, boolean cell, int firstLine) {
        this.text = new SourceCharacters(source);
        this.length = text.length();
        this.cell = cell;
        this.line = firstLine;
        this.tokens = new PythonTokens(source);
    }

    PythonTokens read() {
        beginLine();
        while (at < length) {
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
        for (; at < length; at++) {
            char c = text.at(at);
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
        if (cell && at < length) {
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
        char c = text.at(at);
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
            case '#' -> at = text.endOfLine(at);
            case '\\' -> {
                at++;
                if (at < length && SourceCharacters.isLineBreak(text.at(at))) {
                    skipLineBreak();
                } else {
                    add(Kind.ERROR, at - 1, line);
                }
            }
            case '"', '\'' -> readString(at, at);
            default -> {
                if (text.isNameStart(at)) {
                    readName();
                } else if (SourceCharacters.isDigit(c) || (c == '.' && SourceCharacters.isDigit(text.at(at + 1)))) {
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
        while (begin < length && (text.at(begin) == ' ' || text.at(begin) == '\t' || text.at(begin) == '\f')) {
            begin++;
        }
        int end = begin;
        while (end < length && text.at(end) >= 'a' && text.at(end) <= 'z') {
            end++;
        }
        boolean isWord = end > begin && end - begin <= 6 && !(end < length && text.isNamePart(end));
        if (isWord && STATEMENT_KEYWORDS.contains(text.substring(begin, end))) {
            open.clear();
            tokens.add(Kind.ERROR, at, at, line, -1);
            endLine();
            beginLine();
        }
    }

    private void readName() {
        int start = at;
        while (at < length && text.isNamePart(at)) {
            at += text.width(at);
        }
        if (at < length && (text.at(at) == '"' || text.at(at) == '\'') && isStringPrefix(start, at)) {
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
            switch (text.at(i) | 0x20) {
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
        char quote = text.at(quoteAt);
        int quotes = text.at(quoteAt + 1) == quote && text.at(quoteAt + 2) == quote ? 3 : 1;
        boolean raw = false;
        boolean formatted = false;
        for (int i = start; i < quoteAt; i++) {
            int letter = text.at(i) | 0x20;
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
        while (at < length) {
            char c = text.at(at);
            if (c == quote && (quotes == 1 || (text.at(at + 1) == quote && text.at(at + 2) == quote))) {
                at += quotes;
                add(Kind.STRING, start, startLine);
                return;
            } else if (SourceCharacters.isLineBreak(c)) {
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
        if (at < length) {
            if (SourceCharacters.isLineBreak(text.at(at))) {
                skipLineBreak();
            } else {
                at++;
            }
        }
    }

    /** Reads text of an f-string, or the format of a field, up to what ends or interrupts it. */
    private void readText(Open string) {
        int start = at;
        int startLine = line;
        boolean format = string.what() == Open.FORMAT;
        while (at < length) {
            char c = text.at(at);
            if (c == string.quote() && (string.quotes() == 1 || (text.at(at + 1) == c && text.at(at + 2) == c))) {
                addText(start, startLine);
                closeString();
                return;
            } else if (SourceCharacters.isLineBreak(c)) {
                if (string.quotes() == 1) {
                    addText(start, startLine);
                    abandonString();
                    return;
                }
                skipLineBreak();
            } else if (c == '\\') {
                skipTextEscape(string.raw());
            } else if ((c == '{' || c == '}') && text.at(at + 1) == c && !format) {
                at += 2;
            } else if (c == '{' || (c == '}' && format)) {
                addText(start, startLine);
                at++;
                add(Kind.OPERATOR, at - 1, line);
                if (c == '{') {
                    open.push(new Open(Open.FIELD, string.quote(), string.quotes(), string.raw()));
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
        char next = text.at(at + 1);
        if (next == '{' || next == '}') {
            at++;
        } else if (!raw && next == 'N' && text.at(at + 2) == '{') {
            at += 3;
            while (at < length && text.at(at) != '}' && !SourceCharacters.isLineBreak(text.at(at))) {
                at++;
            }
        } else {
            skipEscape();
        }
    }

    /** At the closing quotes: leaves the f-string, and a format that they cut off. */
    private void closeString() {
        Open string = open.pop();
        while (string.what() != Open.TEXT) {
            string = open.pop();
        }
        at += string.quotes();
        add(Kind.FSTRING_END, at - string.quotes(), line);
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
        char second = (char) (text.at(at + 1) | 0x20);
        if (text.at(at) == '0' && (second == 'x' || second == 'o' || second == 'b')) {
            at += 2;
            skipDigits(second == 'x' ? 16 : 10);
        } else {
            skipDigits(10);
            if (text.at(at) == '.') {
                at++;
                skipDigits(10);
            }
            if ((text.at(at) | 0x20) == 'e') {
                int sign = text.at(at + 1) == '+' || text.at(at + 1) == '-' ? 1 : 0;
                if (SourceCharacters.isDigit(text.at(at + 1 + sign))) {
                    at += 1 + sign;
                    skipDigits(10);
                }
            }
        }
        int suffix = text.at(at) | 0x20;
        if (suffix == 'j' || suffix == 'l') {
            at++;
        }
        add(Kind.NUMBER, start, line);
    }

    private void skipDigits(int radix) {
        while (text.at(at) == '_' || (text.at(at) < 128 && Character.digit(text.at(at), radix) >= 0)) {
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
        if ("=*/<>".indexOf(text.at(at + 1)) < 0) {
            return text.width(at);
        }
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, at)) {
                return operator.length();
            }
        }
        return text.width(at);
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

    private void readMagicLine() {
        int end = MagicExtent.ofLine(text, at, tokens.size() == 0);
        if (end > at) {
            addMagic(end);
        }
    }

    private void readAssignedMagic() {
        while (text.at(at) == ' ') {
            at++;
        }
        int end = MagicExtent.ofValue(text, at);
        if (end > at) {
            addMagic(end);
        }
    }

    private void addMagic(int end) {
        int start = at;
        int startLine = line;
        while (at < end) {
            if (SourceCharacters.isLineBreak(text.at(at))) {
                skipLineBreak();
            } else {
                at++;
            }
        }
        add(Kind.MAGIC, start, startLine);
    }

    private void skipLineBreak() {
        at = text.afterLineBreak(at);
        line++;
    }
}
