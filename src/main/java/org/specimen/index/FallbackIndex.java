package org.specimen.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.problem.NetworkFailure;
import org.specimen.problem.NetworkFailure.Kind;
import org.specimen.python.PackageName;

/**
 * An index, and another one that takes its place where it cannot be reached. What each name was answered from stays the
 * same, and is told.
 */
public final class FallbackIndex implements PackageIndex {

    private final PackageIndex first;
    private final PackageIndex second;
    private final AtomicReference<@Nullable NetworkFailure> outage = new AtomicReference<>();
    private final Map<PackageName, Boolean> fromSecond = new ConcurrentHashMap<>();

    /** @param second must always answer */
    public FallbackIndex(PackageIndex first, PackageIndex second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public List<IndexRelease> releases(PackageName name) {
        if (!fromSecond.getOrDefault(name, false)) {
            try {
                return first.releases(name);
            } catch (NetworkFailure failure) {
                if (!failure.isOutage()) {
                    throw failure;
                }
                outage.compareAndSet(null, failure);
                fromSecond.put(name, true);
            }
        }
        return second.releases(name);
    }

    /** What cannot be fetched any more is not known. */
    @Override
    public Optional<Metadata> metadata(PackageName name, IndexRelease release) {
        if (fromSecond.getOrDefault(name, false)) {
            return second.metadata(name, release);
        }
        try {
            return first.metadata(name, release);
        } catch (NetworkFailure failure) {
            if (!failure.isOutage()) {
                throw failure;
            }
            outage.compareAndSet(null, failure);
            return second.releases(name).stream()
                    .filter(known -> known.version().equals(release.version()))
                    .findFirst()
                    .flatMap(known -> second.metadata(name, known));
        }
    }

    @Override
    public boolean tellsAllOf(PackageName name) {
        return fromSecond.getOrDefault(name, false) ? second.tellsAllOf(name) : first.tellsAllOf(name);
    }

    @Override
    public void expect(Collection<PackageName> names) {
        first.expect(names);
    }

    @Override
    public void expect(PackageName name, List<IndexRelease> releases) {
        (fromSecond.getOrDefault(name, false) ? second : first).expect(name, releases);
    }

    @Override
    public String title() {
        return outage.get() == null ? first.title() : second.title();
    }

    @Override
    public List<String> notes() {
        NetworkFailure failure = outage.get();
        if (failure == null) {
            return first.notes();
        }
        Set<PackageName> names = new TreeSet<>(fromSecond.keySet());
        String instead = names.isEmpty()
                ? "Some of what releases need is taken from " + second.title() + "."
                : "Versions of " + named(names) + " are taken from " + second.title() + ", and nobody confirmed them.";
        String why = failure.kind() == Kind.OFFLINE ? "No network was asked." : failure.explanation();
        return Stream.concat(
                        Stream.of(why + " " + instead), Stream.concat(first.notes().stream(), second.notes().stream()))
                .toList();
    }

    @Override
    public Optional<String> outage() {
        return Optional.ofNullable(outage.get())
                .filter(failure -> failure.kind() != Kind.OFFLINE)
                .map(NetworkFailure::explanation);
    }

    static String named(Set<PackageName> names) {
        List<String> some = names.stream().limit(3).map(PackageName::value).toList();
        int more = names.size() - some.size();
        return String.join(", ", some) + (more > 0 ? " and " + more + " more" : "");
    }
}
