package org.specimen.format;

import java.util.ArrayList;
import java.util.List;

/** Cuts a line for a shell into its commands and their words (POSIX.1-2017, Shell Command Language, "Token Recognition"). */
public final class ShellCommands {

    private final List<List<String>> commands = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;

    private ShellCommands() {}

    /**
     * The words of each command, with quotes resolved. Commands end at {@code ;}, {@code &&}, {@code ||}, {@code |} and
     * {@code &}; a comment ends them all. Variables and redirections stay as they are written.
     */
    public static List<List<String>> parse(String line) {
        return new ShellCommands().read(line);
    }

    private List<List<String>> read(String line) {
        char quote = '\0';
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char next = i + 1 < line.length() ? line.charAt(i + 1) : '\0';
            if (quote != '\0') {
                if (c == quote) {
                    quote = '\0';
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (Character.isWhitespace(c)) {
                endWord();
            } else if (c == '#' && !inWord) {
                break;
            } else if (c == ';' || c == '|' || (c == '&' && next != '>' && !isRedirection())) {
                endCommand();
            } else {
                word.append(c);
                inWord = true;
            }
        }
        endCommand();
        return commands;
    }

    /** Behind a {@code >} the {@code &} names a stream. */
    private boolean isRedirection() {
        return !word.isEmpty() && word.charAt(word.length() - 1) == '>';
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
        }
        inWord = false;
    }

    private void endCommand() {
        endWord();
        if (!words.isEmpty()) {
            commands.add(words);
            words = new ArrayList<>();
        }
    }
}
