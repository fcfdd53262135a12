package org.specimen.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.python.Extra;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;
import org.specimen.resolve.Demand.Wish;
import org.specimen.resolve.Supply.Needs;

/**
 * Walks from what the project asks for through what the chosen releases need, on each platform, and gathers who needs what
 * in which version.
 */
final class Closure {

    private final Setting setting;
    private final Map<PackageName, Map<Optional<Version>, Demand>> demands = new TreeMap<>();
    private final Map<Demand, Candidate> chosen = new HashMap<>();

    private Closure(Setting setting) {
        this.setting = setting;
    }

    /**
     * Gathers.
     *
     * @param chosen what was chosen on each platform; what is not in it has no release that would do
     */
    static Closure of(
            Setting setting,
            Map<TargetPlatform, Asked> asked,
            Map<TargetPlatform, Map<PackageName, Candidate>> chosen) {
        Closure closure = new Closure(setting);
        asked.forEach((platform, here) -> closure.walk(platform, here, chosen.getOrDefault(platform, Map.of())));
        return closure;
    }

    List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        demands.values().stream()
                .flatMap(byVersion -> byVersion.values().stream())
                .forEach(demand -> {
                    Candidate candidate = chosen.get(demand);
                    if (candidate != null) {
                        choices.add(new Choice(
                                demand,
                                candidate,
                                setting.supply().needs(demand.name(), candidate).source()));
                    }
                });
        return choices;
    }

    List<Demand> without() {
        return demands.values().stream()
                .flatMap(byVersion -> byVersion.values().stream())
                .filter(demand -> !chosen.containsKey(demand))
                .toList();
    }

    private void walk(TargetPlatform platform, Asked asked, Map<PackageName, Candidate> here) {
        MarkerEnvironment environment = asked.environment();
        Deque<Requirement> open = new ArrayDeque<>();
        Map<PackageName, Set<Extra>> walked = new HashMap<>();
        for (Requirement requirement : asked.requirements()) {
            demand(new Wish(requirement, Optional.empty()), platform, here);
            open.add(requirement);
        }
        while (!open.isEmpty()) {
            Requirement parent = open.remove();
            Candidate candidate = here.get(parent.name());
            Set<Extra> before = walked.get(parent.name());
            if (candidate == null || (before != null && before.containsAll(parent.extras()))) {
                continue;
            }
            Set<Extra> extras = new TreeSet<>(parent.extras());
            if (before != null) {
                extras.addAll(before);
            }
            walked.put(parent.name(), extras);
            Needs needs = setting.supply().needs(parent.name(), candidate);
            for (Requirement child : needs.requires()) {
                if (child.url().isEmpty()
                        && child.appliesTo(environment, extras)
                        && !asked.references().contains(child.name())) {
                    demand(new Wish(child, Optional.of(parent.name())), platform, here);
                    open.add(child);
                }
            }
        }
    }

    private void demand(Wish wish, TargetPlatform platform, Map<PackageName, Candidate> here) {
        PackageName name = wish.requirement().name();
        Optional<Candidate> candidate = Optional.ofNullable(here.get(name));
        Demand demand = demands.computeIfAbsent(name, one -> new LinkedHashMap<>())
                .computeIfAbsent(candidate.map(Candidate::version), version -> new Demand(name));
        demand.add(wish, platform);
        candidate.ifPresent(release -> chosen.put(demand, release));
    }
}
