package org.specimen.ui.trial;

import java.util.Comparator;
import java.util.List;
import org.specimen.app.Preview;
import org.specimen.files.FileChange;
import org.specimen.files.FileRole;
import org.specimen.ui.code.Difference;
import org.specimen.ui.code.ShownText;
import org.specimen.ui.code.syntax.Syntax;

/**
 * Files that would be written after the person has looked at them.
 *
 * @param files those that differ from what is there, the plan last
 */
record ProposedChange(Kind kind, Preview preview, List<ChangedFile> files) {

    /** Why files would be written. */
    enum Kind {
        /** Something did not work, and this settles it; the environment is built again then. */
        FIX,
        /** What was really installed is written down. */
        FREEZE
    }

    /** A file with what would change in it. */
    record ChangedFile(String path, ShownText difference) {

        static ChangedFile of(FileChange change) {
            return new ChangedFile(
                    change.path(), Difference.of(change.before().orElse(""), change.after(), Syntax.of(change.role())));
        }
    }

    ProposedChange {
        files = List.copyOf(files);
    }

    static ProposedChange of(Kind kind, Preview preview) {
        return new ProposedChange(
                kind,
                preview,
                preview.comparison().changes().stream()
                        .filter(change -> change.state().writes())
                        .filter(change -> change.before().isEmpty()
                                || !change.before().get().equals(change.after()))
                        .sorted(Comparator.comparing(change -> change.role() == FileRole.PLAN))
                        .map(ChangedFile::of)
                        .toList());
    }
}
