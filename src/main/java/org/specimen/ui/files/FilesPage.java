package org.specimen.ui.files;

import java.nio.file.Path;
import java.util.List;
import org.specimen.advice.Recommendation.Missing;
import org.specimen.advice.Stack;
import org.specimen.app.Preview;
import org.specimen.app.Project;
import org.specimen.app.Workbench;
import org.specimen.files.Undo;
import org.specimen.files.WriteReport;
import org.specimen.files.render.Instructions;
import org.specimen.problem.BadInput;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.ui.task.Failure;

/** What the page shows. */
sealed interface FilesPage {

    /** The environment was planned without a project, and has no folder yet. */
    record Homeless() implements FilesPage {}

    /** The files are being made. */
    record Making() implements FilesPage {}

    /** There are no files to look at. */
    record Unavailable(Failure failure, Remedy remedy) implements FilesPage {}

    /**
     * The files, to be looked at.
     *
     * @param count how many of them a write changes
     * @param stale files of earlier sets that nothing needs any more
     * @param unwritten of each file that is asked for and cannot be written, why not
     * @param notes what to know about the versions in them
     * @param canUndo whether there is an earlier write to take back
     */
    record Looking(
            Path folder,
            List<FileRow> rows,
            int count,
            List<String> stale,
            List<String> unwritten,
            List<String> notes,
            boolean canUndo)
            implements FilesPage {

        /** Reads the folder for what is stale. */
        static Looking of(Workbench workbench, Preview preview) {
            List<FileRow> rows =
                    preview.comparison().changes().stream().map(FileRow::of).toList();
            int count = (int)
                    rows.stream().filter(row -> row.change().state().writes()).count();
            return new Looking(
                    preview.comparison().folder(),
                    rows,
                    count,
                    List.copyOf(preview.comparison().stale().keySet()),
                    preview.unwritten(),
                    preview.lock().notes(),
                    canUndo(workbench, preview.comparison().folder()));
        }

        /** A record that cannot be read is no reason not to show the files. */
        private static boolean canUndo(Workbench workbench, Path folder) {
            try {
                return workbench
                        .lastWrite(folder)
                        .filter(Undo::changesSomething)
                        .isPresent();
            } catch (OutsideFailure unreadable) {
                return false;
            }
        }
    }

    /**
     * The files are written.
     *
     * @param missing what the computer lacks for this stack
     * @param instructions what to type next
     */
    record Written(Path folder, Stack stack, WriteReport report, List<Missing> missing, Instructions instructions)
            implements FilesPage {

        /** Whether to say what is needed: what is missing says the same, except of the Python for a venv. */
        boolean saysWhatIsNeeded() {
            return missing.isEmpty() || stack == Stack.VENV;
        }

        /** Writes the files. */
        static Written by(Workbench workbench, Project project, Preview preview) {
            Instructions instructions = workbench.instructions(project, preview);
            WriteReport report = workbench.write(preview);
            return new Written(
                    project.folder(),
                    preview.plan().stack(),
                    report,
                    preview.advice().recommendation().missingFor(preview.plan().stack()),
                    instructions);
        }
    }

    /** What helps against a failure. */
    enum Remedy {
        /** Looking at the folder again, as it is now. */
        LOOK_AGAIN,
        /** Trying once more, after the person has made room or has changed permissions. */
        TRY_AGAIN,
        /** Other packages. */
        PACKAGES;

        static Remedy of(Failure failure) {
            return failure.problem()
                    .map(problem -> {
                        if (problem instanceof BadInput) {
                            return LOOK_AGAIN;
                        }
                        return problem instanceof NoSolution ? PACKAGES : TRY_AGAIN;
                    })
                    .orElse(TRY_AGAIN);
        }

        /** Whether another folder may help. */
        static boolean isAboutFolder(Failure failure) {
            return failure.problem()
                    .filter(problem -> problem instanceof BadInput || problem instanceof OutsideFailure)
                    .isPresent();
        }
    }

    /**
     * Something that did not work while the files stayed as they were.
     *
     * @param undoing whether it was taking a write back, and not writing
     */
    record Trouble(boolean undoing, Failure failure, Remedy remedy) {}
}
