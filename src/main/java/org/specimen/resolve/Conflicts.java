package org.specimen.resolve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.problem.Conflict;
import org.specimen.problem.Conflict.Change;
import org.specimen.problem.Conflict.Remedy;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.resolve.Node.Impossible;
import org.specimen.resolve.Node.Interpreter;
import org.specimen.resolve.Node.Wanted;
import org.specimen.resolve.Selection.Chosen;
import org.specimen.resolve.Selection.Clash;
import org.specimen.resolve.Selection.Result;
import org.specimen.solve.Explanation;
import org.specimen.solve.Incompatibility.Cause;

/**
 * Tells what of that which a project asks for cannot be had together, and finds the smallest changes that settle it, by
 * trying them.
 */
final class Conflicts {

    /** Conflicts that have nothing to do with each other; who has more settles some first. */
    private static final int MOST_CONFLICTS = 4;

    private static final int MOST_FACTS = 8;
    private static final int MOST_PYTHONS = 2;

    private final Setting setting;
    private final List<Version> otherPythons;
    private final Function<Version, Setting> onPython;

    /**
     * @param catalogue says which other Pythons there are
     * @param onPython the same for another Python
     */
    Conflicts(Setting setting, Catalogue catalogue, Function<Version, Setting> onPython) {
        this.setting = setting;
        this.otherPythons = Stream.concat(
                        catalogue.pythonReleases().preferred().stream(), catalogue.pythonReleases().all().stream())
                .map(release -> Version.parse(release.latest()))
                .filter(python -> !python.minor().equals(setting.python().minor()))
                .distinct()
                .toList();
        this.onPython = onPython;
    }

    /** All of them: what is left when one is taken out may have the next. */
    List<Conflict> of(Clash first) {
        List<Core> cores = new ArrayList<>();
        List<Requirement> rest = setting.requirements();
        Result result = first;
        while (result instanceof Clash clash && cores.size() < MOST_CONFLICTS) {
            Core core = smallest(rest, clash);
            cores.add(core);
            rest = without(rest, core.requirements());
            result = Selection.choose(setting.withRequirements(rest));
        }
        return cores.stream().map(core -> conflict(core, cores)).toList();
    }

    /** Requirements of which none can be left out, or there is no conflict any more. */
    private record Core(List<Requirement> requirements, Clash clash) {}

    private Core smallest(List<Requirement> all, Clash clash) {
        List<Requirement> core = new ArrayList<>(involved(all, clash));
        Clash smallest = clash;
        if (core.size() < all.size() && Selection.choose(setting.withRequirements(core)) instanceof Clash same) {
            smallest = same;
        } else {
            core = new ArrayList<>(all);
        }
        for (Requirement requirement : List.copyOf(core)) {
            List<Requirement> fewer = without(core, List.of(requirement));
            if (Selection.choose(setting.withRequirements(fewer)) instanceof Clash still) {
                core = fewer;
                smallest = still;
            }
        }
        return new Core(core, smallest);
    }

    private static List<Requirement> involved(List<Requirement> all, Clash clash) {
        Set<PackageName> wanted = new LinkedHashSet<>();
        for (Cause<Node, Wanted> ground : Explanation.grounds(clash.proof())) {
            if (ground instanceof Cause.Wanted<Node, Wanted> root) {
                if (root.need().name() instanceof Node.Distribution distribution) {
                    wanted.add(distribution.name());
                } else if (root.need().name() instanceof Node.WithExtra extra) {
                    wanted.add(extra.name());
                }
            }
        }
        return all.stream()
                .filter(requirement -> wanted.contains(requirement.name()))
                .toList();
    }

    private static List<Requirement> without(List<Requirement> all, List<Requirement> some) {
        List<Requirement> rest = new ArrayList<>(all);
        rest.removeAll(some);
        return rest;
    }

    private Conflict conflict(Core core, List<Core> all) {
        var words = new PipWords(core.clash().universe());
        List<String> facts = Explanation.facts(core.clash().proof(), words, ground -> true);
        List<Requirement> others = all.stream()
                .filter(other -> !other.equals(core))
                .flatMap(other -> other.requirements().stream())
                .toList();
        return new Conflict(
                core.requirements().stream()
                        .map(requirement -> requirement.name().value())
                        .distinct()
                        .toList(),
                sentence(core),
                facts.size() <= MOST_FACTS
                        ? facts
                        : Explanation.lines(core.clash().proof(), words),
                remedies(core, without(setting.requirements(), others)));
    }

    private String sentence(Core core) {
        String where = setting.environments().size() > 1
                ? " on " + core.clash().platform().label()
                : "";
        String asked = core.requirements().stream()
                .map(requirement -> requirement.withMarker(Optional.empty()).toString())
                .collect(Collectors.joining(", "));
        return core.requirements().size() == 1
                ? asked + " cannot be had" + where + " with Python " + setting.python() + "."
                : "These do not go together" + where + " with Python " + setting.python() + ": " + asked + ".";
    }

    private List<Remedy> remedies(Core core, List<Requirement> requirements) {
        List<Remedy> remedies = new ArrayList<>();
        for (Requirement requirement : core.requirements()) {
            otherVersion(List.of(requirement), requirements).ifPresent(remedies::add);
        }
        if (remedies.isEmpty() && core.requirements().size() > 1) {
            otherVersion(core.requirements(), requirements).ifPresent(remedies::add);
        }
        if (isAboutPython(core)) {
            remedies.addAll(otherPython(requirements));
        }
        for (Requirement requirement : core.requirements()) {
            leaveOut(requirement, requirements).ifPresent(remedies::add);
        }
        return remedies;
    }

    /** What is chosen where the project does not mind the versions of some. */
    private Optional<Remedy> otherVersion(List<Requirement> some, List<Requirement> all) {
        List<Requirement> loosened = all.stream()
                .map(requirement ->
                        some.contains(requirement) ? requirement.withSpecifiers(SpecifierSet.ANY) : requirement)
                .toList();
        if (loosened.equals(all) || !(solved(setting.withRequirements(loosened)) instanceof Chosen chosen)) {
            return Optional.empty();
        }
        List<Change> changes = new ArrayList<>();
        for (Requirement requirement : some) {
            List<Version> versions = versions(chosen, requirement.name());
            boolean moved = versions.stream()
                    .anyMatch(version -> !requirement.specifiers().contains(version));
            if (versions.size() != 1) {
                return Optional.empty();
            }
            if (moved) {
                changes.add(new Change(
                        Change.Kind.USE_VERSION,
                        requirement.name().value(),
                        versions.get(0).toString()));
            }
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(new Remedy(use(changes, some), changes));
    }

    private static List<Version> versions(Chosen chosen, PackageName name) {
        return chosen.choices().stream()
                .filter(choice -> choice.demand().name().equals(name))
                .map(choice -> choice.candidate().version())
                .distinct()
                .toList();
    }

    private static String use(List<Change> changes, List<Requirement> some) {
        return "Use "
                + changes.stream()
                        .map(change -> change.subject() + " " + change.value() + " instead of "
                                + some.stream()
                                        .filter(asked -> asked.name().value().equals(change.subject()))
                                        .map(asked ->
                                                asked.specifiers().toString().replaceFirst("^==", ""))
                                        .findFirst()
                                        .orElse(""))
                        .collect(Collectors.joining(" and "))
                + ".";
    }

    private static boolean isAboutPython(Core core) {
        return Explanation.grounds(core.clash().proof()).stream()
                .anyMatch(ground -> ground instanceof Cause.Needed<Node, Wanted> needed
                        && (needed.need().name() instanceof Interpreter
                                || needed.need().name() instanceof Impossible));
    }

    private List<Remedy> otherPython(List<Requirement> requirements) {
        return otherPythons.stream()
                .filter(python -> solved(onPython.apply(python).withRequirements(requirements)) instanceof Chosen)
                .limit(MOST_PYTHONS)
                .map(python -> {
                    String minor = python.major() + "." + python.minor();
                    return new Remedy(
                            "Use Python " + minor + ".", List.of(new Change(Change.Kind.USE_PYTHON, "python", minor)));
                })
                .toList();
    }

    private Optional<Remedy> leaveOut(Requirement requirement, List<Requirement> all) {
        return solved(setting.withRequirements(without(all, List.of(requirement)))) instanceof Chosen
                ? Optional.of(new Remedy(
                        "Leave " + requirement.name() + " out.",
                        List.of(new Change(
                                Change.Kind.LEAVE_OUT, requirement.name().value(), ""))))
                : Optional.empty();
    }

    /** What comes of it, if all that is chosen suits everybody. */
    private static Result solved(Setting changed) {
        Result result = Selection.choose(changed);
        boolean suits =
                result instanceof Chosen chosen && chosen.choices().stream().allMatch(Choice::suitsAll);
        return suits || !(result instanceof Chosen) ? result : new Selection.Missing(List.of());
    }
}
