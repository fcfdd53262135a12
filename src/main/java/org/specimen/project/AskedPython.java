package org.specimen.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.project.ProjectFacts.PythonRequirement;
import org.specimen.project.ProjectFacts.Warning;
import org.specimen.project.SpecFacts.PythonWish;
import org.specimen.python.SpecifierSet;

/** The Python that the files ask for together. */
final class AskedPython {

    private AskedPython() {}

    /**
     * What counts most: what people ask for, else what images have, else what notebooks were run with. Of those the ones
     * nearest to the top weigh most: one that contradicts them is left out, with a warning.
     *
     * @param byModules what the modules of Python's own tell that are imported
     */
    static PythonRequirement of(
            List<SpecFacts> specs,
            List<CodeFacts> code,
            List<PythonWish> byModules,
            Catalogue catalogue,
            List<Warning> warnings) {
        List<PythonWish> all = Stream.of(
                        specs.stream().flatMap(facts -> facts.pythons.stream()),
                        code.stream().flatMap(facts -> facts.pythons.stream()),
                        byModules.stream())
                .flatMap(wishes -> wishes)
                .filter(wish -> Roles.of(wish.evidence().file()) == Role.RUNTIME)
                .toList();
        List<PythonWish> heaviest = all.stream()
                .filter(wish -> all.stream().noneMatch(other -> other.weight().compareTo(wish.weight()) < 0))
                .sorted(Comparator.<PythonWish>comparingLong(
                                wish -> depth(wish.evidence().file()))
                        .thenComparing(PythonWish::evidence))
                .toList();
        return join(heaviest, catalogue, warnings);
    }

    private static long depth(String path) {
        return path.chars().filter(c -> c == '/').count();
    }

    private static PythonRequirement join(List<PythonWish> wishes, Catalogue catalogue, List<Warning> warnings) {
        SpecifierSet all = SpecifierSet.ANY;
        List<Evidence> evidence = new ArrayList<>();
        for (PythonWish wish : wishes) {
            SpecifierSet narrower = all.and(wish.specifiers());
            if (!PythonVersions.isMetByKnown(wish.specifiers(), catalogue.pythonReleases())) {
                warnings.add(impossible(wish));
            }
            if (!all.isAny() && !PythonVersions.isMet(narrower)) {
                warnings.add(contradiction(wish, all, evidence.get(0)));
                continue;
            }
            boolean said = narrower.equals(all)
                    || all.specifiers().containsAll(wish.specifiers().specifiers());
            all = said ? all : narrower;
            evidence.add(wish.evidence());
        }
        return new PythonRequirement(all, evidence);
    }

    private static Warning contradiction(PythonWish wish, SpecifierSet taken, Evidence where) {
        return new Warning(
                WarningKind.CONTRADICTION.key(),
                wish.evidence(),
                "Python " + wish.specifiers() + " is asked for here, and Python " + taken + " in " + where
                        + ". The latter was taken.");
    }

    private static Warning impossible(PythonWish wish) {
        String why =
                PythonVersions.isMet(wish.specifiers()) ? "no Python that is known meets it" : "no Python can meet it";
        return new Warning(
                WarningKind.CONTRADICTION.key(),
                wish.evidence(),
                "Python " + wish.specifiers() + " is asked for here, and " + why + ". Correct it.");
    }
}
