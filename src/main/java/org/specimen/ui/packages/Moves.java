package org.specimen.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.specimen.app.Proposal;
import org.specimen.app.Wishes;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PlannedPackage;
import org.specimen.python.PackageName;
import org.specimen.resolve.Lockfile;
import org.specimen.ui.text.Texts;

/** Tells which versions are others than before, and why. */
final class Moves {

    private static final Texts TEXTS = Texts.of(Moves.class);

    /**
     * A proposal with what was wished for it.
     *
     * @param versions by the name of the package
     * @param via who needs it, by the name of the package
     */
    record State(Proposal proposal, Wishes wishes, Map<String, String> versions, Map<String, List<String>> via) {

        static State of(Proposal proposal, Wishes wishes) {
            Map<String, String> versions = new TreeMap<>();
            Map<String, List<String>> via = new TreeMap<>();
            for (Lockfile.PipPackage each : proposal.lock().pip()) {
                String name = each.name().value();
                versions.put(name, each.version().toString());
                via.put(name, each.via().stream().map(PackageName::value).toList());
            }
            if (proposal.lock() instanceof Lockfile.Conda conda) {
                conda.conda().stream()
                        .filter(each -> !each.name().equals("python"))
                        .forEach(each -> versions.put(
                                each.distribution().map(PackageName::value).orElse(each.name()),
                                each.version().toString()));
            }
            return new State(proposal, wishes, versions, via);
        }

        private EnvironmentPlan plan() {
            return proposal.plan();
        }

        private Optional<PlannedPackage> direct(String name) {
            return plan().directPackages().stream()
                    .filter(planned -> planned.name().value().equals(name))
                    .findFirst();
        }

        private String asked(String name) {
            return direct(name)
                    .map(planned -> planned.requirement().specifiers().toString())
                    .orElse("");
        }

        private String python() {
            return plan().python().major() + "." + plan().python().minor();
        }
    }

    private Moves() {}

    static List<Move> between(State before, State after) {
        TreeSet<String> names = new TreeSet<>(before.versions().keySet());
        names.addAll(after.versions().keySet());
        List<Move> moves = new ArrayList<>();
        for (String name : names) {
            Optional<String> old = Optional.ofNullable(before.versions().get(name));
            Optional<String> now = Optional.ofNullable(after.versions().get(name));
            if (!old.equals(now)) {
                moves.add(new Move(name, old, now, why(name, before, after)));
            }
        }
        return moves;
    }

    private static String why(String name, State before, State after) {
        boolean wasThere = before.versions().containsKey(name);
        List<String> via = Objects.requireNonNullElse(after.via().get(name), List.of());
        if (!after.versions().containsKey(name)) {
            return TEXTS.get(before.direct(name).isPresent() ? "moved.left-out" : "moved.not-needed");
        }
        if (!wasThere) {
            return via.isEmpty() || after.direct(name).isPresent()
                    ? TEXTS.get("moved.added")
                    : TEXTS.get("moved.needed", String.join(", ", via));
        }
        String asked = after.asked(name);
        if (!asked.equals(before.asked(name))) {
            return asked.isEmpty() ? TEXTS.get("moved.free") : TEXTS.get("moved.asked", RowTexts.asked(asked));
        }
        return why(before, after)
                .orElseGet(() ->
                        via.isEmpty() ? TEXTS.get("moved.fits") : TEXTS.get("moved.fits-with", String.join(", ", via)));
    }

    /** What concerns every package. */
    private static Optional<String> why(State before, State after) {
        if (!after.wishes().asOf().equals(before.wishes().asOf())) {
            return Optional.of(TEXTS.get("moved.as-of"));
        }
        if (!after.python().equals(before.python())) {
            return Optional.of(TEXTS.get("moved.python", after.python()));
        }
        if (after.plan().stack().usesConda() != before.plan().stack().usesConda()) {
            return Optional.of(TEXTS.get(after.plan().stack().usesConda() ? "moved.conda" : "moved.pip"));
        }
        return after.plan().platforms().equals(before.plan().platforms())
                ? Optional.empty()
                : Optional.of(TEXTS.get("moved.platforms"));
    }
}
