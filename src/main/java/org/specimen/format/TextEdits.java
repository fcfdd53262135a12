package org.specimen.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes to parts of a text, given by their places in the text as it was. */
final class TextEdits {

    private record Edit(int start, int end, String replacement) {}

    private final List<Edit> edits = new ArrayList<>();

    void replace(int start, int end, String replacement) {
        edits.add(new Edit(start, end, replacement));
    }

    /** What is inserted twice at one place stands there in the order of the calls. */
    void insert(int at, String inserted) {
        replace(at, at, inserted);
    }

    void insertUnlessEmpty(int at, String inserted) {
        if (!inserted.isEmpty()) {
            insert(at, inserted);
        }
    }

    void delete(int start, int end) {
        replace(start, end, "");
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    /** @throws IllegalStateException if two changes overlap */
    String applyTo(String text) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        // What is inserted where another change starts comes before it.
        for (Edit edit : edits.stream()
                .sorted(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end))
                .toList()) {
            if (edit.start() < at) {
                throw new IllegalStateException("two changes overlap at " + edit.start());
            }
            result.append(text, at, edit.start()).append(edit.replacement());
            at = edit.end();
        }
        return result.append(text, at, text.length()).toString();
    }
}
