package org.specimen.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;

/**
 * The versions of one package that locks fix, beside what the project asks for.
 *
 * @param fitting those that are as they are asked for
 * @param warnings of those that are not: the lock is older than the list
 */
record FixedVersions(List<Declaration> fitting, List<ProjectFacts.Warning> warnings) {

    static FixedVersions of(PackageName name, List<Declaration> asked, List<Declaration> fixed) {
        List<Declaration> fitting = new ArrayList<>();
        List<ProjectFacts.Warning> warnings = new ArrayList<>();
        boolean byConda = asked.isEmpty() || asked.stream().anyMatch(Declaration.Conda.class::isInstance);
        for (Declaration declaration : fixed) {
            // conda's lock is not for what pip installs
            if (declaration instanceof Declaration.Conda && !byConda) {
                continue;
            }
            Optional<Declaration> against = asked.stream()
                    .filter(other -> PinConflicts.contradict(other, declaration))
                    .findFirst();
            if (against.isEmpty()) {
                fitting.add(declaration);
            } else {
                warnings.add(new ProjectFacts.Warning(
                        WarningKind.CONTRADICTION.key(),
                        declaration.evidence(),
                        name + " " + PinConflicts.versions(declaration).orElse(SpecifierSet.ANY)
                                + " is fixed here, and "
                                + PinConflicts.versions(against.get()).orElse(SpecifierSet.ANY) + " is asked for in "
                                + against.get().evidence() + ". The latter was taken; lock anew."));
            }
        }
        return new FixedVersions(fitting, warnings);
    }
}
