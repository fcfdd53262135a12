package org.specimen.files;

/** Line ends of texts: ours are line feeds; a file of the person's own keeps what it has. */
final class LineEnds {

    private LineEnds() {}

    static String toLineFeeds(String text) {
        return text.replace("\r\n", "\n");
    }

    /** Gives {@code text}, which has line feeds only, the line ends that {@code like} has throughout. */
    static String like(String like, String text) {
        return isCrlfThroughout(like) ? text.replace("\n", "\r\n") : text;
    }

    private static boolean isCrlfThroughout(String text) {
        int lineFeed = text.indexOf('\n');
        if (lineFeed < 0) {
            return false;
        }
        for (; lineFeed >= 0; lineFeed = text.indexOf('\n', lineFeed + 1)) {
            if (lineFeed == 0 || text.charAt(lineFeed - 1) != '\r') {
                return false;
            }
        }
        return true;
    }
}
