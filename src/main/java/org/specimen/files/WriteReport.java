package org.specimen.files;

import java.util.List;
import java.util.Optional;

/**
 * What a write did.
 *
 * @param written the files that changed
 * @param backedUp the paths of those that there was something at before
 * @param backupFolder where that lies now, relative to the project folder; empty if nothing was replaced
 */
public record WriteReport(List<FileChange> written, List<String> backedUp, Optional<String> backupFolder) {

    static final WriteReport NOTHING = new WriteReport(List.of(), List.of(), Optional.empty());

    public WriteReport {
        written = List.copyOf(written);
        backedUp = List.copyOf(backedUp);
    }
}
