package org.specimen.format;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/** Turns the bytes of a text file into characters, whatever wrote them; nothing is refused. */
public final class SourceText {

    private static final String CODING = "coding";

    /** What stands for malformed bytes, or for itself. */
    private static final char REPLACEMENT = '\uFFFD';

    private SourceText() {}

    /**
     * A text file: by its byte-order mark (PowerShell writes UTF-16), else UTF-8, else Latin-1, in which every byte means
     * something.
     */
    public static String decode(byte[] bytes) {
        return decodeMarked(bytes).orElseGet(() -> decode(bytes, StandardCharsets.UTF_8));
    }

    /** A Python file: like {@link #decode}, but where it declares an encoding, that (PEP 263, "Defining the Encoding"). */
    public static String decodePython(byte[] bytes) {
        return decodeMarked(bytes)
                .orElseGet(() -> decode(bytes, declaredEncoding(bytes).orElse(StandardCharsets.UTF_8)));
    }

    private static Optional<String> decodeMarked(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(decode(java.util.Arrays.copyOfRange(bytes, 3, bytes.length), StandardCharsets.UTF_8));
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_16));
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        if (bytes.length < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xFF) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decode(byte[] bytes, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            // many times as fast as a decoder that reports what is malformed
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf(REPLACEMENT) < 0) {
                return text;
            }
        }
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException malformed) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** In the first line, or in the second if the first is blank or a comment. */
    private static Optional<Charset> declaredEncoding(byte[] bytes) {
        int start = 0;
        for (int line = 0; line < 2 && start < bytes.length; line++) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
                end++;
            }
            String text = new String(bytes, start, Math.min(end - start, 1000), StandardCharsets.ISO_8859_1).strip();
            if (text.startsWith("#")) {
                Optional<Charset> found = encodingIn(text);
                if (found.isPresent()) {
                    return found;
                }
            } else if (!text.isEmpty()) {
                return Optional.empty();
            }
            start = end + (end + 1 < bytes.length && bytes[end] == '\r' && bytes[end + 1] == '\n' ? 2 : 1);
        }
        return Optional.empty();
    }

    private static Optional<Charset> encodingIn(String comment) {
        for (int at = comment.indexOf(CODING); at >= 0; at = comment.indexOf(CODING, at + 1)) {
            int next = at + CODING.length();
            if (next < comment.length() && (comment.charAt(next) == ':' || comment.charAt(next) == '=')) {
                int begin = next + 1;
                while (begin < comment.length() && (comment.charAt(begin) == ' ' || comment.charAt(begin) == '\t')) {
                    begin++;
                }
                int end = begin;
                while (end < comment.length() && isEncodingCharacter(comment.charAt(end))) {
                    end++;
                }
                if (end > begin) {
                    return charset(comment.substring(begin, end));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isEncodingCharacter(char c) {
        return c == '-' || c == '_' || c == '.' || (c < 128 && Character.isLetterOrDigit(c));
    }

    /** Python's names of encodings, as far as they differ from Java's; editors add the line ending to them. */
    private static Optional<Charset> charset(String pythonName) {
        String name = pythonName.toLowerCase(Locale.ROOT).replace('_', '-');
        for (String ending : new String[] {"-unix", "-dos", "-mac"}) {
            name = name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) : name;
        }
        if (name.equals("utf-8-sig") || name.equals("utf8") || name.equals("utf-8")) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (name.equals("latin-1") || name.equals("iso-latin-1") || name.equals("l1")) {
            return Optional.of(StandardCharsets.ISO_8859_1);
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }
}
