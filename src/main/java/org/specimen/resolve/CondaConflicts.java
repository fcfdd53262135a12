package org.specimen.resolve;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.specimen.problem.Conflict;
import org.specimen.problem.Conflict.Change;
import org.specimen.problem.Conflict.Remedy;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/**
 * Conflicts of conda's packages under the names of the distributions that the person asked for, for a face to act on; with
 * the remedies that can be asked for.
 */
final class CondaConflicts {

    private CondaConflicts() {}

    static List<Conflict> named(List<Conflict> conflicts, Assignment assignment) {
        Map<String, String> names = new HashMap<>();
        assignment
                .conda()
                .forEach((requirement, spec) -> names.put(
                        spec.exactName().orElseThrow().value(),
                        requirement.name().value()));
        return conflicts.stream().map(conflict -> named(conflict, names)).toList();
    }

    private static Conflict named(Conflict conflict, Map<String, String> names) {
        return new Conflict(
                conflict.subjects().stream()
                        .map(name -> names.getOrDefault(name, name))
                        .toList(),
                conflict.what(),
                conflict.because(),
                conflict.remedies().stream()
                        .filter(remedy -> remedy.changes().stream().allMatch(change -> canBeAsked(change, names)))
                        .map(remedy -> new Remedy(
                                remedy.what(),
                                remedy.changes().stream()
                                        .map(change -> new Change(
                                                change.kind(),
                                                names.getOrDefault(change.subject(), change.subject()),
                                                change.value()))
                                        .toList()))
                        .toList());
    }

    /** A package of conda's own can be asked for where its name and its version are ones that PyPI could have too. */
    private static boolean canBeAsked(Change change, Map<String, String> names) {
        return change.kind() != Change.Kind.USE_VERSION
                || (Version.tryParse(change.value()).isPresent()
                        && (names.containsKey(change.subject())
                                || PackageName.tryOf(change.subject())
                                        .filter(name -> name.value().equals(change.subject()))
                                        .isPresent()));
    }
}
