package org.specimen.project;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.conda.CondaName;
import org.specimen.conda.MatchSpec;
import org.specimen.format.LockedPackages;
import org.specimen.format.LockedPackages.Locked;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** Reads what a tool fixed of what a person asks for. */
final class LockReader {

    private LockReader() {}

    static void read(SpecText spec, FileKind kind) {
        LockedPackages lock = switch (kind) {
            case PIPFILE_LOCK -> LockedPackages.pipfile(spec.file(), spec.text());
            case PIXI_LOCK -> LockedPackages.pixi(spec.text());
            case CONDA_LOCK -> LockedPackages.condaLock(spec.text());
            case EXPLICIT -> LockedPackages.explicit(spec.text());
            default -> LockedPackages.toml(spec.text());
        };
        // of a package in several versions, for different platforms or Pythons, the newest
        Map<String, Locked> newest = new LinkedHashMap<>();
        for (Locked locked : lock.packages()) {
            newest.merge(
                    (locked.conda() ? "conda " : "pip ") + locked.name(),
                    locked,
                    (first, second) -> isNewer(second, first) ? second : first);
        }
        newest.values().forEach(locked -> declaration(locked, spec).ifPresent(spec.facts().fixed::add));
        warnOfSeveral(lock.packages(), newest.values(), spec);
        if (lock.packages().isEmpty() && spec.text().length() > 500 && kind != FileKind.EXPLICIT) {
            spec.facts()
                    .warn(
                            WarningKind.BROKEN_SPEC_FILE,
                            Evidence.of(spec.file()),
                            "No package was found in it, so it is damaged or of a kind that is not known.");
        }
    }

    /** Names the first of them with all its versions, and the others by number. */
    private static void warnOfSeveral(List<Locked> all, Collection<Locked> newest, SpecText spec) {
        Map<String, Set<String>> versions = new LinkedHashMap<>();
        all.forEach(locked -> versions.computeIfAbsent(locked.name(), name -> new LinkedHashSet<>())
                .add(locked.version()));
        List<Locked> several = newest.stream()
                .filter(locked -> versions.getOrDefault(locked.name(), Set.of()).size() > 1)
                .toList();
        if (several.isEmpty()) {
            return;
        }
        Locked first = several.get(0);
        int more = several.size() - 1;
        String others =
                more == 0 ? "" : more == 1 ? ", and so of one more package" : ", and so of " + more + " more packages";
        spec.facts()
                .warn(
                        WarningKind.SEVERAL_VERSIONS,
                        spec.at(first.line()),
                        "It fixes " + first.name() + " at "
                                + String.join(" and ", versions.getOrDefault(first.name(), Set.of())) + others
                                + ", mostly for different platforms or Pythons. The newest was taken: "
                                + first.version() + (more == 0 ? "." : " of " + first.name() + "."));
    }

    private static boolean isNewer(Locked one, Locked other) {
        Optional<Version> version = Version.tryParse(one.version());
        Optional<Version> before = Version.tryParse(other.version());
        return version.isPresent() && (before.isEmpty() || version.get().compareTo(before.get()) > 0);
    }

    private static Optional<Declaration> declaration(Locked locked, SpecText spec) {
        Evidence evidence = spec.at(locked.line());
        if (!locked.conda()) {
            // a local part is the mark of an index of its own, as in 2.4.0+cu121
            int plus = locked.version().indexOf('+');
            Optional<Version> version = Version.tryParse(
                    plus < 0 ? locked.version() : locked.version().substring(0, plus));
            return PackageName.tryOf(locked.name())
                    .flatMap(name -> version.map(fixed ->
                            new Declaration.Pip(Requirement.of(name, SpecifierSet.exactly(fixed)), evidence, "")));
        }
        if (CondaName.tryOf(locked.name()).isEmpty()) {
            return Optional.empty();
        }
        try {
            MatchSpec exact = MatchSpec.parse(locked.name() + "==" + locked.version());
            return Optional.of(new Declaration.Conda(exact, evidence, ""));
        } catch (IllegalArgumentException odd) {
            return Optional.empty();
        }
    }
}
