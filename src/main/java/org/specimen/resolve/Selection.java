package org.specimen.resolve;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;
import org.specimen.resolve.Demand.Wish;
import org.specimen.resolve.Node.Distribution;
import org.specimen.resolve.Node.Wanted;
import org.specimen.resolve.PlatformUniverse.Choosing;
import org.specimen.solve.Explanation;
import org.specimen.solve.Incompatibility;
import org.specimen.solve.Outcome;
import org.specimen.solve.Outcome.Contradiction;
import org.specimen.solve.Outcome.Solution;
import org.specimen.solve.Solver;

/**
 * Chooses releases of everything that is needed so that they go together: on each platform by itself, but with the
 * versions of the platforms before it wherever they fit.
 */
final class Selection {

    /** What came of it. */
    sealed interface Result {}

    /**
     * Releases that go together, as far as it is known.
     *
     * @param without what is needed, and no release is known that would do
     * @param unusable releases that were passed over because what they say of themselves cannot be understood
     */
    record Chosen(List<Choice> choices, List<Demand> without, Set<String> unusable) implements Result {}

    /** The project itself asks for something of which there is no release that it could take. */
    record Missing(List<Demand> demands) implements Result {}

    /** Nothing goes together on a platform. */
    record Clash(TargetPlatform platform, PlatformUniverse universe, Incompatibility<Node, Wanted> proof)
            implements Result {}

    private final Setting setting;
    private final Map<TargetPlatform, Asked> asked;
    private final Map<PackageName, List<Version>> preferred = new HashMap<>();
    private final Map<TargetPlatform, Map<PackageName, Candidate>> chosen = new EnumMap<>(TargetPlatform.class);
    private final Set<String> unusable = new LinkedHashSet<>();

    private Selection(Setting setting, Map<TargetPlatform, Asked> asked) {
        this.setting = setting;
        this.asked = asked;
        setting.kept().forEach(this::prefer);
    }

    static Result choose(Setting setting) {
        Map<TargetPlatform, Asked> asked = new TreeMap<>();
        setting.environments()
                .forEach((platform, environment) -> asked.put(platform, Asked.on(environment, setting.requirements())));
        return new Selection(setting.withSupply(OnFaith.of(setting.supply(), asked.values())), asked).choose();
    }

    private Result choose() {
        List<Demand> missing = missing();
        if (!missing.isEmpty()) {
            return new Missing(missing);
        }
        for (Map.Entry<TargetPlatform, Asked> platform : asked.entrySet()) {
            Optional<Clash> clash = choose(platform.getKey(), platform.getValue());
            if (clash.isPresent()) {
                return clash.get();
            }
        }
        Closure closure = Closure.of(setting, asked, chosen);
        return new Chosen(closure.choices(), closure.without(), unusable);
    }

    private List<Demand> missing() {
        Map<PackageName, Demand> missing = new TreeMap<>();
        asked.forEach((platform, here) -> here.specifiers().forEach((name, specifiers) -> {
            if (!OnFaith.isSuited(setting.supply().candidates(name), specifiers)) {
                Demand demand = missing.computeIfAbsent(name, Demand::new);
                for (Requirement requirement : here.requirements()) {
                    if (requirement.name().equals(name)) {
                        demand.add(new Wish(requirement, Optional.empty()), platform);
                    }
                }
            }
        }));
        return List.copyOf(missing.values());
    }

    private Optional<Clash> choose(TargetPlatform platform, Asked here) {
        var exceptional = new Exceptional(setting.kept(), here);
        Optional<Clash> clash = Optional.empty();
        for (Latitude latitude : Latitude.values()) {
            var choosing = new Choosing(platform, latitude, preferred, exceptional);
            var universe = new PlatformUniverse(setting, choosing, here);
            Outcome<Node, Wanted> outcome = Solver.solve(universe, universe.wanted(), setting.progress());
            while (outcome instanceof Contradiction<Node, Wanted> none
                    && exceptional.admitNamed(Explanation.grounds(none.proof()))) {
                universe = new PlatformUniverse(setting, choosing, here);
                outcome = Solver.solve(universe, universe.wanted(), setting.progress());
            }
            unusable.addAll(universe.unusable());
            if (outcome instanceof Solution<Node, Wanted> solution) {
                take(platform, here, universe, solution);
                return Optional.empty();
            }
            clash = Optional.of(new Clash(platform, universe, ((Contradiction<Node, Wanted>) outcome).proof()));
            if (!universe.isRestricted()) {
                return clash;
            }
        }
        return clash;
    }

    private void take(TargetPlatform platform, Asked here, PlatformUniverse universe, Solution<Node, Wanted> solution) {
        Map<PackageName, Candidate> taken = new TreeMap<>();
        solution.chosen().forEach((node, candidate) -> {
            if (node instanceof Distribution distribution && !here.references().contains(distribution.name())) {
                PackageName name = distribution.name();
                Shelf shelf = universe.shelf(name);
                if (!shelf.isUnknown(candidate)) {
                    taken.put(name, shelf.get(candidate));
                } else if (here.isDirect(name)) {
                    shelf.bestAsked().ifPresent(asAsked -> taken.put(name, asAsked));
                }
            }
        });
        chosen.put(platform, taken);
        taken.forEach((name, candidate) -> prefer(name, candidate.version()));
    }

    private void prefer(PackageName name, Version version) {
        List<Version> before = preferred.computeIfAbsent(name, one -> new ArrayList<>());
        if (!before.contains(version)) {
            before.add(version);
        }
    }
}
