package org.specimen.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Dockerfile of anybody's, as far as it says what an image is made of (Dockerfile reference). Nothing is refused: what is
 * no instruction is passed over.
 *
 * @param images those that the stages begin with, with the defaults of arguments put in
 * @param commands what RUN runs
 */
public record DockerfileText(List<Image> images, List<Command> commands) {

    public DockerfileText {
        images = List.copyOf(images);
        commands = List.copyOf(commands);
    }

    /**
     * What a stage begins with.
     *
     * @param name as in {@code python:3.11-slim}
     */
    public record Image(String name, int line) {}

    /**
     * A line of what a shell runs; lines that a backslash joins are one.
     *
     * @param line the one that it begins on, counted from 1
     */
    public record Command(String text, int line) {}

    private static final Pattern INSTRUCTION = Pattern.compile("\\s*([A-Za-z]+)\\s+(.*)", Pattern.DOTALL);

    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\{([A-Za-z_][A-Za-z0-9_]*)(?::?[-+]([^}]*))?}|([A-Za-z_][A-Za-z0-9_]*))");

    private static final Pattern HEREDOC = Pattern.compile("<<-?([\"']?)([A-Za-z_][A-Za-z0-9_]*)\\1");

    public static DockerfileText parse(String text) {
        return new Reader(text.lines().toList()).read();
    }

    private static final class Reader {
        private final List<String> lines;
        private final Map<String, String> arguments = new HashMap<>();
        private final List<Image> images = new ArrayList<>();
        private final List<Command> commands = new ArrayList<>();
        private int at;
        private char escape = '\\';

        Reader(List<String> lines) {
            this.lines = lines;
        }

        DockerfileText read() {
            for (String line : lines) {
                if (!line.startsWith("#")) {
                    break;
                }
                String directive = line.substring(1).replace(" ", "").toLowerCase(Locale.ROOT);
                escape = directive.equals("escape=`") ? '`' : escape;
            }
            while (at < lines.size()) {
                int begin = at + 1;
                String logical = logicalLine();
                Matcher instruction = INSTRUCTION.matcher(logical);
                if (instruction.matches()) {
                    read(instruction.group(1).toUpperCase(Locale.ROOT), instruction.group(2), begin);
                }
            }
            return new DockerfileText(images, commands);
        }

        /** A line with those that continue it; comments and blank lines between them fall out. */
        private String logicalLine() {
            StringBuilder logical = new StringBuilder();
            while (at < lines.size()) {
                String line = lines.get(at++);
                String content = line.strip();
                if (content.startsWith("#") || (content.isEmpty() && !logical.isEmpty())) {
                    if (logical.isEmpty()) {
                        return "";
                    }
                    continue;
                }
                boolean continues = !content.isEmpty() && content.charAt(content.length() - 1) == escape;
                logical.append(continues ? content.substring(0, content.length() - 1) : content);
                if (!continues) {
                    break;
                }
                logical.append(' ');
            }
            return logical.toString();
        }

        private void read(String keyword, String rest, int line) {
            switch (keyword) {
                case "ARG", "ENV" -> readVariables(rest);
                case "FROM" -> readImage(rest, line);
                case "RUN" -> readRun(rest, line);
                default -> {}
            }
        }

        private void readVariables(String rest) {
            for (String pair : rest.strip().split("\\s+", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    arguments.putIfAbsent(
                            pair.substring(0, equals),
                            pair.substring(equals + 1).replaceAll("[\"']", ""));
                }
            }
        }

        private void readImage(String rest, int line) {
            for (String word : rest.strip().split("\\s+", -1)) {
                if (!word.startsWith("--") && !word.isEmpty()) {
                    images.add(new Image(resolved(word), line));
                    return;
                }
            }
        }

        /** What a variable stands for, as far as the file says so. */
        private String resolved(String text) {
            return VARIABLE.matcher(text).replaceAll(variable -> {
                String name = Optional.ofNullable(variable.group(1)).orElseGet(() -> variable.group(3));
                String otherwise = Optional.ofNullable(variable.group(2)).orElse("");
                return Matcher.quoteReplacement(arguments.getOrDefault(name, otherwise));
            });
        }

        private void readRun(String rest, int line) {
            Matcher document = HEREDOC.matcher(rest);
            if (document.find()) {
                readDocument(document.group(2));
                return;
            }
            String command = rest.strip();
            boolean json = command.startsWith("[") && command.endsWith("]");
            commands.add(new Command(json ? command.replaceAll("[\\[\\]\",]+", " ") : resolvedPins(command), line));
        }

        /** Versions stand in variables too: {@code numpy==${NUMPY}}. A variable that nobody set stays as it is. */
        private String resolvedPins(String command) {
            return VARIABLE.matcher(command).replaceAll(variable -> {
                String name = Optional.ofNullable(variable.group(1)).orElseGet(() -> variable.group(3));
                return Matcher.quoteReplacement(arguments.getOrDefault(name, variable.group()));
            });
        }

        private void readDocument(String end) {
            while (at < lines.size()) {
                String line = lines.get(at++);
                if (line.strip().equals(end)) {
                    return;
                }
                commands.add(new Command(resolvedPins(line), at));
            }
        }
    }
}
