package org.specimen.python;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.specimen.python.Specifier.Operator;

/** Versions that are asked for, as a person says them: "3.11", "3.9 or newer". */
public final class VersionWords {

    private static final List<Operator> ORDER = List.of(Operator.AT_LEAST, Operator.GREATER);

    private VersionWords() {}

    /** In words, or as it is written where that is clearer; empty where any version will do. */
    public static String of(SpecifierSet asked) {
        return asked.specifiers().stream()
                .sorted(Comparator.comparing(specifier -> !ORDER.contains(specifier.operator())))
                .map(VersionWords::of)
                .collect(Collectors.joining(", "));
    }

    private static String of(Specifier specifier) {
        String version = specifier
                .toString()
                .substring(specifier.operator().toString().length())
                .strip();
        return switch (specifier.operator()) {
            case EQUAL -> version.endsWith(".*") ? version.substring(0, version.length() - 2) : version;
            case IDENTICAL -> version;
            case AT_LEAST -> version + " or newer";
            case AT_MOST -> version + " or older";
            case LESS -> "older than " + version;
            case GREATER -> "newer than " + version;
            case NOT_EQUAL -> "not " + version;
            case COMPATIBLE -> specifier.toString();
        };
    }
}
