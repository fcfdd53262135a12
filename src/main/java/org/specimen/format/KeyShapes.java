package org.specimen.format;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The looks of keys that services give to people: each begins with a mark of its service. The one list of them. */
public final class KeyShapes {

    /** A mark, and what a whole key has behind it at least. A word of prose with such a beginning has no digit. */
    private static final List<String> SHAPES = List.of(
            "sk-(?=[A-Za-z_-]{0,200}[0-9])[A-Za-z0-9_-]{20,}",
            "[rs]k_(?:live|test)_[A-Za-z0-9]{16,}",
            "hf_[A-Za-z0-9]{27,}",
            "gh[opsur]_[A-Za-z0-9]{32,}",
            "github_pat_[A-Za-z0-9_]{29,}",
            "glpat-[A-Za-z0-9_.-]{14,}",
            "(?:AKIA|ASIA)[A-Z0-9]{16}",
            "AIza[A-Za-z0-9_-]{31,}",
            "ya29\\.[A-Za-z0-9_-]{20,}",
            "xox[abeoprs]-[A-Za-z0-9-]{15,}",
            "xapp-[A-Za-z0-9-]{15,}",
            "r8_[A-Za-z0-9]{27,}",
            "gsk_[A-Za-z0-9]{26,}",
            "pypi-[A-Za-z0-9_-]{50,}",
            "npm_[A-Za-z0-9]{30,}",
            "dckr_pat_[A-Za-z0-9_-]{20,}",
            "dop_v1_[a-f0-9]{40,}",
            "SG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}",
            // RFC 7519: header, claims and signature; the first two are JSON objects in Base64.
            "eyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]*");

    /** What only a package has behind its name. */
    private static final Pattern VERSION = Pattern.compile("=[0-9]");

    private static final Pattern KEY = Pattern.compile("(?<![A-Za-z0-9_-])(?:" + String.join("|", SHAPES) + ")");

    /** RFC 7468, with its end or cut off before it. */
    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[A-Za-z0-9+/=,:.\\s\\\\-]{0,20000}?(?:-----END [A-Z ]{0,40}KEY-----|$)");

    /** The same wherever it begins: in a file, what stands before it may be part of an escape. */
    private static final Pattern ANYWHERE = Pattern.compile(String.join("|", SHAPES));

    /** The first two letters of what the shapes begin with, each at the place that they make as a number. */
    private static final boolean[] BEGINNINGS = beginnings();

    private static final int LONGEST_BEGINNING = 400;

    private KeyShapes() {}

    private static boolean[] beginnings() {
        boolean[] beginnings = new boolean[1 << 16];
        for (String two : List.of(
                "sk", "rk", "hf", "gh", "gi", "gl", "AK", "AS", "AI", "ya", "xo", "xa", "r8", "gs", "py", "np", "dc",
                "do", "SG", "ey")) {
            beginnings[(two.charAt(0) << 8) | two.charAt(1)] = true;
        }
        return beginnings;
    }

    /** Whether the bytes of a file may hold a key; where not, there is none, whatever its encoding, as long as it has ASCII. */
    static boolean mayStandIn(byte[] bytes) {
        Matcher key = ANYWHERE.matcher("");
        for (int i = 1; i < bytes.length; i++) {
            if (BEGINNINGS[((bytes[i - 1] & 0xFF) << 8) | (bytes[i] & 0xFF)]) {
                int length = Math.min(LONGEST_BEGINNING, bytes.length - i + 1);
                if (key.reset(new String(bytes, i - 1, length, StandardCharsets.ISO_8859_1))
                        .lookingAt()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a text begins with a key, and holds nothing else but what may belong to it. */
    public static boolean isKey(String text) {
        return (KEY.matcher(text).lookingAt() && isOneWord(text))
                || (text.startsWith("-----BEGIN ") && text.contains("PRIVATE KEY-----"));
    }

    /** The first key that stands in a text. */
    public static Optional<String> in(String text) {
        Matcher key = KEY.matcher(text);
        return key.find() ? Optional.of(key.group()) : Optional.empty();
    }

    /**
     * Lets a requirement pass that may be one: a key in its place was pasted by mistake, and would become a name, in
     * which nobody could tell the key any more.
     *
     * @throws IllegalArgumentException if it is a key
     */
    public static String noKey(String requirement) {
        if (isKey(requirement) && !VERSION.matcher(requirement).find()) {
            throw new IllegalArgumentException("it looks like a key that a service gave to a person, and no package."
                    + " Whoever has the file has the key");
        }
        return requirement;
    }

    /** The text with this in place of every key. */
    static String replace(String text, String substitute) {
        String clean = text.contains("-----BEGIN ") ? PRIVATE_KEY.matcher(text).replaceAll(substitute) : text;
        return KEY.matcher(clean).replaceAll(substitute);
    }

    private static boolean isOneWord(String text) {
        return text.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "_-+/=.".indexOf(c) >= 0));
    }
}
