package org.specimen.process;

/** The beginning or the end of a text that may be of any length. */
final class KeptText {

    private final int most;
    private final boolean end;
    private final StringBuilder text = new StringBuilder();

    private KeptText(int most, boolean end) {
        this.most = most;
        this.end = end;
    }

    static KeptText first(int characters) {
        return new KeptText(characters, false);
    }

    static KeptText last(int characters) {
        return new KeptText(characters, true);
    }

    synchronized void add(char[] piece, int length) {
        if (end) {
            text.append(piece, 0, length);
            if (text.length() > 2 * most) {
                text.delete(0, text.length() - most);
            }
        } else {
            text.append(piece, 0, Math.min(length, most - text.length()));
        }
    }

    @Override
    public synchronized String toString() {
        return end && text.length() > most ? text.substring(text.length() - most) : text.toString();
    }
}
