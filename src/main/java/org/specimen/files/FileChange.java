package org.specimen.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What happens to one file of the set.
 *
 * @param path relative to the project folder
 * @param before what lies there now, for showing it: bytes that are not UTF-8 appear as U+FFFD
 * @param after what lies there afterwards
 * @param beforeDigest of the exact bytes that lie there now, {@code absent} if none do: what is written is written over
 *     nothing else
 * @param isOurs whether {@code after} is ours from end to end, with nothing of a person's own in it
 * @param notes what a person should know about it, each a sentence; may be empty
 */
public record FileChange(
        FileRole role,
        String path,
        FileState state,
        Optional<String> before,
        String after,
        String beforeDigest,
        boolean isOurs,
        List<String> notes) {

    public FileChange {
        notes = List.copyOf(notes);
    }

    /** Whether it lies beside a file of the person's own. */
    public boolean isBeside() {
        return path.equals(role.fileName() + FileNames.BESIDE);
    }

    FileChange withNote(String note) {
        List<String> more = new ArrayList<>(List.of(note));
        more.addAll(notes);
        return new FileChange(role, path, state, before, after, beforeDigest, isOurs, more);
    }
}
