package org.specimen.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.python.SpecifierSet;

/** Files that ask for versions of one package which cannot be had together. */
final class PinConflicts {

    private PinConflicts() {}

    /** A warning for each file that contradicts one before it. */
    static List<ProjectFacts.Warning> among(List<FoundPackage> packages) {
        List<ProjectFacts.Warning> warnings = new ArrayList<>();
        for (FoundPackage found : packages) {
            List<Declaration> declarations = found.declarations();
            for (int i = 1; i < declarations.size(); i++) {
                Declaration later = declarations.get(i);
                declarations.subList(0, i).stream()
                        .filter(earlier -> isElsewhere(earlier, later) && contradict(earlier, later))
                        .findFirst()
                        .ifPresent(earlier -> warnings.add(warning(found, earlier, later)));
            }
        }
        return warnings;
    }

    private static boolean isElsewhere(Declaration one, Declaration other) {
        return !one.evidence().file().equals(other.evidence().file());
    }

    private static ProjectFacts.Warning warning(FoundPackage found, Declaration earlier, Declaration later) {
        return new ProjectFacts.Warning(
                WarningKind.CONTRADICTION.key(),
                later.evidence(),
                found.name() + " " + versions(later).orElse(SpecifierSet.ANY) + " is asked for here, and "
                        + versions(earlier).orElse(SpecifierSet.ANY) + " in " + earlier.evidence()
                        + ". No version is both. Correct one of them.");
    }

    /** Whether no version is what both ask for. What holds only under a condition contradicts nothing. */
    static boolean contradict(Declaration one, Declaration other) {
        Optional<SpecifierSet> first = versions(one);
        Optional<SpecifierSet> second = versions(other);
        return first.isPresent()
                && second.isPresent()
                && (!first.get().isAny() && !second.get().isAny())
                && first.get().isDisjointFrom(second.get());
    }

    /** Empty where they hold only under a condition, or cannot be said as PEP 440 does. */
    static Optional<SpecifierSet> versions(Declaration declaration) {
        if (declaration instanceof Declaration.Pip pip) {
            boolean always = pip.requirement().marker().isEmpty()
                    && pip.requirement().url().isEmpty();
            return always ? Optional.of(pip.requirement().specifiers()) : Optional.empty();
        }
        return CondaPython.specifiers(((Declaration.Conda) declaration).spec().version());
    }
}
