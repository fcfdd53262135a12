package org.specimen.ui.text;

import org.specimen.format.CommentText;

/**
 * Text that came from outside, as it may stand on the screen: without characters that cannot be seen or that turn the
 * direction of writing, so that nothing looks other than it is, and of bounded length.
 */
public final class ScreenText {

    private static final int LONGEST = 2000;

    private ScreenText() {}

    /** The text; its line breaks stay. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0 && shown.length() <= LONGEST; end = text.indexOf('\n', from)) {
            shown.append(line(text.substring(from, end))).append('\n');
            from = end + 1;
        }
        shown.append(line(text.substring(from)));
        return shown.codePointCount(0, shown.length()) <= LONGEST
                ? shown.toString()
                : shown.substring(0, shown.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** Spaces at either end stay too. */
    private static String line(String text) {
        String bounded = text.substring(0, Math.min(text.length(), 2 * LONGEST + 1));
        boolean isPlain = bounded.chars().allMatch(character -> character >= ' ' && character < 0x7F);
        return isPlain ? bounded : CommentText.oneLine(bounded);
    }
}
