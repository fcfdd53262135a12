package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The logins in a file {@code .netrc} (the manual of GNU inetutils, "The .netrc file"; Python library reference, "netrc").
 */
public final class Netrc {

    public static final Netrc EMPTY = new Netrc(List.of());

    /**
     * A login. It never shows its password.
     *
     * @param machine the host that it is for; empty for every other
     */
    public record Entry(String machine, String login, String password) {
        @Override
        public String toString() {
            return "a login for " + machine;
        }
    }

    private final List<Entry> entries;

    private Netrc(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** Reads a file; what cannot be understood is passed over. */
    public static Netrc parse(String text) {
        List<Entry> entries = new ArrayList<>();
        List<String> tokens = tokens(text);
        int at = 0;
        while (at < tokens.size()) {
            String word = tokens.get(at++);
            boolean isDefault = word.equals("default");
            if (!isDefault && !(word.equals("machine") && at < tokens.size())) {
                continue;
            }
            String machine = isDefault ? "" : tokens.get(at++);
            String login = "";
            String password = "";
            while (at + 1 < tokens.size() && isField(tokens.get(at))) {
                String field = tokens.get(at);
                if (field.equals("password")) {
                    password = tokens.get(at + 1);
                } else if (!field.equals("account")) {
                    login = tokens.get(at + 1);
                }
                at += 2;
            }
            entries.add(new Entry(machine, login, password));
        }
        return new Netrc(entries);
    }

    private static boolean isField(String token) {
        return token.equals("login") || token.equals("user") || token.equals("password") || token.equals("account");
    }

    /** Words, without macros (which end at an empty line) and comments. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        boolean inMacro = false;
        for (String line : text.split("\r\n|[\n\r]", -1)) {
            if (inMacro) {
                inMacro = !line.isBlank();
                continue;
            }
            String content = line.strip();
            if (content.startsWith("#")) {
                continue;
            }
            if (content.startsWith("macdef")) {
                inMacro = true;
                continue;
            }
            words(content, tokens);
        }
        return tokens;
    }

    /** A word may stand in double quotes; a backslash takes the next sign as it is. */
    private static void words(String line, List<String> tokens) {
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int at = 0; at < line.length(); at++) {
            char sign = line.charAt(at);
            if (sign == '\\' && at + 1 < line.length()) {
                word.append(line.charAt(++at));
                begun = true;
            } else if (sign == '"' && (quoted || !begun)) {
                quoted = !quoted;
                begun = true;
            } else if (Character.isWhitespace(sign) && !quoted) {
                if (begun) {
                    tokens.add(word.toString());
                }
                word.setLength(0);
                begun = false;
            } else {
                word.append(sign);
                begun = true;
            }
        }
        if (begun) {
            tokens.add(word.toString());
        }
    }

    /**
     * The login for a host.
     *
     * @param orDefault whether the one for every other host will do
     */
    public Optional<Entry> find(String host, boolean orDefault) {
        return entries.stream()
                .filter(entry -> entry.machine().equalsIgnoreCase(host))
                .findFirst()
                .or(() -> entries.stream()
                        .filter(entry -> orDefault && entry.machine().isEmpty())
                        .findFirst());
    }
}
