package org.specimen.process;

import java.util.function.Consumer;

/** Cuts text that comes in pieces into lines. A line that is too long is cut; memory stays bounded whatever comes. */
final class LineSplitter {

    /** What a line has beyond this is dropped. */
    static final int LONGEST = 64 * 1024;

    private final Consumer<String> lines;
    private final StringBuilder line = new StringBuilder();
    private boolean afterReturn;

    LineSplitter(Consumer<String> lines) {
        this.lines = lines;
    }

    /** A line ends with a line feed, or a carriage return as progress bars write it, or both. */
    void add(char[] text, int length) {
        for (int i = 0; i < length; i++) {
            char c = text[i];
            if (c == '\n' && afterReturn) {
                afterReturn = false;
                continue;
            }
            afterReturn = c == '\r';
            if (c == '\n' || c == '\r') {
                flush();
            } else if (line.length() < LONGEST) {
                line.append(c);
            }
        }
    }

    /** What is left is a line too. */
    void end() {
        if (!line.isEmpty()) {
            flush();
        }
    }

    private void flush() {
        String text = line.toString();
        line.setLength(0);
        lines.accept(text);
    }
}
