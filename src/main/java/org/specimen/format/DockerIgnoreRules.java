package org.specimen.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.specimen.problem.BadInput;

/**
 * What a .dockerignore file leaves out, as Docker's command line has it (Docker documentation, "Build context",
 * ".dockerignore files"; what that leaves open is as in github.com/moby/patternmatcher, November 2026). Paths are those
 * within the folder, with slashes.
 */
public final class DockerIgnoreRules {

    public static final DockerIgnoreRules NONE = new DockerIgnoreRules(List.of());

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final List<DockerPattern> patterns;

    private DockerIgnoreRules(List<DockerPattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /**
     * Which patterns fit a folder and so all that is in it, and what that comes to.
     *
     * @param fits the numbers of the patterns that fit, counted from 0
     */
    public record Verdict(BitSet fits, boolean ignored) {

        /** Of the folder itself that the patterns count from. */
        public static final Verdict TOP = new Verdict(new BitSet(), false);
    }

    /**
     * Reads the text of the file.
     *
     * @throws BadInput with the line if Docker would refuse a pattern
     */
    public static DockerIgnoreRules parse(String text) {
        List<DockerPattern> patterns = new ArrayList<>();
        int number = 0;
        String body = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        for (String line : body.lines().toList()) {
            number++;
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            patterns.add(pattern(line.strip(), number));
        }
        return new DockerIgnoreRules(patterns);
    }

    private static DockerPattern pattern(String line, int number) {
        boolean exception = line.startsWith("!");
        String path = cleaned(exception ? line.substring(1).strip() : line);
        String relative = path.length() > 1 && path.startsWith("/") ? path.substring(1) : path;
        if (relative.isEmpty()) {
            throw BadInput.at(".dockerignore", number, 1, "an exclamation mark needs a pattern behind it.");
        }
        try {
            return DockerPattern.of(relative, exception);
        } catch (IllegalArgumentException malformed) {
            throw BadInput.at(
                    ".dockerignore",
                    number,
                    1,
                    "Docker does not take the pattern \"" + relative
                            + "\". Close its brackets, and put a character behind each backslash.");
        }
    }

    /** The shortest path that means the same (Go, {@code path.Clean}); nothing stays nothing. */
    private static String cleaned(String path) {
        if (path.isEmpty()) {
            return path;
        }
        Deque<String> parts = new ArrayDeque<>();
        boolean absolute = path.startsWith("/");
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".")) {
                continue;
            }
            boolean climbs = part.equals("..");
            if (climbs && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!climbs || !absolute) {
                parts.addLast(part);
            }
        }
        String clean = (absolute ? "/" : "") + String.join("/", parts);
        return clean.isEmpty() ? "." : clean;
    }

    /** Whether a path is left out, by itself or with a folder that it lies in. */
    public boolean ignores(String path) {
        Verdict verdict = Verdict.TOP;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            verdict = verdict(path.substring(0, slash), verdict);
        }
        return verdict(path, verdict).ignored();
    }

    /**
     * Whether a path is left out: the last pattern that fits it, or a folder that it lies in, decides.
     *
     * @param folder what is said of the folder that the path lies in
     */
    public Verdict verdict(String path, Verdict folder) {
        BitSet fits = new BitSet(patterns.size());
        boolean ignored = false;
        for (int at = 0; at < patterns.size(); at++) {
            DockerPattern pattern = patterns.get(at);
            // What would not change anything is not looked at.
            boolean counts = pattern.exception() == ignored;
            if (folder.fits().get(at) || (counts && pattern.fits(path))) {
                fits.set(at);
                ignored = !pattern.exception();
            }
        }
        return new Verdict(fits, ignored);
    }

    /**
     * Whether Docker looks into a folder that is left out: something in it may be an exception. Its command line goes by
     * how the exceptions begin, so that {@code !**}{@code /x} brings nothing back from such a folder.
     */
    public boolean mayBringBack(String folder) {
        return patterns.stream()
                .filter(DockerPattern::exception)
                .anyMatch(pattern -> (pattern.text() + "/").startsWith(folder + "/"));
    }
}
