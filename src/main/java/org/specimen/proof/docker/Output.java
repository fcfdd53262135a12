package org.specimen.proof.docker;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.specimen.proof.LogLine;
import org.specimen.proof.RunOutcome;

/** One of the two outputs of a program: its lines as they come, and as much of its text as an outcome keeps. */
final class Output {

    private final boolean keepsFirst;
    private final Consumer<String> lines;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final StringBuilder kept = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private ByteBuffer rest = ByteBuffer.allocate(0);

    /**
     * @param keepsFirst whether the first characters are kept, and not the last
     * @param lines hears each line without its end; of a very long one its beginning
     */
    Output(boolean keepsFirst, Consumer<String> lines) {
        this.keepsFirst = keepsFirst;
        this.lines = lines;
    }

    void add(byte[] bytes) {
        decode(bytes, false);
    }

    /** Nothing more will come. */
    void end() {
        decode(new byte[0], true);
        if (!line.isEmpty()) {
            endLine();
        }
    }

    private void decode(byte[] bytes, boolean last) {
        ByteBuffer in = ByteBuffer.allocate(rest.remaining() + bytes.length);
        in.put(rest).put(bytes).flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + 2);
        decoder.decode(in, out, last);
        if (last) {
            decoder.flush(out);
        }
        out.flip();
        rest = ByteBuffer.allocate(in.remaining()).put(in).flip();
        keep(out);
        split(out);
    }

    private void keep(CharBuffer text) {
        if (!keepsFirst) {
            kept.append(text);
            // Cut seldom, since cutting moves everything.
            if (kept.length() > 2 * RunOutcome.MAX_CHARACTERS) {
                kept.delete(0, kept.length() - RunOutcome.MAX_CHARACTERS);
            }
        } else if (kept.length() < RunOutcome.MAX_CHARACTERS) {
            kept.append(text, 0, Math.min(text.length(), RunOutcome.MAX_CHARACTERS - kept.length()));
        }
    }

    private void split(CharBuffer text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\n') {
                endLine();
            } else if (line.length() <= LogLine.LONGEST) {
                line.append(character);
            }
        }
    }

    private void endLine() {
        String whole = line.toString();
        line.setLength(0);
        // A bar that is drawn anew in one line: its last state counts.
        String shown = whole.endsWith("\r") ? whole.substring(0, whole.length() - 1) : whole;
        lines.accept(shown.substring(shown.lastIndexOf('\r') + 1));
    }

    /** What an outcome keeps. */
    String text() {
        return kept.length() > RunOutcome.MAX_CHARACTERS
                ? kept.substring(kept.length() - RunOutcome.MAX_CHARACTERS)
                : kept.toString();
    }
}
