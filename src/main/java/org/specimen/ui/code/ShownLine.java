package org.specimen.ui.code;

import java.util.List;
import org.specimen.ui.code.syntax.Token;

/**
 * One line of a text as the screen shows it.
 *
 * @param oldNumber its number in what lies there, from 1; 0 where it is not in it
 * @param newNumber its number in what is written, from 1; 0 where it is not in it
 * @param text without anything that would not show
 */
public record ShownLine(Sign sign, int oldNumber, int newNumber, String text, List<Token> tokens) {

    /** How a line stands in a difference. */
    public enum Sign {
        SAME,
        ADDED,
        REMOVED,
        /** It stands for lines that are the same and not shown. */
        GAP
    }

    public ShownLine {
        tokens = List.copyOf(tokens);
    }
}
