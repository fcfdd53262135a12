package org.specimen.proof;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.specimen.proof.Proof.DistributionCheck;
import org.specimen.proof.Proof.ImportCheck;
import org.specimen.proof.Proof.ResultComparison;

/** What a proof says in the end, in one sentence, or as a headline and the reason for it. */
public final class VerdictSentence {

    private VerdictSentence() {}

    public static String of(Proof proof) {
        return headline(proof)
                + because(proof).map(reason -> ": " + reason + ".").orElse(".");
    }

    /** What came of it, without a full stop. */
    public static String headline(Proof proof) {
        return switch (proof.verdict()) {
            case REPRODUCED -> "It reproduced";
            case RAN -> "It ran to its end here";
            case DIFFERS -> "It ran, but " + apart(proof) + " here";
            case BUILT -> "The environment works";
            case FAILED -> "It failed here";
        };
    }

    /** A sentence of its own on how it comes to that; empty where the headline says all. */
    public static Optional<String> reason(Proof proof) {
        return because(proof)
                .map(reason -> reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1) + ".");
    }

    /** The reason as it stands after a colon: never with a name at its beginning, whose case would be lost. */
    private static Optional<String> because(Proof proof) {
        int results = proof.results().size();
        return switch (proof.verdict()) {
            case REPRODUCED ->
                Optional.of(
                        results == 1
                                ? "the result is the same here as in your files"
                                : "all " + results + " results are the same here as in your files");
            case RAN -> Optional.of("there was nothing to compare the results with");
            case DIFFERS -> chance(proof);
            case BUILT -> Optional.of("it was made, and all its packages and imports are there; nothing was run");
            case FAILED -> failure(proof);
        };
    }

    private static List<ResultComparison> differing(Proof proof) {
        return proof.results().stream()
                .filter(result -> !result.same() || result.random())
                .toList();
    }

    private static String apart(Proof proof) {
        List<ResultComparison> differing = differing(proof);
        return differing.size() == 1
                ? differing.get(0).path() + " differs"
                : differing.size() + " of " + proof.results().size() + " results differ";
    }

    private static Optional<String> chance(Proof proof) {
        if (proof.runs().size() < 2) {
            return Optional.empty();
        }
        List<ResultComparison> differing = differing(proof);
        if (differing.stream().allMatch(ResultComparison::random)) {
            return Optional.of("two runs here differ too, so it depends on chance, not on the computer");
        }
        return differing.stream().noneMatch(ResultComparison::random)
                ? Optional.of("two runs here agree, so it depends on the computer, not on chance")
                : Optional.empty();
    }

    private static Optional<String> failure(Proof proof) {
        if (proof.environment().isEmpty()) {
            return Optional.of("the environment could not be made");
        }
        List<String> missing = proof.distributions().stream()
                .filter(check -> !check.holds())
                .map(DistributionCheck::name)
                .map(Object::toString)
                .toList();
        List<String> broken = proof.imports().stream()
                .filter(check -> !check.works() && !check.optional())
                .map(ImportCheck::module)
                .toList();
        if (!broken.isEmpty()) {
            return Optional.of(
                    broken.size() == 1
                            ? "the import of " + broken.get(0) + " does not work"
                            : "the imports of " + listed(broken) + " do not work");
        }
        if (!missing.isEmpty()) {
            return Optional.of(
                    missing.size() == 1
                            ? "the pinned version of " + missing.get(0) + " is not there"
                            : "the pinned versions of " + listed(missing) + " are not there");
        }
        return proof.runs().stream()
                .filter(run -> run.status() != 0 || run.end() != RunOutcome.End.BY_ITSELF)
                .findFirst()
                .map(run -> switch (run.end()) {
                    case OUT_OF_TIME -> "the run took longer than it may";
                    case OUT_OF_MEMORY -> "the run needed more memory than it may have";
                    case BY_ITSELF -> "the run ended with an error (status " + run.status() + ")";
                });
    }

    private static String listed(List<String> names) {
        return names.size() <= 3
                ? String.join(", ", names)
                : names.stream().limit(2).collect(Collectors.joining(", ")) + " and " + (names.size() - 2) + " more";
    }
}
