package org.specimen.app.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.specimen.problem.OutsideFailure;

/** The projects that were opened last. One whose folder is gone stays until it is removed. */
public final class RecentProjects {

    /** A project that was opened. */
    public record Recent(Path folder, Instant opened) {}

    public RecentProjects(UserFolders folders, Clock clock) {}

    /** Newest first, at most 12; with a word if the list was broken. */
    public synchronized Loaded<List<Recent>> load() {
        return Loaded.well(List.of());
    }

    /** Newest first, at most 12. */
    public List<Recent> all() {
        return load().value();
    }

    /**
     * Puts a project at the top.
     *
     * @throws OutsideFailure if the disk does not take it
     */
    public synchronized void add(Path folder) {}

    /**
     * Takes a project off the list; its folder stays as it is.
     *
     * @throws OutsideFailure if the disk does not take it
     */
    public synchronized void remove(Path folder) {}
}
