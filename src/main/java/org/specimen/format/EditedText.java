package org.specimen.format;

import java.util.List;

/**
 * A text of a person's own with our parts brought up to date in it.
 *
 * @param notes what a person should know about it, each a sentence; may be empty
 */
public record EditedText(String text, List<String> notes) {

    public EditedText {
        notes = List.copyOf(notes);
    }
}
