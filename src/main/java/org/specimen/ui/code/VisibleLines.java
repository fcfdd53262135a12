package org.specimen.ui.code;

import java.util.List;

/** Makes any text fit to be shown: signs that steer a terminal or turn the direction of writing become visible. */
final class VisibleLines {

    /** What is longer is cut: the screen takes its time over a line of ten thousand characters. */
    static final int LONGEST = 2_000;

    private static final String CUT = " …";
    private static final char REPLACEMENT = '\uFFFD';
    private static final int CONTROL_PICTURES = 0x2400;
    private static final char DELETE_PICTURE = '\u2421';

    private VisibleLines() {}

    /** The lines of a text, whatever ends them. */
    static List<String> of(String text) {
        return text.lines().map(VisibleLines::visible).toList();
    }

    private static String visible(String line) {
        boolean isLong = line.length() > LONGEST;
        String shown = isLong ? line.substring(0, LONGEST) : line;
        boolean isPlain = shown.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        if (isPlain) {
            return isLong ? shown + CUT : shown;
        }
        StringBuilder visible = new StringBuilder(shown.length());
        for (int i = 0; i < shown.length(); i++) {
            visible.append(visible(shown, i));
        }
        return isLong ? visible + CUT : visible.toString();
    }

    private static char visible(String line, int place) {
        char c = line.charAt(place);
        if (c == '\t') {
            return c;
        }
        if (c < ' ') {
            return (char) (CONTROL_PICTURES + c);
        }
        if (c == 0x7F) {
            return DELETE_PICTURE;
        }
        boolean isLoneSurrogate = Character.isSurrogate(c) && !isPaired(line, place);
        boolean steers = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
        return isLoneSurrogate || steers ? REPLACEMENT : c;
    }

    private static boolean isPaired(String line, int place) {
        return Character.isHighSurrogate(line.charAt(place))
                ? place + 1 < line.length() && Character.isLowSurrogate(line.charAt(place + 1))
                : place > 0 && Character.isHighSurrogate(line.charAt(place - 1));
    }
}
