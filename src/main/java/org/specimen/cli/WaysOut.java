package org.specimen.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.specimen.problem.Refusal;
import org.specimen.problem.Refusal.Kind;
import org.specimen.python.PackageName;

/** What to type when something cannot be had. */
final class WaysOut {

    private WaysOut() {}

    /** A sentence for each option that helps. */
    static List<String> of(List<Refusal> refusals) {
        List<String> ways = new ArrayList<>();
        String unwanted = refusals.stream()
                .filter(refusal -> refusal.kind() != Kind.NO_SUCH_PYTHON)
                .map(Refusal::subject)
                .filter(subject -> PackageName.tryOf(subject).isPresent())
                .distinct()
                .collect(Collectors.joining(","));
        if (!unwanted.isEmpty()) {
            ways.add("To go on without: --leave-out " + unwanted);
        }
        String questionable = refusals.stream()
                .filter(refusal -> refusal.kind() == Kind.QUESTIONABLE_NAME)
                .map(Refusal::subject)
                .collect(Collectors.joining(","));
        if (!questionable.isEmpty()) {
            ways.add("If the name is right: --confirm-name " + questionable);
        }
        List<String> pythons = pythons(refusals);
        if (!pythons.isEmpty()) {
            ways.add("To choose another Python: --python " + pythons.get(0));
        }
        return ways;
    }

    /** The Pythons that would do for everything that the Python is wrong for. */
    private static List<String> pythons(List<Refusal> refusals) {
        List<List<String>> suggested = refusals.stream()
                .filter(refusal -> refusal.kind() == Kind.NO_SUCH_PYTHON || refusal.kind() == Kind.NOT_FOR_THIS_PYTHON)
                .map(Refusal::suggestions)
                .toList();
        return suggested.stream()
                .limit(1)
                .flatMap(List::stream)
                .filter(python -> suggested.stream().allMatch(others -> others.contains(python)))
                .toList();
    }
}
