package org.specimen.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.specimen.advice.Stack;
import org.specimen.app.LeftOut;
import org.specimen.app.MissingPython;
import org.specimen.app.Preview;
import org.specimen.files.FileChange;
import org.specimen.files.FileRole;
import org.specimen.files.WriteReport;
import org.specimen.project.UnknownModule;

/** What a write would do or did, for a person to read in a terminal. */
final class WriteText {

    private static final int MOST_MODULES = 12;

    private WriteText() {}

    /**
     * Before a write that is only tried.
     *
     * @param then the day from which the versions of an old project may be brought back
     */
    static List<String> before(Preview preview, Optional<MissingPython> missing, Optional<LocalDate> then) {
        return python(
                        notes(
                                head(preview).section("Nothing was written. This would change", changes(preview)),
                                preview,
                                then),
                        missing)
                .all();
    }

    /**
     * After a write.
     *
     * @param then as before it
     */
    static List<String> after(
            Path folder,
            Preview preview,
            WriteReport report,
            Optional<MissingPython> missing,
            Optional<LocalDate> then) {
        String written = report.written().isEmpty()
                ? "Nothing had to be written in " + folder
                : "Wrote " + Counted.of(report.written().size(), "file") + " into " + folder;
        Lines lines = head(preview).section(written, changes(preview));
        report.backupFolder()
                .ifPresent(backup -> lines.section(
                        "What was there before",
                        List.of("is kept in " + backup + "; specimen undo " + folder + " brings it back.")));
        notes(lines, preview, then);
        python(lines, missing);
        String guide = preview.comparison().names().of(FileRole.GUIDE);
        return lines.section("Next", List.of("Follow " + guide + " to make the environment and run the project in it."))
                .all();
    }

    private static Lines head(Preview preview) {
        Stack stack = preview.plan().stack();
        Stack advised = preview.advice().recommendation().stack();
        Lines lines = new Lines()
                .add(stack.title() + ", Python " + preview.plan().python() + ", for "
                        + String.join(
                                ", ",
                                preview.plan().platforms().stream()
                                        .map(platform -> platform.label())
                                        .toList())
                        + ".");
        preview.advice().facts().map(ScanText::nothingFound).orElse(List.of()).forEach(lines::add);
        if (stack != advised) {
            lines.add("The advice is " + advised.title() + "; \"specimen advise\" says why.");
        }
        return lines;
    }

    private static List<String> changes(Preview preview) {
        int width = preview.comparison().changes().stream()
                .mapToInt(change -> change.path().length())
                .max()
                .orElse(0);
        return preview.comparison().changes().stream()
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

    private static Lines notes(Lines lines, Preview preview, Optional<LocalDate> then) {
        return lines.section("Imported, and left out because no version is known", leftOut(preview))
                .section("Imported, and left out because nothing tells which package it is", nameless(preview))
                .section(
                        "No longer used; remove them if you like",
                        List.copyOf(preview.comparison().stale().keySet()))
                .section("Is the name right?", questions(preview))
                .section("Not written", preview.unwritten())
                .section("Where versions came from", preview.sources())
                .section(
                        "Did it run with older versions?",
                        then.stream()
                                .map(day -> "The last commit is of " + day
                                        + ", and no version is written down. For the versions of that day: --as-of "
                                        + day)
                                .toList())
                .section("About these versions", preview.lock().notes());
    }

    private static Lines python(Lines lines, Optional<MissingPython> missing) {
        return lines.section(
                "To install first",
                missing.stream()
                        .map(python -> python.toGet().how()
                                + python.here()
                                        .map(here -> " Or take Python " + here + ", which is here, with --python "
                                                + here + ".")
                                        .orElse(""))
                        .toList());
    }

    private static List<String> questions(Preview preview) {
        return preview.questions().stream()
                .map(question -> "Few use " + question.name() + ", and very many use " + question.meant()
                        + ". Did you mean that? If " + question.name() + " is right: --confirm-name " + question.name())
                .toList();
    }

    private static List<String> leftOut(Preview preview) {
        return LeftOut.of(preview.advice().facts(), preview.plan()).stream()
                .map(found -> found.name() + " (" + found.evidence().get(0) + ")")
                .toList();
    }

    private static List<String> nameless(Preview preview) {
        List<UnknownModule> modules = LeftOut.nameless(preview.advice().facts(), preview.plan());
        List<String> lines = new ArrayList<>();
        modules.stream()
                .limit(MOST_MODULES)
                .forEach(module -> lines.add(module.name() + " ("
                        + module.elsewhere()
                                .map(elsewhere -> "from " + elsewhere.place() + "; ")
                                .orElse("")
                        + module.evidence().get(0) + ")"));
        int more = modules.size() - lines.size();
        if (more > 0) {
            lines.add("and " + more + " more, which specimen scan lists");
        }
        return lines;
    }
}
