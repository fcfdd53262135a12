package org.specimen.proof;

import java.util.ArrayDeque;
import java.util.Deque;

/** Hands lines on without a secret, and keeps the last of them. */
final class LastLines implements ProofListener {

    private static final int MOST = 12;
    private static final String LEFT_OUT = "****";

    private final ProofListener listener;
    private final String secret;
    private final Deque<String> lines = new ArrayDeque<>();

    LastLines(ProofListener listener, String secret) {
        this.listener = listener;
        this.secret = secret;
    }

    @Override
    public void logged(LogLine line) {
        String text = line.text().replace(secret, LEFT_OUT);
        synchronized (lines) {
            lines.addLast(text);
            if (lines.size() > MOST) {
                lines.removeFirst();
            }
        }
        listener.logged(new LogLine(line.station(), line.source(), text));
    }

    /** For the end of a message: empty where nothing was said. */
    String told() {
        synchronized (lines) {
            return lines.isEmpty() ? "" : " The last that it said:\n  " + String.join("\n  ", lines);
        }
    }
}
