package org.specimen.format;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** Poetry's way to say versions, as PEP 440 specifiers (Poetry documentation, "Dependency specification"). */
final class PoetryConstraint {

    private PoetryConstraint() {}

    /**
     * Reads a constraint. Of alternatives ({@code ||}) only what they have in common at their ends is kept: from the
     * lowest begin on.
     *
     * @throws IllegalArgumentException if it is none
     */
    static SpecifierSet parse(String text) {
        if (text.contains("|")) {
            return SpecifierSet.ANY;
        }
        List<String> specifiers = new ArrayList<>();
        for (String part : text.replace(',', ' ').strip().split("\\s+(?![\\d.*]+(\\s|$))", -1)) {
            specifiers.addAll(specifiers(part.replace(" ", "")));
        }
        return SpecifierSet.parse(String.join(",", specifiers));
    }

    private static List<String> specifiers(String part) {
        if (part.isEmpty() || part.equals("*") || part.equals("x")) {
            return List.of();
        }
        if (part.startsWith("^")) {
            Version from = Version.parse(part.substring(1));
            return List.of(">=" + from, "<" + caretEnd(from.release()));
        }
        if (part.startsWith("~=")) {
            return List.of(part);
        }
        if (part.startsWith("~")) {
            Version from = Version.parse(part.substring(1));
            return List.of(
                    ">=" + from,
                    "<" + raised(from.release(), Math.min(1, from.release().size() - 1)));
        }
        if (Character.isDigit(part.charAt(0))) {
            return List.of("==" + part);
        }
        if (part.startsWith("=") && !part.startsWith("==")) {
            return List.of("=" + part);
        }
        return List.of(part);
    }

    /** A caret keeps the leftmost number that is not zero. */
    private static String caretEnd(List<BigInteger> release) {
        int kept = 0;
        while (kept < release.size() - 1 && release.get(kept).signum() == 0) {
            kept++;
        }
        return raised(release, kept);
    }

    private static String raised(List<BigInteger> release, int position) {
        List<BigInteger> end = new ArrayList<>(release.subList(0, position));
        end.add(release.get(position).add(BigInteger.ONE));
        return end.stream().map(BigInteger::toString).collect(Collectors.joining("."));
    }
}
