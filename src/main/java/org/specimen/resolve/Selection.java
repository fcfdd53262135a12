package org.specimen.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.python.Extra;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Specifier;
import org.specimen.python.Specifier.Operator;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.resolve.Demand.Wish;

/**
 * Chooses one release of each distribution that is needed, the newest that suits everybody who asks for it, and walks on
 * through what those releases need until nothing changes. It never takes a choice back to try an older parent: where
 * wishes clash it says so.
 */
final class Selection {

    /** Choices settle in a few rounds; more than this means that two of them chase each other. */
    private static final int MOST_ROUNDS = 40;

    private static final List<Operator> NAMING = List.of(Operator.EQUAL, Operator.COMPATIBLE, Operator.AT_LEAST);

    /**
     * What to choose from and for.
     *
     * @param candidates the candidates of a distribution, best first
     * @param kept versions that stay if they still fit
     */
    record Setting(
            Map<TargetPlatform, MarkerEnvironment> environments,
            List<Requirement> requirements,
            Function<PackageName, List<Candidate>> candidates,
            Map<PackageName, Version> kept) {}

    /**
     * A choice.
     *
     * @param suitsAll whether it is what everybody asked for
     */
    record Choice(Demand demand, Candidate candidate, boolean suitsAll) {}

    /**
     * What was chosen, and what could not be.
     *
     * @param without what is needed and no candidate suits
     */
    record Result(NavigableMap<PackageName, Choice> chosen, List<Demand> without, boolean settled) {}

    /** What a choice is made by; in most rounds most of it is as in the round before. */
    private record Asked(PackageName name, boolean direct, SpecifierSet byAll, SpecifierSet byProject) {

        static Asked of(Demand demand) {
            return new Asked(demand.name(), demand.isDirect(), demand.specifiers(), demand.directSpecifiers());
        }
    }

    private record Taken(Candidate candidate, boolean suitsAll) {}

    /** A release with extras on a platform, which needs the same in every round. */
    private record Walked(PackageName name, Version version, Set<Extra> extras, TargetPlatform platform) {}

    private final Setting setting;
    private final Map<PackageName, List<Candidate>> candidates = new HashMap<>();
    private final Map<Asked, Optional<Taken>> taken = new HashMap<>();
    private final Map<Walked, List<Requirement>> needs = new HashMap<>();

    private Selection(Setting setting) {
        this.setting = setting;
    }

    static Result choose(Setting setting) {
        return new Selection(setting).choose();
    }

    private Result choose() {
        Result result = new Result(new TreeMap<>(), List.of(), false);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Result next = pickAll(demands(result.chosen()));
            if (versions(next).equals(versions(result))) {
                return new Result(next.chosen(), next.without(), true);
            }
            result = next;
        }
        return result;
    }

    private static Map<PackageName, Version> versions(Result result) {
        Map<PackageName, Version> versions = new HashMap<>();
        result.chosen()
                .forEach((name, choice) -> versions.put(name, choice.candidate().version()));
        return versions;
    }

    private Map<PackageName, Demand> demands(Map<PackageName, Choice> chosen) {
        Map<PackageName, Demand> demands = new TreeMap<>();
        setting.environments().forEach((platform, environment) -> {
            Deque<Requirement> open = new ArrayDeque<>();
            Map<PackageName, Set<Extra>> walked = new HashMap<>();
            for (Requirement requirement : setting.requirements()) {
                if (holds(requirement, environment, Set.of())) {
                    demand(demands, new Wish(requirement, Optional.empty()), platform);
                    open.add(requirement);
                }
            }
            while (!open.isEmpty()) {
                Requirement parent = open.remove();
                Set<Extra> before = walked.get(parent.name());
                Choice choice = chosen.get(parent.name());
                if (choice == null || (before != null && before.containsAll(parent.extras()))) {
                    continue;
                }
                Set<Extra> extras = new TreeSet<>(parent.extras());
                if (before != null) {
                    extras.addAll(before);
                }
                walked.put(parent.name(), extras);
                List<Requirement> children = needs.computeIfAbsent(
                        new Walked(parent.name(), choice.candidate().version(), extras, platform),
                        walking -> choice.candidate().needs().stream()
                                .filter(child -> holds(child, environment, extras))
                                .toList());
                for (Requirement child : children) {
                    demand(demands, new Wish(child, Optional.of(parent.name())), platform);
                    open.add(child);
                }
            }
        });
        return demands;
    }

    private static void demand(Map<PackageName, Demand> demands, Wish wish, TargetPlatform platform) {
        demands.computeIfAbsent(wish.requirement().name(), Demand::new).add(wish, platform);
    }

    private static boolean holds(Requirement requirement, MarkerEnvironment environment, Set<Extra> extras) {
        return requirement.url().isEmpty()
                && requirement
                        .marker()
                        .map(marker -> marker.evaluate(environment, extras))
                        .orElse(true);
    }

    private Result pickAll(Map<PackageName, Demand> demands) {
        NavigableMap<PackageName, Choice> chosen = new TreeMap<>();
        List<Demand> without = new ArrayList<>();
        demands.forEach((name, demand) ->
                pick(demand).ifPresentOrElse(choice -> chosen.put(name, choice), () -> without.add(demand)));
        return new Result(chosen, without, false);
    }

    private Optional<Choice> pick(Demand demand) {
        return taken.computeIfAbsent(Asked.of(demand), this::take)
                .map(found -> new Choice(demand, found.candidate(), found.suitsAll()));
    }

    private Optional<Taken> take(Asked asked) {
        List<Candidate> likely = candidates(asked.name()).stream()
                .filter(candidate -> candidate.fit().compareTo(PythonFit.UNLIKELY) < 0)
                .toList();
        List<Candidate> suitAll = asked.byAll().filter(likely, Candidate::version);
        if (!suitAll.isEmpty()) {
            return Optional.of(new Taken(best(asked.name(), suitAll), true));
        }
        if (!asked.direct()) {
            return Optional.empty();
        }
        List<Candidate> suitProject = asked.byProject().filter(likely, Candidate::version);
        if (!suitProject.isEmpty()) {
            return Optional.of(new Taken(best(asked.name(), suitProject), false));
        }
        return onFaith(asked).map(candidate -> new Taken(candidate, true));
    }

    private List<Candidate> candidates(PackageName name) {
        return candidates.computeIfAbsent(name, setting.candidates());
    }

    private Candidate best(PackageName name, List<Candidate> suitable) {
        Version kept = setting.kept().get(name);
        return suitable.stream()
                .filter(candidate -> candidate.version().equals(kept))
                .findFirst()
                .orElse(suitable.get(0));
    }

    /**
     * A version that the person named is taken on faith where it is not known: what the catalogue has not seen may exist.
     * Not so a final release beyond the newest that is known, nor one that itself excludes this Python.
     */
    private Optional<Candidate> onFaith(Asked asked) {
        List<Candidate> known = candidates(asked.name());
        return named(asked.byProject().specifiers())
                .flatMap(version -> known.stream()
                        .filter(candidate -> candidate.version().equals(version))
                        .findFirst()
                        .map(candidate -> Optional.of(candidate).filter(it -> it.fit() != PythonFit.EXCLUDES))
                        .orElseGet(() -> mayExist(version, known)
                                ? Optional.of(new Candidate(
                                        version, PythonFit.DOUBTFUL, List.of(), Candidate.NeedsSource.NOBODY))
                                : Optional.empty()));
    }

    private static boolean mayExist(Version version, List<Candidate> known) {
        return version.isPrerelease()
                || known.isEmpty()
                || known.stream().anyMatch(candidate -> candidate.version().compareTo(version) > 0);
    }

    /** The version in {@code ==1.2}, else in {@code ==1.2.*}, {@code ~=1.2} or {@code >=1.2}, if all of them admit it. */
    static Optional<Version> named(List<Specifier> specifiers) {
        return specifiers.stream()
                .filter(specifier -> NAMING.contains(specifier.operator()))
                .sorted(Comparator.comparing(Specifier::isPrefix)
                        .thenComparing(specifier -> NAMING.indexOf(specifier.operator())))
                .flatMap(specifier -> specifier.parsedVersion().stream())
                .filter(version -> specifiers.stream().allMatch(specifier -> specifier.contains(version, true)))
                .findFirst();
    }
}
