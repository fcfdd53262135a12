package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.specimen.python.Requirement;

/**
 * Writes requirements files in pip's format (pip documentation, "Requirements File Format"), laid out as pip-compile and uv
 * do.
 */
public final class RequirementsWriter {

    /** What pip would take for a comment, or fill in from the environment. */
    private static final Pattern MISREAD = Pattern.compile("\\s#|\\$\\{[A-Z0-9_]+}|[\\r\\n]|\\\\$");

    private RequirementsWriter() {}

    /**
     * A requirement.
     *
     * @param why a comment behind it; may be empty
     * @param hashes {@code sha256:…} of the files that will do; empty for any
     * @param via who asks for it, on comment lines of their own; may be empty
     */
    public record Line(Requirement requirement, String why, List<String> hashes, List<String> via) {

        private static final Pattern HASH = Pattern.compile("[a-z0-9]+:[0-9a-f]+");

        public Line {
            hashes = List.copyOf(hashes);
            via = List.copyOf(via);
            hashes.stream()
                    .filter(hash -> !HASH.matcher(hash).matches())
                    .findFirst()
                    .ifPresent(hash -> {
                        throw new IllegalArgumentException("not a hash of a file: " + hash);
                    });
        }
    }

    /**
     * The text of the file.
     *
     * @param header comment at the top; one or more lines
     * @throws IllegalArgumentException if some lines have hashes and some have not, since pip then refuses the file, or if
     *     pip would misread an address or a marker
     */
    public static String write(String header, List<Line> lines) {
        return write(header, List.of(), lines);
    }

    /**
     * The same with options of pip's above the requirements, as in {@code --extra-index-url https://pypi.example.org/simple}.
     *
     * @throws IllegalArgumentException likewise
     */
    public static String write(String header, List<String> options, List<Line> lines) {
        long withHashes =
                lines.stream().filter(line -> !line.hashes().isEmpty()).count();
        if (withHashes != 0 && withHashes != lines.size()) {
            throw new IllegalArgumentException("hashes must stand on every line or on none");
        }
        List<String> text = new ArrayList<>(CommentText.block(header));
        options.stream()
                .filter(option ->
                        !option.startsWith("-") || MISREAD.matcher(option).find())
                .findFirst()
                .ifPresent(option -> {
                    throw new IllegalArgumentException("not an option of pip's: " + option);
                });
        text.addAll(options);
        lines.forEach(line -> write(line, text));
        String content = String.join("\n", text) + "\n";
        return declared(content);
    }

    private static void write(Line line, List<String> text) {
        String requirement = line.requirement().toString();
        if (MISREAD.matcher(requirement).find()) {
            throw new IllegalArgumentException("pip would misread this requirement in a file: " + requirement);
        }
        StringBuilder logical = new StringBuilder(requirement);
        line.hashes().forEach(hash -> logical.append(" \\\n    --hash=").append(hash));
        text.add(logical + (line.hashes().isEmpty() ? CommentText.behind(line.why()) : ""));
        why(line).ifPresent(text::add);
        if (line.via().size() == 1) {
            text.add("    " + CommentText.comment("via " + line.via().get(0)));
        } else if (!line.via().isEmpty()) {
            text.add("    # via");
            line.via()
                    .forEach(name -> text.add(
                            "    #   " + CommentText.comment(name).substring(1).strip()));
        }
    }

    /** Behind hashes there is no room for words. */
    private static Optional<String> why(Line line) {
        boolean below = !line.hashes().isEmpty() && !line.why().isEmpty();
        return below ? Optional.of("    " + CommentText.comment(line.why())) : Optional.empty();
    }

    /** Before version 24.1 pip reads the file in the system's encoding unless the file itself names another (PEP 263). */
    private static String declared(String content) {
        boolean ascii = content.chars().allMatch(unit -> unit < 0x80);
        return ascii ? content : "# -*- coding: utf-8 -*-\n" + content;
    }
}
