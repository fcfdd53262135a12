package org.specimen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.specimen.advice.Stack;
import org.specimen.app.Draft;
import org.specimen.files.FileChange;
import org.specimen.files.FileRole;
import org.specimen.files.WriteReport;

/** What a write would do or did, for a person to read in a terminal. */
final class WriteText {

    private WriteText() {}

    /** Before a write that is only tried. */
    static List<String> before(Draft draft) {
        return notes(head(draft).section("Nothing was written. This would change", changes(draft)), draft)
                .all();
    }

    /** After a write. */
    static List<String> after(Path folder, Draft draft, WriteReport report) {
        String written = report.written().isEmpty()
                ? "Nothing had to be written in " + folder
                : "Wrote " + Counted.of(report.written().size(), "file") + " into " + folder;
        Lines lines = head(draft).section(written, changes(draft));
        report.backupFolder()
                .ifPresent(backup -> lines.section(
                        "What was there before",
                        List.of("is kept in " + backup + "; specimen undo " + folder + " brings it back.")));
        notes(lines, draft);
        String guide = draft.comparison().names().of(FileRole.GUIDE);
        return lines.section("Next", List.of("Follow " + guide + " to make the environment and run the project in it."))
                .all();
    }

    private static Lines head(Draft draft) {
        Stack stack = draft.plan().stack();
        Stack advised = draft.advice().recommendation().stack();
        Lines lines = new Lines()
                .add(stack.title() + ", Python " + draft.plan().python() + ", for "
                        + String.join(
                                ", ",
                                draft.plan().platforms().stream()
                                        .map(platform -> platform.label())
                                        .toList())
                        + ".");
        if (stack != advised) {
            lines.add("Advised is " + advised.title() + "; \"specimen advise\" says why.");
        }
        return lines;
    }

    private static List<String> changes(Draft draft) {
        int width = draft.comparison().changes().stream()
                .mapToInt(change -> change.path().length())
                .max()
                .orElse(0);
        return draft.comparison().changes().stream()
                .map(change -> state(change)
                        + change.path()
                        + " ".repeat(width - change.path().length())
                        + (change.notes().isEmpty() ? "" : "  " + String.join(" ", change.notes())))
                .toList();
    }

    private static String state(FileChange change) {
        String word = change.state().name().toLowerCase(Locale.ROOT);
        return word + " ".repeat(Math.max(1, 11 - word.length()));
    }

    private static Lines notes(Lines lines, Draft draft) {
        return lines.section("About these versions", draft.lock().notes());
    }
}
