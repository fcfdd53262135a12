package org.specimen.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.proof.ProofRequest.Tolerance;

/**
 * Compares texts with numbers in them, as tables and JSON are: what stands between the numbers must be the same, and the
 * numbers must be so within a tolerance. How lines end does not count.
 */
final class NumberText {

    /** A number stands by itself; digits in a word or a name belong to that. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w.])[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?(?![\\w])|(?<![\\w.])[-+]?(?:nan|inf|NaN|Inf|Infinity)(?!\\w)");

    /** What is shown of a line. */
    private static final int SHOWN = 60;

    private final Tolerance tolerance;

    private int apart;
    private double largest;
    private Optional<String> firstApart = Optional.empty();

    private NumberText(Tolerance tolerance) {
        this.tolerance = tolerance;
    }

    /** What is not the same, in a sentence; empty if nothing is not. */
    static Optional<String> difference(String theirs, String ours, Tolerance tolerance) {
        return new NumberText(tolerance).compare(theirs, ours);
    }

    private Optional<String> compare(String theirs, String ours) {
        List<String> before = theirs.lines().toList();
        List<String> now = ours.lines().toList();
        for (int i = 0; i < Math.min(before.size(), now.size()); i++) {
            if (!before.get(i).equals(now.get(i))) {
                Optional<String> words = line(i + 1, before.get(i), now.get(i));
                if (words.isPresent()) {
                    return words;
                }
            }
        }
        if (before.size() != now.size()) {
            return Optional.of("It has " + lines(now.size()) + " here and " + lines(before.size()) + " in yours.");
        }
        return firstApart.map(first -> first
                + (apart == 1 ? "" : " In all, " + apart + " numbers differ, the most by " + share(largest) + "."));
    }

    private static String lines(int count) {
        return count == 1 ? "1 line" : count + " lines";
    }

    /** Words that differ end the comparison; numbers are counted. */
    private Optional<String> line(int number, String theirs, String ours) {
        List<String> before = parts(theirs);
        List<String> now = parts(ours);
        boolean sameShape = before.size() == now.size();
        for (int i = 0; sameShape && i < before.size(); i++) {
            // Words and numbers come by turns.
            sameShape = i % 2 == 1 || before.get(i).equals(now.get(i));
        }
        if (!sameShape) {
            return Optional.of(
                    "Line " + number + " is \"" + shown(ours) + "\" here and \"" + shown(theirs) + "\" in yours.");
        }
        for (int i = 1; i < before.size(); i += 2) {
            number(number, before.get(i), now.get(i));
        }
        return Optional.empty();
    }

    private void number(int line, String theirs, String ours) {
        if (theirs.equals(ours)) {
            return;
        }
        double before = value(theirs);
        double now = value(ours);
        double difference = Math.abs(before - now);
        double larger = Math.max(Math.abs(before), Math.abs(now));
        boolean same = Double.compare(before, now) == 0
                || difference <= Math.max(tolerance.absolute(), tolerance.relative() * larger);
        if (same) {
            return;
        }
        apart++;
        double relative = larger == 0 ? 0 : difference / larger;
        largest = Math.max(largest, Double.isNaN(relative) ? 1 : relative);
        if (firstApart.isEmpty()) {
            firstApart = Optional.of("Line " + line + " has " + ours + " here and " + theirs + " in yours"
                    + (Double.isFinite(relative) ? ", " + share(relative) + " apart" : "") + ".");
        }
    }

    private static double value(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceFirst("^\\+", "");
        return switch (plain) {
            case "nan", "-nan" -> Double.NaN;
            case "inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(plain);
        };
    }

    private static String share(double relative) {
        double percent = relative * 100;
        return percent >= 0.01
                ? String.format(Locale.ROOT, "%.2f %%", percent)
                : String.format(Locale.ROOT, "%.1e", relative) + " of it";
    }

    private static String shown(String line) {
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    /** Words at the even places, numbers at the odd ones. */
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(line);
        int end = 0;
        while (matcher.find()) {
            parts.add(line.substring(end, matcher.start()));
            parts.add(matcher.group());
            end = matcher.end();
        }
        parts.add(line.substring(end));
        return parts;
    }
}
