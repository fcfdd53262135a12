package org.specimen.resolve;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Specifier;
import org.specimen.python.Specifier.Operator;
import org.specimen.python.Version;
import org.specimen.resolve.Supply.NeedsSource;
import org.specimen.resolve.Supply.Neighbour;

/**
 * A release that hardly accepts another that was chosen: nobody says what it needs itself, but the nearest release that is
 * described needs a newer one. It proves nothing.
 *
 * @param neighbour the release that is described
 * @param required what that one needs
 * @param chosen what was chosen instead
 */
record Doubt(PackageName name, Version version, Version neighbour, Requirement required, Version chosen) {

    /** The clauses that set a least version. What a package needs rises with its releases, as a rule. */
    private static final Set<Operator> LEAST =
            Set.of(Operator.AT_LEAST, Operator.GREATER, Operator.COMPATIBLE, Operator.EQUAL);

    /** What speaks against these releases together. */
    static List<Doubt> of(Setting setting, Collection<Choice> choices) {
        Map<PackageName, List<Choice>> byName = new HashMap<>();
        choices.forEach(choice -> byName.computeIfAbsent(choice.demand().name(), name -> new ArrayList<>())
                .add(choice));
        Set<Doubt> doubts = new LinkedHashSet<>();
        for (Choice choice : choices) {
            if (choice.source() != NeedsSource.ITSELF) {
                setting.supply()
                        .needs(choice.demand().name(), choice.candidate())
                        .neighbour()
                        .filter(near ->
                                isTelling(near.version(), choice.candidate().version()))
                        .ifPresent(near -> doubts.addAll(of(setting, choice, near, byName)));
            }
        }
        return List.copyOf(doubts);
    }

    /** What an older release needs, a newer one needs too; the other way round only within a major version. */
    private static boolean isTelling(Version near, Version version) {
        return near.compareTo(version) <= 0
                || (near.epoch().equals(version.epoch()) && near.major().equals(version.major()));
    }

    private static List<Doubt> of(
            Setting setting, Choice choice, Neighbour near, Map<PackageName, List<Choice>> byName) {
        List<Doubt> doubts = new ArrayList<>();
        for (Requirement required : near.requires()) {
            for (Choice other : byName.getOrDefault(required.name(), List.of())) {
                Version chosen = other.candidate().version();
                if (isBelow(chosen, required) && meet(setting, choice, required, other)) {
                    doubts.add(new Doubt(
                            choice.demand().name(),
                            choice.candidate().version(),
                            near.version(),
                            required.withMarker(Optional.empty()),
                            chosen));
                }
            }
        }
        return doubts;
    }

    private static boolean isBelow(Version chosen, Requirement required) {
        return required.specifiers().specifiers().stream()
                .filter(specifier -> LEAST.contains(specifier.operator()))
                .flatMap((Specifier specifier) -> specifier.parsedVersion().stream())
                .anyMatch(least -> chosen.compareTo(least) < 0);
    }

    /** Whether there is a platform on which both are installed and the one needs the other. */
    private static boolean meet(Setting setting, Choice choice, Requirement required, Choice other) {
        Set<TargetPlatform> both = new LinkedHashSet<>(choice.demand().platforms());
        both.retainAll(other.demand().platforms());
        return setting.environments().entrySet().stream()
                .filter(environment -> both.contains(environment.getKey()))
                .anyMatch(environment -> required.appliesTo(
                        environment.getValue(), choice.demand().extras()));
    }

    /** In one sentence. */
    String sentence() {
        return name + " " + version + " hardly accepts " + required.name() + " " + chosen + ": " + name + " "
                + neighbour + ", the nearest release that is described, needs " + required + ".";
    }
}
