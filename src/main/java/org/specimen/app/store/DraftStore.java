package org.specimen.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.specimen.problem.OutsideFailure;

/**
 * Keeps a draft for each project, the 20 that were saved last, and one for no project. The times of the files tell which
 * was saved last.
 */
public final class DraftStore {

    private static final int MOST = 20;
    private static final int MOST_BROKEN = 5;
    private static final Duration UNFINISHED_FOR = Duration.ofDays(1);

    private static final String WHAT = "draft";
    private static final String ENDING = ".yml";
    private static final String NO_PROJECT = "no-project" + ENDING;

    private final Path folder;
    private final Clock clock;

    public DraftStore(UserFolders folders, Clock clock) {
        this.folder = folders.data().resolve("drafts");
        this.clock = clock;
    }

    /**
     * Keeps a draft in place of the last one of the same project.
     *
     * @throws OutsideFailure if the disk does not take it
     */
    public synchronized void save(SavedDraft draft) {
        file(draft.folder()).write(DraftFile.write(draft), Optional.of(afterAllOthers()));
        prune();
    }

    /** The draft that was saved last, of whichever project. */
    public synchronized Loaded<Optional<SavedDraft>> last() {
        return kept(ENDING).stream()
                .findFirst()
                .map(newest -> load(newest.file()))
                .orElseGet(() -> Loaded.well(Optional.empty()));
    }

    /** The draft of a project. */
    public synchronized Loaded<Optional<SavedDraft>> of(Path project) {
        return load(file(Optional.of(PathText.absolute(project))).path());
    }

    /**
     * Forgets the draft of a project, or of none.
     *
     * @throws OutsideFailure if the disk does not let it go
     */
    public synchronized void discard(SavedDraft draft) {
        file(draft.folder()).delete();
    }

    private static Loaded<Optional<SavedDraft>> load(Path path) {
        return new StoredFile(path, WHAT)
                .load(
                        Optional.empty(),
                        text -> Loaded.well(Optional.of(DraftFile.read(String.valueOf(path.getFileName()), text))));
    }

    private StoredFile file(Optional<Path> project) {
        String name = project.map(path -> digest(PathText.of(path)) + ENDING).orElse(NO_PROJECT);
        return new StoredFile(folder.resolve(name), WHAT);
    }

    /** The folder's name could be too long for a file's, or hold what a file's may not. */
    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** Now, or a moment behind the newest draft: clocks are coarse, and are set back now and then. */
    private Instant afterAllOthers() {
        Instant now = clock.instant();
        return kept(ENDING).stream()
                .findFirst()
                .map(newest -> newest.saved().plusMillis(1))
                .filter(later -> later.isAfter(now))
                .orElse(now);
    }

    private void prune() {
        kept(ENDING).stream().skip(MOST).forEach(DraftStore::forget);
        kept(StoredFile.BROKEN).stream().skip(MOST_BROKEN).forEach(DraftStore::forget);
        Instant longAgo = clock.instant().minus(UNFINISHED_FOR);
        kept(StoredFile.UNFINISHED).stream()
                .filter(unfinished -> unfinished.saved().isBefore(longAgo))
                .forEach(DraftStore::forget);
    }

    /** A file in the folder of drafts. */
    private record Kept(Path file, Instant saved) {}

    /** The files with this ending, newest first; none where the folder cannot be read. */
    private List<Kept> kept(String ending) {
        List<Kept> kept = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ending)) {
            for (Path file : files) {
                time(file).ifPresent(saved -> kept.add(new Kept(file, saved)));
            }
        } catch (IOException | DirectoryIteratorException none) {
            // There is no draft yet, or the folder is not ours to read: then no draft is offered.
        }
        kept.sort(Comparator.comparing(Kept::saved).reversed());
        return kept;
    }

    private static Optional<Instant> time(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException goneMeanwhile) {
            return Optional.empty();
        }
    }

    private static void forget(Kept kept) {
        try {
            Files.deleteIfExists(kept.file());
        } catch (IOException stays) {
            // One draft too many does no harm; the next save tries again.
        }
    }
}
