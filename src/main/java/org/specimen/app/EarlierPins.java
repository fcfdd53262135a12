package org.specimen.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.specimen.catalogue.Catalogue;
import org.specimen.conda.Comparison;
import org.specimen.conda.CondaName;
import org.specimen.conda.VersionSpec;
import org.specimen.files.FileRole;
import org.specimen.format.CondaLock;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.Declaration;
import org.specimen.project.ProjectScanner;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Specifier;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/**
 * The versions that the project's files pin already.
 *
 * @param kept those that Specimen wrote: they stay as long as they fit
 * @param keptFiles the names of the package files of conda in a lock that Specimen wrote: they stay likewise
 * @param byHand those in a file that a person has a hand in: they hold, or the person is told why they cannot
 */
record EarlierPins(Map<PackageName, Version> kept, Map<PackageName, Version> byHand, Set<String> keptFiles) {

    static final EarlierPins NONE = new EarlierPins(Map.of(), Map.of(), Set.of());

    EarlierPins {
        kept = Map.copyOf(kept);
        byHand = Map.copyOf(byHand);
        keptFiles = Set.copyOf(keptFiles);
    }

    /**
     * Reads the pins of the project's files.
     *
     * @param own the files that are as Specimen wrote them last, by path
     */
    static EarlierPins of(Path folder, EnvironmentPlan plan, Set<String> own, Catalogue catalogue) {
        ProjectScanner scanner = new ProjectScanner(catalogue);
        String merged = (plan.stack().usesConda() ? FileRole.ENVIRONMENT_YML : FileRole.REQUIREMENTS_IN).fileName();
        Set<String> shared = own.contains(merged) ? Set.of() : Set.of(merged);
        Map<PackageName, Version> kept = pins(scanner.pins(folder, own), catalogue);
        Map<PackageName, Version> byHand = new HashMap<>(pins(scanner.pins(folder, shared), catalogue));
        byHand.entrySet().removeIf(pin -> isOurs(pin.getKey(), pin.getValue(), kept, plan));
        return new EarlierPins(kept, byHand, own.contains(FileRole.CONDA_LOCK.fileName()) ? files(folder) : Set.of());
    }

    /** A version in a shared file is Specimen's, where its own files have the same and nobody asked for just that one. */
    private static boolean isOurs(
            PackageName name, Version version, Map<PackageName, Version> kept, EnvironmentPlan plan) {
        boolean isAskedFor = plan.packages().stream()
                .filter(planned -> planned.name().equals(name))
                .anyMatch(planned -> pinned(planned.requirement().specifiers())
                        .filter(version::equals)
                        .isPresent());
        return version.equals(kept.get(name)) && !isAskedFor;
    }

    /** Without versions that the person decides against now: what they wish is asked of them before it is written. */
    EarlierPins without(List<PlannedPackage> wished, Optional<Project> project) {
        Map<PackageName, Version> left = new HashMap<>(byHand);
        wished.forEach(planned -> left.computeIfPresent(
                planned.name(),
                (name, version) -> decidesAgainst(planned.requirement(), version, project) ? null : version));
        return new EarlierPins(kept, left, keptFiles);
    }

    /** A wish without a version may be one about something else, unless a version was asked for before. */
    private static boolean decidesAgainst(Requirement wished, Version byHand, Optional<Project> project) {
        return wished.specifiers().isAny()
                ? project.stream()
                        .flatMap(there -> there.facts().packages().stream())
                        .filter(found -> found.name().equals(wished.name()))
                        .anyMatch(found -> found.declarations().stream().anyMatch(EarlierPins::isPin))
                : !wished.specifiers().contains(byHand, true);
    }

    /** What is not chosen anew even where that is asked for, in a sentence for the person. */
    Optional<String> stays() {
        return byHand.isEmpty()
                ? Optional.empty()
                : Optional.of(AppTexts.get(
                        "pins.by-hand",
                        byHand.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(pin -> pin.getKey() + " " + pin.getValue())
                                .collect(Collectors.joining(", "))));
    }

    private static Set<String> files(Path folder) {
        return SmallFiles.inProject(folder, FileRole.CONDA_LOCK.fileName())
                .map(CondaLock::fileNames)
                .orElse(Set.of());
    }

    /** Without those that Specimen wrote itself. */
    EarlierPins byHandAlone() {
        return new EarlierPins(Map.of(), byHand, Set.of());
    }

    /** The requirement, narrowed to the version that a person wrote into a shared file. */
    Requirement withPinByHand(Requirement requirement) {
        Version pinned = byHand.get(requirement.name());
        return pinned == null || requirement.url().isPresent()
                ? requirement
                : requirement.withSpecifiers(SpecifierSet.exactly(pinned));
    }

    private static Map<PackageName, Version> pins(List<Declaration> declarations, Catalogue catalogue) {
        Map<PackageName, Version> pins = new HashMap<>();
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.Pip pip) {
                pinned(pip.requirement().specifiers())
                        .ifPresent(version -> pins.putIfAbsent(pip.requirement().name(), version));
            } else if (declaration instanceof Declaration.Conda conda) {
                conda.spec()
                        .exactName()
                        .flatMap(name -> distribution(name, catalogue))
                        .ifPresent(name ->
                                pinned(conda.spec().version()).ifPresent(version -> pins.putIfAbsent(name, version)));
            }
        }
        return pins;
    }

    /** Whether it names one version. */
    static boolean isPin(Declaration declaration) {
        return declaration instanceof Declaration.Pip pip
                ? pinned(pip.requirement().specifiers()).isPresent()
                : declaration instanceof Declaration.Conda conda
                        && pinned(conda.spec().version()).isPresent();
    }

    private static Optional<Version> pinned(SpecifierSet specifiers) {
        return specifiers.specifiers().stream()
                .filter(specifier -> specifier.operator() == Specifier.Operator.EQUAL && !specifier.isPrefix())
                .flatMap(specifier -> specifier.parsedVersion().stream())
                .findFirst();
    }

    /** In environment.yml {@code name=1.2.3} is how a pin is written, though conda reads it as a prefix. */
    private static Optional<Version> pinned(VersionSpec spec) {
        if (spec instanceof VersionSpec.Prefix prefix && !prefix.isNegated()) {
            return Version.tryParse(prefix.prefix().toString())
                    .filter(version -> version.release().size() > 2);
        }
        return spec instanceof VersionSpec.Relation relation && relation.comparison() == Comparison.EQUAL
                ? Version.tryParse(relation.version().toString())
                : Optional.empty();
    }

    private static Optional<PackageName> distribution(CondaName name, Catalogue catalogue) {
        return catalogue.distributionsOf(name.value()).stream().findFirst().or(() -> PackageName.tryOf(name.value()));
    }
}
