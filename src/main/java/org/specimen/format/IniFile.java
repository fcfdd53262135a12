package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Settings in sections, as setup.cfg and tox.ini hold them (Python library reference, "configparser").
 *
 * @param values every line of every value, in the order of the text
 */
public record IniFile(List<Value> values) {

    /**
     * A line of a value.
     *
     * @param key lower case
     * @param text without the space around it, never empty
     */
    public record Value(String section, String key, String text, int line) {}

    public IniFile {
        values = List.copyOf(values);
    }

    /** Reads a text; what is no section, key or value is passed over. */
    public static IniFile parse(String text) {
        List<Value> values = new ArrayList<>();
        String section = "";
        String key = "";
        int number = 0;
        for (String line : text.split("\r\n|[\n\r]", -1)) {
            number++;
            String content = line.strip();
            if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
                continue;
            }
            boolean continued = Character.isWhitespace(line.charAt(0)) && !key.isEmpty();
            if (content.startsWith("[") && content.endsWith("]") && !continued) {
                section = content.substring(1, content.length() - 1).strip();
                key = "";
                continue;
            }
            int separator = separator(content);
            if (!continued && separator > 0) {
                key = content.substring(0, separator).strip().toLowerCase(Locale.ROOT);
                content = content.substring(separator + 1).strip();
            } else if (!continued) {
                key = "";
            }
            if (!key.isEmpty() && !content.isEmpty()) {
                values.add(new Value(section, key, content, number));
            }
        }
        return new IniFile(values);
    }

    private static int separator(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        return equals < 0 ? colon : colon < 0 ? equals : Math.min(equals, colon);
    }

    /** The lines of a value, none if the key is not there. */
    public List<Value> get(String section, String key) {
        return values.stream()
                .filter(value -> value.section().equals(section) && value.key().equals(key))
                .collect(Collectors.toList());
    }
}
