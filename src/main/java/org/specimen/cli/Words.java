package org.specimen.cli;

import java.util.ArrayList;
import java.util.List;
import org.specimen.problem.BadInput;

/** Splits a command into its words as a POSIX shell does (Shell Command Language, "Quoting"), with no shell to run it. */
final class Words {

    private static final String OPERATORS = "|&;<>";

    private final String text;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;

    private Words(String text) {
        this.text = text;
    }

    /** @throws BadInput if a quote does not end, or only a shell could run it */
    static List<String> of(String command) {
        return new Words(command).split();
    }

    private List<String> split() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                i = single(i);
            } else if (c == '"') {
                i = doubled(i);
            } else if (c == '\\' && i + 1 < text.length()) {
                i++;
                add(text.charAt(i));
            } else if (Character.isWhitespace(c)) {
                end();
            } else if (OPERATORS.indexOf(c) >= 0) {
                throw new BadInput("The command has a \"" + c + "\", which only a shell understands, and none is used."
                        + " Name the program alone, or call the shell yourself: sh -c '…'.");
            } else {
                add(c);
            }
        }
        end();
        return List.copyOf(words);
    }

    private int single(int open) {
        int close = text.indexOf('\'', open + 1);
        if (close < 0) {
            throw unended();
        }
        word.append(text, open + 1, close);
        inWord = true;
        return close;
    }

    private int doubled(int open) {
        inWord = true;
        for (int i = open + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return i;
            }
            if (c == '\\' && i + 1 < text.length() && "\"\\$`".indexOf(text.charAt(i + 1)) >= 0) {
                i++;
                c = text.charAt(i);
            }
            word.append(c);
        }
        throw unended();
    }

    private BadInput unended() {
        return new BadInput("A quotation mark in the command is never closed: " + text);
    }

    private void add(char c) {
        word.append(c);
        inWord = true;
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
        }
        inWord = false;
    }
}
