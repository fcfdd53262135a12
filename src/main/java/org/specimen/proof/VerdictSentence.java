package org.specimen.proof;

import java.util.List;
import java.util.stream.Collectors;
import org.specimen.proof.Proof.DistributionCheck;
import org.specimen.proof.Proof.ImportCheck;
import org.specimen.proof.Proof.ResultComparison;

/** What a proof says in the end, in one sentence. */
public final class VerdictSentence {

    private VerdictSentence() {}

    public static String of(Proof proof) {
        int results = proof.results().size();
        return switch (proof.verdict()) {
            case REPRODUCED ->
                results == 1
                        ? "It reproduced: the result is the same here as in yours."
                        : "It reproduced: all " + results + " results are the same here as in yours.";
            case RAN -> "It ran to its end here; there was nothing to compare the results with.";
            case DIFFERS -> differs(proof);
            case BUILT -> "The environment was made, and all its packages and imports work; nothing was run.";
            case FAILED -> failed(proof);
        };
    }

    private static String differs(Proof proof) {
        List<ResultComparison> apart = proof.results().stream()
                .filter(result -> !result.same() || result.random())
                .toList();
        boolean allRandom = apart.stream().allMatch(ResultComparison::random);
        String which = apart.size() == 1
                ? apart.get(0).path() + " differs"
                : apart.size() + " of " + proof.results().size() + " results differ";
        return "It ran, but " + which + " here"
                + (allRandom && proof.runs().size() > 1
                        ? ", and from run to run too: it depends on chance, not on the computer."
                        : ".");
    }

    private static String failed(Proof proof) {
        if (proof.environment().isEmpty()) {
            return "It failed here: the environment could not be made.";
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
            return "It failed here: " + listed(broken) + " cannot be imported.";
        }
        if (!missing.isEmpty()) {
            return "It failed here: " + listed(missing) + " is not there in the pinned version.";
        }
        return proof.runs().stream()
                .filter(run -> run.status() != 0 || run.end() != RunOutcome.End.BY_ITSELF)
                .findFirst()
                .map(run -> switch (run.end()) {
                    case OUT_OF_TIME -> "It failed here: the run took longer than it may.";
                    case OUT_OF_MEMORY -> "It failed here: the run needed more memory than it may have.";
                    case BY_ITSELF -> "It failed here: the run ended with an error (status " + run.status() + ").";
                })
                .orElse("It failed here.");
    }

    private static String listed(List<String> names) {
        return names.size() <= 3
                ? String.join(", ", names)
                : names.stream().limit(2).collect(Collectors.joining(", ")) + " and " + (names.size() - 2) + " more";
    }
}
