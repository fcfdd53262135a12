package org.specimen.app.store;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.specimen.problem.OutsideFailure;

/** Keeps a draft for each project, the 20 that were saved last, and one for no project. */
public final class DraftStore {

    public DraftStore(UserFolders folders, Clock clock) {}

    /**
     * Keeps a draft in place of the last one of the same project.
     *
     * @throws OutsideFailure if the disk does not take it
     */
    public synchronized void save(SavedDraft draft) {}

    /** The draft that was saved last, of whichever project. */
    public synchronized Loaded<Optional<SavedDraft>> last() {
        return Loaded.well(Optional.empty());
    }

    /** The draft of a project. */
    public synchronized Loaded<Optional<SavedDraft>> of(Path folder) {
        return Loaded.well(Optional.empty());
    }

    /** Forgets the draft of a project, or of none. */
    public synchronized void discard(SavedDraft draft) {}
}
