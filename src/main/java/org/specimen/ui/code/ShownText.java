package org.specimen.ui.code;

import java.util.ArrayList;
import java.util.List;
import org.specimen.ui.code.ShownLine.Sign;
import org.specimen.ui.code.syntax.Syntax;
import org.specimen.ui.code.syntax.Token;

/**
 * A text, or a difference of two, as the screen shows it.
 *
 * @param added how many lines a difference adds
 * @param removed how many lines it removes
 */
public record ShownText(List<ShownLine> lines, int added, int removed) {

    public ShownText {
        lines = List.copyOf(lines);
    }

    /** A whole text. */
    public static ShownText whole(String text, Syntax syntax) {
        List<String> lines = VisibleLines.of(text);
        List<List<Token>> tokens = syntax.tokens(lines);
        List<ShownLine> shown = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            shown.add(new ShownLine(Sign.SAME, 0, i + 1, lines.get(i), tokens.get(i)));
        }
        return new ShownText(shown, 0, 0);
    }
}
