package org.specimen.index;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.index.IndexRelease.Metadata;
import org.specimen.net.Web;
import org.specimen.problem.NetworkFailure;
import org.specimen.python.PackageName;
import org.specimen.python.Version;
import org.specimen.task.Progress;

/**
 * PyPI, or another index that speaks its language (PyPA specification "Simple repository API"), asked as releases are
 * looked at. Several requests are under way at once. Closing it ends those that nobody waits for any more.
 */
public final class LiveIndex implements PackageIndex, AutoCloseable {

    /** The index that Python's packages are published on. */
    public static final URI PYPI = URI.create("https://pypi.org/simple/");

    /** What one server is asked for at once, at most. */
    private static final int REQUESTS = 24;

    /** How many of the newest releases are looked through for one that is likely to be chosen. */
    private static final int LIKELY = 8;

    private final List<URI> indexes;
    private final List<URI> links;
    private final LinkReader linkReader;
    private final PageReader pageReader;
    private final MetadataReader metadataReader;
    private final Optional<Version> python;
    private final Progress progress;
    private final ExecutorService workers;
    private final Map<PackageName, CompletableFuture<List<IndexRelease>>> pages = new ConcurrentHashMap<>();
    private final Map<URI, CompletableFuture<Optional<Metadata>>> metadata = new ConcurrentHashMap<>();
    private final AtomicInteger answered = new AtomicInteger();

    /**
     * An index that can be asked.
     *
     * @param indexes addresses that names are put behind, all of the same rank; at least one
     * @param python for which versions are likely to be chosen, so that the right metadata is fetched ahead
     * @param progress hears how far it is, and may end it
     */
    public LiveIndex(Web web, List<URI> indexes, Optional<Version> python, Progress progress) {
        this(web, indexes, List.of(), python, progress);
    }

    /**
     * An index that can be asked, as {@link #LiveIndex(Web, List, Optional, Progress)}.
     *
     * @param links folders, and pages, that hold the files of many distributions side by side
     */
    public LiveIndex(Web web, List<URI> indexes, List<URI> links, Optional<Version> python, Progress progress) {
        this.indexes = List.copyOf(indexes);
        this.links = List.copyOf(links);
        this.linkReader = new LinkReader(web, progress);
        this.python = python;
        this.progress = progress;
        this.pageReader = new PageReader(web, progress);
        this.metadataReader = new MetadataReader(web, progress);
        AtomicInteger number = new AtomicInteger();
        this.workers = Executors.newFixedThreadPool(REQUESTS, task -> {
            Thread thread = new Thread(task, "index-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @throws NetworkFailure if it cannot be asked, or what it says cannot be understood */
    @Override
    public List<IndexRelease> releases(PackageName name) {
        return waitFor(page(name));
    }

    private CompletableFuture<List<IndexRelease>> page(PackageName name) {
        return pages.computeIfAbsent(name, this::read);
    }

    /** Every index at once: none of them is waited for before the next is asked. */
    private CompletableFuture<List<IndexRelease>> read(PackageName name) {
        List<CompletableFuture<List<IndexRelease>>> each = Stream.concat(
                        indexes.stream().map(index -> begin(() -> pageReader.read(index, name))),
                        links.stream().map(place -> begin(() -> linkReader.read(place, name))))
                .toList();
        return CompletableFuture.allOf(each.toArray(CompletableFuture[]::new)).thenApply(all -> {
            progress.doing("asking " + title(), answered.incrementAndGet(), pages.size());
            return PageReader.merged(each.stream().map(CompletableFuture::join).toList());
        });
    }

    private CompletableFuture<List<IndexRelease>> readAhead(PackageName name) {
        return read(name).thenApply(found -> {
            likely(found).ifPresent(release -> metadataOf(name, release));
            return found;
        });
    }

    /** @throws NetworkFailure if it cannot be asked */
    @Override
    public Optional<Metadata> metadata(PackageName name, IndexRelease release) {
        if (release.metadata().isPresent()) {
            return release.metadata();
        }
        Optional<CompletableFuture<Optional<Metadata>>> pending = metadataOf(name, release);
        return pending.isPresent() ? waitFor(pending.get()) : Optional.empty();
    }

    private Optional<CompletableFuture<Optional<Metadata>>> metadataOf(PackageName name, IndexRelease release) {
        return MetadataReader.chosen(release.files())
                .map(file -> metadata.computeIfAbsent(
                        file.address(), address -> begin(() -> metadataReader.read(name, release.version(), file))));
    }

    @Override
    public boolean tellsAllOf(PackageName name) {
        return true;
    }

    /** Fetches their pages, and then the metadata of the release that is likely to be chosen. */
    @Override
    public void expect(Collection<PackageName> names) {
        for (PackageName name : names) {
            pages.computeIfAbsent(name, this::readAhead);
        }
    }

    @Override
    public void expect(PackageName name, List<IndexRelease> releases) {
        releases.stream().filter(release -> release.metadata().isEmpty()).forEach(release -> metadataOf(name, release));
    }

    private Optional<IndexRelease> likely(List<IndexRelease> releases) {
        return releases.stream()
                .filter(release -> !release.version().isPrerelease())
                .limit(LIKELY)
                .filter(release -> release.yanked().isEmpty())
                .map(release -> release.withFiles(
                        release.files().stream().filter(this::isLikely).toList()))
                .filter(release -> !release.files().isEmpty())
                .findFirst();
    }

    /** A wheel that says what it needs beside itself, and suits the Python by its name. */
    private boolean isLikely(ReleaseFile file) {
        return file.isWheel()
                && file.hasMetadata()
                && python.map(version -> admits(file, version)).orElse(true);
    }

    private static boolean admits(ReleaseFile file, Version version) {
        String tag = "-cp" + version.major() + version.minor() + "-";
        boolean byName = file.name().endsWith("-none-any.whl")
                || file.name().contains(tag)
                || file.name().contains("-abi3-")
                || file.name().contains("-py3-none-");
        return byName
                && file.requiresPython()
                        .map(admitted -> admitted.contains(version, true))
                        .orElse(true);
    }

    private <T> CompletableFuture<T> begin(Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    progress.checkCancelled();
                    return work.get();
                },
                workers);
    }

    /** The work itself ends when it is cancelled, and with it the waiting. */
    private static <T> T waitFor(CompletableFuture<T> pending) {
        try {
            return pending.get();
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public String title() {
        if (indexes.isEmpty()) {
            return "what pip's setting find-links names";
        }
        String names = indexes.stream().map(LiveIndex::titleOf).distinct().collect(Collectors.joining(" and "));
        return names.equals("PyPI") || names.startsWith("PyPI and ")
                ? names
                : (indexes.size() == 1 ? "the index " : "the indexes ") + names;
    }

    private static String titleOf(URI index) {
        String host = index.getHost();
        if (host == null) {
            return String.valueOf(index.getPath());
        }
        return index.equals(PYPI) ? "PyPI" : index.getPort() < 0 ? host : host + ":" + index.getPort();
    }

    @Override
    public List<String> notes() {
        return pageReader.outdated().stream()
                .map(instant -> title() + " could not be asked, so that versions are taken as it told them on "
                        + day(instant) + ".")
                .toList();
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Ends all requests at once. Whoever waits for one is told that it was cancelled. */
    @Override
    public void close() {
        workers.shutdownNow();
        pages.values().forEach(pending -> pending.cancel(true));
        metadata.values().forEach(pending -> pending.cancel(true));
    }
}
