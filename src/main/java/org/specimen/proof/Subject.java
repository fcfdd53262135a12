package org.specimen.proof;

import java.util.List;

/** What of the project is run. */
public sealed interface Subject {

    /** The words of a command, never for a shell. */
    record Command(List<String> words) implements Subject {
        public Command {
            words = List.copyOf(words);
            if (words.isEmpty()) {
                throw new IllegalArgumentException("a command has at least one word");
            }
        }
    }

    /**
     * A notebook, run from top to bottom.
     *
     * @param path within the project, with slashes
     */
    record Notebook(String path) implements Subject {}

    /** A notebook where that is the only word and ends in {@code .ipynb}; else the command. */
    static Subject of(List<String> words) {
        return words.size() == 1 && words.get(0).endsWith(".ipynb") ? new Notebook(words.get(0)) : new Command(words);
    }
}
