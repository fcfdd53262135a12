package org.specimen.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What Specimen asks, with the keys and values of the answers file. */
public enum Question {
    PEOPLE("people", Kind.ONE, "me", "same-os-team", "mixed-os-team", "public"),
    OS_TROUBLE("os-trouble", Kind.ONE, "yes", "no"),
    MACHINES("machines", Kind.ONE, "one", "several"),
    HORIZON("horizon", Kind.ONE, "weeks", "months", "years"),
    PURPOSE("purpose", Kind.ONE, "exploration", "paper", "pipeline", "teaching", "application"),
    RUNS_ON("runs-on", Kind.SEVERAL, "laptop", "ci", "cluster", "cloud-vm", "hosted-notebook"),
    COMPILED("compiled", Kind.ONE, "yes", "no"),
    /** {@link #ANY_PYTHON}, or a Python version such as 3.12 or 3.12.4. */
    PYTHON("python", Kind.ONE, "any"),
    GPU("gpu", Kind.ONE, "none", "wheels", "mps", "cuda"),
    DOCKER("docker", Kind.ONE, "ready", "installable", "no"),
    OPERATING_SYSTEMS("operating-systems", Kind.SEVERAL, "linux", "macos", "windows"),
    AI("ai", Kind.SEVERAL, "api", "models", "randomness");

    /** The value that every question knows and that equals a missing key. */
    public static final String UNKNOWN = "unknown";

    /** The value of {@link #PYTHON} with which every recent Python will do. */
    public static final String ANY_PYTHON = "any";

    /** A release of Python 3 (PEP 440, "Final releases"), with its minor number at least. */
    private static final Pattern PYTHON_VERSION = Pattern.compile("3\\.(0|[1-9][0-9]?)(\\.(0|[1-9][0-9]?))?");

    /** How much of what a person wrote stands in a message. */
    private static final int SHOWN = 60;

    /** How many values an answer may have. */
    public enum Kind {
        ONE,
        SEVERAL
    }

    private final String key;
    private final Kind kind;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> choices;

    Question(String key, Kind kind, String... choices) {
        this.key = key;
        this.kind = kind;
        this.choices = List.of(choices);
    }

    /** As it stands in the answers file. */
    public String key() {
        return key;
    }

    /** The question itself, for a person. */
    public String text() {
        return AdviceTexts.text("question." + key);
    }

    public Kind kind() {
        return kind;
    }

    /** The values that may be answered, beside {@link #UNKNOWN} and, for {@link #PYTHON}, any version. */
    public List<String> choices() {
        return choices;
    }

    public static List<String> keys() {
        return Arrays.stream(Question.values()).map(Question::key).toList();
    }

    /**
     * An answer in its one form: each value once, in the order of {@link #choices()}; empty if it says {@link #UNKNOWN} or
     * nothing at all.
     *
     * @throws IllegalArgumentException if a value is none of the question's, or there are several where one is asked; the
     *     message names the values that may be answered and the one that was likely meant
     */
    public List<String> check(List<String> answer) {
        if (answer.isEmpty() || answer.equals(List.of(UNKNOWN))) {
            return List.of();
        }
        answer.forEach(this::check);
        List<String> values = answer.stream().distinct().toList();
        if (values.size() > 1 && kind == Kind.ONE) {
            throw new IllegalArgumentException(
                    key + " takes one value, and here are " + values.size() + ": " + String.join(", ", values) + ".");
        }
        if (values.size() > 1 && values.contains(UNKNOWN)) {
            throw new IllegalArgumentException(key + " cannot be " + UNKNOWN + " and something else at once.");
        }
        return values.stream().sorted(Comparator.comparingInt(choices::indexOf)).toList();
    }

    private void check(String value) {
        if (value.equals(UNKNOWN) || choices.contains(value) || isPythonVersion(value)) {
            return;
        }
        List<String> allowed = new ArrayList<>(choices);
        allowed.add(UNKNOWN);
        String likely = Likely.of(value, allowed)
                .map(meant -> " Did you mean " + meant + "?")
                .orElse("");
        String version = this == PYTHON ? ", or a version of Python 3 such as 3.12 or 3.12.4" : "";
        throw new IllegalArgumentException(key + " cannot be " + shown(value) + ". It is one of "
                + String.join(", ", allowed) + version + "." + likely);
    }

    private boolean isPythonVersion(String value) {
        return this == PYTHON && PYTHON_VERSION.matcher(value).matches();
    }

    /** As it can stand in a message: one line of bounded length, without marks that turn the writing's direction. */
    static String shown(String written) {
        String line = written.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ").strip();
        boolean tooLong = line.codePointCount(0, line.length()) > SHOWN;
        return "\"" + (tooLong ? line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…" : line) + "\"";
    }

    public static Optional<Question> ofKey(String key) {
        return Arrays.stream(Question.values())
                .filter(question -> question.key.equals(key))
                .findFirst();
    }
}
