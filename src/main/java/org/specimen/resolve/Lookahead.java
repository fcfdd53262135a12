package org.specimen.resolve;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.index.UnreadableMetadata;
import org.specimen.problem.Problem;
import org.specimen.python.Extra;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;

/**
 * Runs ahead of the solver through what a live index tells, many requests at once, and takes of everything the release
 * that is likely to be chosen; then of whatever the solver says that it will ask for. It decides nothing: it only makes the
 * answers ready.
 */
final class Lookahead implements Supply {

    /** As many as may wait for an answer at once. */
    private static final int WALKERS = 24;

    private final Setting setting;
    private final TargetPlatform platform;
    private final Set<Step> taken = ConcurrentHashMap.newKeySet();
    private final Optional<ExecutorService> walkers;

    private record Step(PackageName name, Version version, Set<Extra> extras) {}

    private Lookahead(Setting setting, Optional<ExecutorService> walkers) {
        this.setting = setting;
        this.platform = setting.environments().keySet().iterator().next();
        this.walkers = walkers;
    }

    /** Begins, if what the project asks for comes from an index that has to be asked. */
    static Lookahead begin(Setting setting) {
        boolean isLive = setting.requirements().stream()
                .anyMatch(requirement -> setting.supply().tellsAllOf(requirement.name()));
        Lookahead lookahead = new Lookahead(setting, isLive ? Optional.of(pool()) : Optional.empty());
        setting.requirements().forEach(requirement -> lookahead.walk(requirement, Set.of()));
        return lookahead;
    }

    private static ExecutorService pool() {
        return Executors.newFixedThreadPool(WALKERS, task -> {
            Thread thread = new Thread(task, "lookahead");
            thread.setDaemon(true);
            return thread;
        });
    }

    private void walk(Requirement requirement, Set<Extra> extras) {
        if (walkers.isPresent() && requirement.url().isEmpty() && isNeeded(requirement, extras)) {
            soon(() -> step(requirement));
        }
    }

    private void soon(Runnable work) {
        walkers.ifPresent(pool -> {
            try {
                pool.execute(() -> quietly(work));
            } catch (RejectedExecutionException closed) {
                // The solver was faster.
            }
        });
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (Problem | UnreadableMetadata | CancellationException ended) {
            // Whoever needs it asks again, and is told.
        }
    }

    private boolean isNeeded(Requirement requirement, Set<Extra> extras) {
        try {
            for (MarkerEnvironment environment : setting.environments().values()) {
                if (requirement.appliesTo(environment, extras)) {
                    return true;
                }
            }
        } catch (IllegalArgumentException incomparable) {
            return false; // The solver finds that the release cannot be used.
        }
        return false;
    }

    private void step(Requirement requirement) {
        PackageName name = requirement.name();
        likely(requirement)
                .filter(candidate -> taken.add(new Step(name, candidate.version(), requirement.extras())))
                .ifPresent(candidate -> setting.supply()
                        .needs(name, candidate)
                        .requires()
                        .forEach(child -> walk(child, requirement.extras())));
    }

    @Override
    public List<Candidate> candidates(PackageName name) {
        return setting.supply().candidates(name);
    }

    @Override
    public List<Candidate> candidates(PackageName name, TargetPlatform other) {
        return setting.supply().candidates(name, other);
    }

    @Override
    public Needs needs(PackageName name, Candidate candidate) {
        return setting.supply().needs(name, candidate);
    }

    @Override
    public boolean tellsAllOf(PackageName name) {
        return setting.supply().tellsAllOf(name);
    }

    @Override
    public void expect(Collection<PackageName> names) {
        setting.supply().expect(names);
    }

    @Override
    public void expect(PackageName name, List<Candidate> candidates) {
        setting.supply().expect(name, candidates);
    }

    private Optional<Candidate> likely(Requirement requirement) {
        Shelf shelf = Shelf.of(
                setting.supply().candidates(requirement.name()),
                requirement.specifiers(),
                Optional.ofNullable(setting.kept().get(requirement.name())).stream()
                        .toList(),
                new Shelf.Exceptions(Optional.empty(), requirement.specifiers().allowsPrereleases(), Set.of()),
                platform,
                setting.environments().keySet(),
                false);
        return shelf.bestAsked();
    }

    /** Ends the walk; nobody waits for what is under way. */
    void close() {
        walkers.ifPresent(ExecutorService::shutdownNow);
    }
}
