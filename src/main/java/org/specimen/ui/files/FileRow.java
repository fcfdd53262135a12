package org.specimen.ui.files;

import java.util.Optional;
import org.specimen.files.ExistingChoice;
import org.specimen.files.FileChange;
import org.specimen.files.FileRole;
import org.specimen.files.FileState;
import org.specimen.ui.code.syntax.Syntax;

/**
 * A file in the list.
 *
 * @param choice what is done about a file of the person's own that stands in its place; empty where there is none
 */
record FileRow(FileChange change, Kind kind, Optional<ExistingChoice> choice) {

    /** What a person wants to know of a file at a glance. */
    enum Kind {
        NEW,
        CHANGED,
        UNCHANGED,
        /** A file of the person's own is in its place, and stays. */
        YOURS
    }

    static FileRow of(FileChange change) {
        if (change.isBeside()) {
            return new FileRow(change, Kind.YOURS, Optional.of(ExistingChoice.BESIDE));
        }
        return switch (change.state()) {
            case NEW -> new FileRow(change, Kind.NEW, Optional.empty());
            case UNCHANGED -> new FileRow(change, Kind.UNCHANGED, Optional.empty());
            case UPDATED, MERGED -> new FileRow(change, Kind.CHANGED, Optional.empty());
            case REPLACED -> new FileRow(change, Kind.CHANGED, Optional.of(ExistingChoice.REPLACE));
            case KEPT -> new FileRow(change, Kind.YOURS, Optional.of(ExistingChoice.KEEP));
        };
    }

    FileRole role() {
        return change.role();
    }

    String path() {
        return change.path();
    }

    /** What is the matter with it, as the name of a text. */
    String stateKey() {
        if (change.isBeside()) {
            return change.state() == FileState.UNCHANGED ? "state.beside-unchanged" : "state.beside";
        }
        return switch (change.state()) {
            case NEW -> "state.new";
            case UNCHANGED -> "state.unchanged";
            case UPDATED -> "state.updated";
            case MERGED -> "state.merged";
            case REPLACED -> "state.replaced";
            case KEPT -> "state.kept";
        };
    }

    Syntax syntax() {
        return Syntax.of(role());
    }
}
