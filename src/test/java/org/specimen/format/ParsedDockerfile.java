package org.specimen.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a Dockerfile back as Docker does (Dockerfile reference: "Format", "Parser directives", "Escape", "Environment
 * replacement", "Here-documents"), written from the reference and not from {@link Dockerfile}.
 */
public record ParsedDockerfile(List<String> comments, List<Line> lines) {

    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([A-Za-z][A-Za-z0-9]*)\\s*=\\s*(.+?)\\s*");
    private static final Pattern CONTINUES = Pattern.compile("(.*[^\\\\])?\\\\[ \\t]*", Pattern.DOTALL);
    private static final Pattern INSTRUCTION = Pattern.compile("([A-Za-z]+)[ \\t]+(.*)", Pattern.DOTALL);

    /** One instruction: its name in capitals, its options, and the rest of its line. */
    public record Line(String name, List<String> options, String rest) {

        /** The words of the JSON form; an error if it is not that. */
        public List<String> json() {
            if (!rest.startsWith("[") || !rest.endsWith("]")) {
                throw new AssertionError("not in JSON form: " + rest);
            }
            List<String> words = new ArrayList<>();
            Matcher strings =
                    Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(?:, |$)").matcher(rest.substring(1, rest.length() - 1));
            int end = 0;
            while (strings.lookingAt()) {
                words.add(unescapeJson(strings.group(1)));
                end = strings.end();
                strings.region(end, strings.regionEnd());
            }
            if (end != rest.length() - 2) {
                throw new AssertionError("not in JSON form: " + rest);
            }
            return words;
        }

        /** The paths of COPY, as they are after expansion. */
        public List<String> paths() {
            List<String> words = rest.startsWith("[") ? json() : List.of(rest.split("[ \\t]+"));
            return words.stream().map(word -> expand(word, Map.of())).toList();
        }

        /** The keys and values of ENV, LABEL and ARG, as they are after expansion. */
        public Map<String, String> pairs(Map<String, String> variables) {
            Map<String, String> pairs = new LinkedHashMap<>();
            for (String word : words(rest)) {
                int equals = word.indexOf('=');
                if (equals < 0 && name.equals("ARG")) {
                    // Whoever builds the image may set it.
                    continue;
                }
                if (equals < 0) {
                    throw new AssertionError("no equals sign in " + word);
                }
                pairs.put(word.substring(0, equals), expand(word.substring(equals + 1), variables));
            }
            return pairs;
        }

        /** The one value of WORKDIR and USER, as it is after expansion. */
        public String value() {
            return expand(rest, Map.of());
        }
    }

    public static ParsedDockerfile parse(String text) {
        List<String> comments = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        boolean directives = true;
        StringBuilder logical = new StringBuilder();
        for (String raw : text.split("\n", -1)) {
            String line = raw.endsWith("\r") ? raw.substring(0, raw.length() - 1) : raw;
            if (directives) {
                Matcher directive = DIRECTIVE.matcher(line);
                if (directive.matches()) {
                    throw new AssertionError("a parser directive: " + line);
                }
                directives = false;
            }
            String stripped = line.replaceAll("^[ \\t]+", "");
            if (stripped.startsWith("#")) {
                comments.add(stripped.substring(1).strip());
            } else if (stripped.isEmpty() && logical.length() > 0) {
                throw new AssertionError("an empty continuation line");
            } else if (CONTINUES.matcher(line).matches()) {
                logical.append(line, 0, line.lastIndexOf('\\'));
            } else if (!stripped.isEmpty()) {
                lines.add(instruction(logical.append(line).toString().strip()));
                logical.setLength(0);
            }
        }
        if (logical.length() > 0) {
            throw new AssertionError("the last line is continued");
        }
        return new ParsedDockerfile(comments, lines);
    }

    private static Line instruction(String line) {
        Matcher instruction = INSTRUCTION.matcher(line);
        if (!instruction.matches()) {
            throw new AssertionError("no instruction: " + line);
        }
        String name = instruction.group(1).toUpperCase(Locale.ROOT);
        String rest = instruction.group(2);
        List<String> options = new ArrayList<>();
        if (List.of("RUN", "COPY", "FROM").contains(name)) {
            Matcher option = Pattern.compile("--\\S+\\s+").matcher(rest);
            while (option.lookingAt()) {
                options.add(option.group().strip());
                rest = rest.substring(option.end());
                option.reset(rest);
            }
        }
        if (List.of("RUN", "COPY").contains(name)) {
            words(rest).stream()
                    .filter(word -> word.matches("\\d*<<-?\\s*[^<]*"))
                    .findFirst()
                    .ifPresent(word -> {
                        throw new AssertionError("a here-document: " + word);
                    });
        }
        return new Line(name, options, rest);
    }

    public List<Line> all(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).toList();
    }

    public Line last(String name) {
        List<Line> all = all(name);
        return all.get(all.size() - 1);
    }

    /** Words between blanks; quotes stay, a backslash keeps what follows it from meaning anything, but not in '…'. */
    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
                continue;
            }
            inWord = true;
            word.append(c);
            if (c == '\\' && quote != '\'' && i + 1 < text.length()) {
                word.append(text.charAt(++i));
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        if (quote != 0) {
            throw new AssertionError("a quote is not closed: " + text);
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    /** Takes quotes and escapes away and fills in variables; one that is not there is an error. */
    static String expand(String word, Map<String, String> variables) {
        StringBuilder expanded = new StringBuilder();
        char quote = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (quote == '\'' || (c != '\\' && c != '"' && c != '\'' && c != '$')) {
                if (c == quote) {
                    quote = 0;
                } else {
                    expanded.append(c);
                }
            } else if (c == '\\') {
                char next = word.charAt(++i);
                if (quote == '"' && next != '"' && next != '$' && next != '\\') {
                    expanded.append(c);
                }
                expanded.append(next);
            } else if (c == '$') {
                Matcher variable =
                        Pattern.compile("\\$\\{(\\w+)}").matcher(word).region(i, word.length());
                if (!variable.lookingAt() || !variables.containsKey(variable.group(1))) {
                    throw new AssertionError("a variable in " + word);
                }
                expanded.append(variables.get(variable.group(1)));
                i = variable.end() - 1;
            } else if (quote == 0) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                expanded.append(c);
            }
        }
        return expanded.toString();
    }

    private static String unescapeJson(String text) {
        Matcher escape = Pattern.compile("\\\\(u[0-9a-f]{4}|[\"\\\\])").matcher(text);
        return escape.replaceAll(found -> Matcher.quoteReplacement(
                found.group(1).startsWith("u")
                        ? String.valueOf((char) Integer.parseInt(found.group(1).substring(1), 16))
                        : found.group(1)));
    }
}
