package org.specimen.ui.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits what is typed into the words of a command as a shell does (POSIX.1-2017, Shell Command Language, section 2.2).
 * The command runs without a shell: what only a shell would understand is refused, unless it stands in quotes.
 */
public final class CommandWords {

    private static final Texts TEXTS = Texts.of(CommandWords.class);
    private static final String OPERATORS = "|&;<>()`$*?";
    private static final String ESCAPED = " \t\\'\"" + OPERATORS + "#~[]{}=";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int at;

    private CommandWords(String text) {
        this.text = text;
    }

    /**
     * The words; none for an empty text.
     *
     * @throws WrongText if a quote is left open, or only a shell would understand it
     */
    public static List<String> split(String text) {
        if (text.codePoints().anyMatch(CommandWords::breaksTheLine)) {
            throw new WrongText(lineFault());
        }
        return new CommandWords(text).read();
    }

    /** Why a command of several lines is refused. */
    public static String lineFault() {
        return TEXTS.get("command.fault.line");
    }

    private static boolean breaksTheLine(int character) {
        return (character != '\t' && Character.isISOControl(character)) || character == 0x2028 || character == 0x2029;
    }

    private List<String> read() {
        while (at < text.length()) {
            char next = text.charAt(at++);
            switch (next) {
                case ' ', '\t' -> endWord();
                case '\'' -> quoted();
                case '"' -> doubleQuoted();
                case '\\' -> escaped();
                default -> plain(next);
            }
        }
        endWord();
        return words;
    }

    private void plain(char next) {
        boolean home = next == '~' && !inWord;
        if (OPERATORS.indexOf(next) >= 0 || home) {
            throw new WrongText(TEXTS.get("command.fault.shell", next));
        }
        if (next == '=' && words.isEmpty() && isVariable(word)) {
            throw new WrongText(TEXTS.get("command.fault.variable", word));
        }
        add(next);
    }

    private static boolean isVariable(StringBuilder name) {
        return name.toString().matches("[A-Za-z_][A-Za-z0-9_]*");
    }

    private void quoted() {
        int close = text.indexOf('\'', at);
        if (close < 0) {
            throw new WrongText(TEXTS.get("command.fault.quote", "'"));
        }
        word.append(text, at, close);
        inWord = true;
        at = close + 1;
    }

    /** "Double-Quotes": a backslash is one, but before a dollar, a backquote, a quote and another of its kind. */
    private void doubleQuoted() {
        inWord = true;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"') {
                return;
            }
            if (next == '$' || next == '`') {
                throw new WrongText(TEXTS.get("command.fault.shell", next));
            }
            boolean escapes = next == '\\' && at < text.length() && "$`\"\\".indexOf(text.charAt(at)) >= 0;
            add(escapes ? text.charAt(at++) : next);
        }
        throw new WrongText(TEXTS.get("command.fault.quote", "\""));
    }

    /** Before a letter it is rather the way in which Windows writes folders. */
    private void escaped() {
        if (at == text.length() || ESCAPED.indexOf(text.charAt(at)) < 0) {
            throw new WrongText(TEXTS.get("command.fault.backslash"));
        }
        add(text.charAt(at++));
    }

    private void add(char next) {
        word.append(next);
        inWord = true;
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }
}
