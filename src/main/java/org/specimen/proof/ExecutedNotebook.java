package org.specimen.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.specimen.problem.OutsideFailure;

/** A notebook as it ran, beside the original. */
final class ExecutedNotebook {

    private ExecutedNotebook() {}

    /**
     * Saves it; another notebook of that name stays.
     *
     * @param project the folder that the original is in
     * @param notes what a reader of the report should know is added to these
     * @return where it is, within the project; empty if no notebook was run
     * @throws OutsideFailure if the folder cannot be written to
     */
    static Optional<String> save(SubjectRun one, Subject subject, Path project, List<String> notes) {
        Optional<Path> executed = one.executed(subject);
        if (executed.isEmpty() || !(subject instanceof Subject.Notebook notebook)) {
            return Optional.empty();
        }
        try {
            byte[] content = Files.readAllBytes(executed.get());
            if (NotebookOutputs.read(notebook.path(), content).ranPlainly()) {
                notes.add("Jupyter is not in the environment, so the notebook's cells ran in plain Python: without"
                        + " magics beyond the harmless ones, and without pictures among the outputs.");
            }
            String name = SubjectRun.executedName(notebook.path());
            for (int i = 2; isForeign(project.resolve(name)); i++) {
                name = SubjectRun.executedName(notebook.path()).replaceFirst("\\.run\\.", ".run-" + i + ".");
            }
            Files.write(project.resolve(name), content);
            return Optional.of(name);
        } catch (IOException failed) {
            throw new OutsideFailure(
                    "The notebook as it ran could not be saved beside " + notebook.path()
                            + ". Check that the folder may be written to.",
                    failed);
        }
    }

    private static boolean isForeign(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        return !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                || !Files.readString(file).contains("\"specimen\": {");
    }
}
