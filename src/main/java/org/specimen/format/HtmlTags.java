package org.specimen.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** Finds the opening tags of a page with their attributes, as forgivingly as a browser (WHATWG HTML, "Tokenization"). */
final class HtmlTags {

    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ");

    private final String text;
    private final BiConsumer<String, Map<String, String>> tags;
    private int at;

    private HtmlTags(String text, BiConsumer<String, Map<String, String>> tags) {
        this.text = text;
        this.tags = tags;
    }

    /** @param tags gets the name of each tag and its attributes, names in lower case, entities read */
    static void read(String text, BiConsumer<String, Map<String, String>> tags) {
        new HtmlTags(text, tags).read();
    }

    private void read() {
        while ((at = text.indexOf('<', at)) >= 0) {
            if (text.startsWith("<!--", at)) {
                skipTo("-->");
            } else if (at + 1 < text.length() && isLetter(text.charAt(at + 1))) {
                tag();
            } else {
                at++;
            }
        }
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, at);
        at = found < 0 ? text.length() : found + end.length();
    }

    private void tag() {
        int begin = ++at;
        while (at < text.length() && !isSpace(text.charAt(at)) && "/>".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String name = text.substring(begin, at).toLowerCase(Locale.ROOT);
        Map<String, String> attributes = attributes();
        tags.accept(name, attributes);
        if (name.equals("script") || name.equals("style")) {
            skipTo("</" + name);
        }
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        while (at < text.length() && text.charAt(at) != '>') {
            if (isSpace(text.charAt(at)) || text.charAt(at) == '/') {
                at++;
                continue;
            }
            int begin = at++;
            while (at < text.length() && !isSpace(text.charAt(at)) && "/>=".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String name = text.substring(begin, at).toLowerCase(Locale.ROOT);
            skipSpace();
            String value = "";
            if (at < text.length() && text.charAt(at) == '=') {
                at++;
                skipSpace();
                value = value();
            }
            attributes.putIfAbsent(name, value);
        }
        return attributes;
    }

    private String value() {
        if (at >= text.length()) {
            return "";
        }
        char quote = text.charAt(at);
        int begin = at;
        if (quote == '"' || quote == '\'') {
            int end = text.indexOf(quote, at + 1);
            at = end < 0 ? text.length() : end + 1;
            return unescape(text.substring(begin + 1, end < 0 ? text.length() : end));
        }
        while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '>') {
            at++;
        }
        return unescape(text.substring(begin, at));
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    static String unescape(String value) {
        if (value.indexOf('&') < 0) {
            return value;
        }
        StringBuilder plain = new StringBuilder();
        int place = 0;
        while (place < value.length()) {
            int end = value.charAt(place) == '&' ? value.indexOf(';', place) : -1;
            String meant = end < 0 || end - place > 10 ? "" : entity(value.substring(place + 1, end));
            if (meant.isEmpty()) {
                plain.append(value.charAt(place++));
            } else {
                plain.append(meant);
                place = end + 1;
            }
        }
        return plain.toString();
    }

    /** The sign that an entity stands for, an empty text if there is none. */
    private static String entity(String name) {
        if (!name.startsWith("#")) {
            return ENTITIES.getOrDefault(name, "");
        }
        boolean hex = name.startsWith("#x") || name.startsWith("#X");
        try {
            int point = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(point) && point > 0 ? Character.toString(point) : "";
        } catch (NumberFormatException none) {
            return "";
        }
    }

    private static boolean isSpace(char sign) {
        return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r' || sign == '\f';
    }

    private static boolean isLetter(char sign) {
        return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
    }
}
