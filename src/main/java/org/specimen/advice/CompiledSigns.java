package org.specimen.advice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.specimen.advice.Situation.Shown;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.Distribution;
import org.specimen.catalogue.WheelCompleteness;
import org.specimen.project.Declaration;
import org.specimen.project.Evidence;
import org.specimen.project.FoundPackage;
import org.specimen.project.ProjectFacts;

/**
 * Tells whether a project stands on compiled libraries below Python: it does not if every package found is known to be
 * complete as a wheel and nothing is asked of conda that is no Python package.
 */
record CompiledSigns(Catalogue catalogue) {

    /** How many names a reason lists before it only counts the rest. */
    private static final int NAMED = 5;

    /** Empty where some package is not known and no package is known to need libraries: then nothing shows either way. */
    Optional<Shown> read(ProjectFacts facts) {
        List<FoundPackage> demanding = facts.packages().stream()
                .filter(found -> completeness(found) == WheelCompleteness.NEEDS_SYSTEM_LIBRARIES)
                .toList();
        if (!demanding.isEmpty()) {
            return Optional.of(yes(names(demanding), evidence(demanding)));
        }
        if (!facts.condaPackages().isEmpty()) {
            List<Declaration.Conda> asked = facts.condaPackages();
            String names =
                    shorten(asked.stream().map(conda -> conda.spec().toString()).toList());
            return Optional.of(
                    yes(names, asked.stream().map(Declaration.Conda::evidence).toList()));
        }
        boolean complete =
                facts.packages().stream().allMatch(found -> completeness(found) == WheelCompleteness.COMPLETE);
        return complete ? Optional.of(no(facts.packages())) : Optional.empty();
    }

    /** Why it is assumed that there are some, where {@link #read} shows nothing. */
    String whyAssumed(ProjectFacts facts) {
        List<FoundPackage> unknown = facts.packages().stream()
                .filter(found -> completeness(found) == WheelCompleteness.UNKNOWN)
                .toList();
        return AdviceTexts.text("assumed.compiled.unknown", names(unknown));
    }

    private static Shown yes(String what, List<Evidence> evidence) {
        return new Shown(List.of("yes"), new Origin.Found(what, evidence));
    }

    private static Shown no(List<FoundPackage> packages) {
        String what = packages.isEmpty()
                ? AdviceTexts.text("found.no-packages")
                : AdviceTexts.text("found.complete", names(packages));
        return new Shown(List.of("no"), new Origin.Found(what, List.of()));
    }

    private WheelCompleteness completeness(FoundPackage found) {
        return catalogue
                .distribution(found.name())
                .map(Distribution::completeness)
                .orElse(WheelCompleteness.UNKNOWN);
    }

    private static List<Evidence> evidence(List<FoundPackage> packages) {
        return packages.stream()
                .flatMap(found -> found.evidence().stream().limit(1))
                .toList();
    }

    private static String names(List<FoundPackage> packages) {
        return shorten(packages.stream().map(found -> found.name().value()).toList());
    }

    private static String shorten(List<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() <= NAMED ? first : AdviceTexts.text("and-more", first, names.size() - NAMED);
    }
}
