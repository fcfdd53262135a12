package org.specimen.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.specimen.problem.OutsideFailure;
import org.specimen.task.Progress;

/**
 * One run of the project's command or notebook on a copy of the project.
 *
 * @param outcome how it ended
 * @param words what was run, as the person knows it
 * @param results a folder with the results that it made, at their paths; the notebook as it ran is among them
 */
record SubjectRun(RunOutcome outcome, List<String> words, Path results) {

    /**
     * Runs it.
     *
     * @param environment the variables of this computer: keys are taken from it
     * @param results an empty folder for what it makes
     * @param notes what the reader of a report should know is added
     */
    static SubjectRun of(
            Subject subject,
            ProofRequest request,
            MadeEnvironment made,
            Map<String, String> environment,
            Path results,
            List<String> notes,
            Stations stations,
            Progress progress) {
        try (ScratchCopy copy = ScratchCopy.of(request.environment().folder(), stations, progress)) {
            copy.leftOut()
                    .forEach(link -> notes.add(
                            link + " is a link out of the project, or an absolute one; it was not there in the run."));
            forget(request.expected(), copy.folder());
            RunOutcome outcome = made.run(
                    new RunRequest(
                            words(subject, made),
                            copy.folder(),
                            "",
                            variables(request, environment, notes),
                            request.limits()),
                    Station.RUN,
                    stations,
                    progress);
            keep(request.expected(), copy.folder(), results);
            if (subject instanceof Subject.Notebook notebook) {
                keep(List.of(executedName(notebook.path())), copy.folder(), results);
            }
            return new SubjectRun(outcome, shown(subject), results);
        }
    }

    /** {@code figures.ipynb} becomes {@code figures.run.ipynb}. */
    static String executedName(String notebook) {
        return notebook.replaceFirst("\\.ipynb$", ".run.ipynb");
    }

    /** The notebook as it ran; empty if it did not come so far, or a command ran. */
    Optional<Path> executed(Subject subject) {
        return subject instanceof Subject.Notebook notebook
                ? Optional.of(results.resolve(executedName(notebook.path()))).filter(Files::isRegularFile)
                : Optional.empty();
    }

    private static List<String> words(Subject subject, MadeEnvironment made) {
        if (subject instanceof Subject.Notebook notebook) {
            List<String> words = new ArrayList<>(made.python());
            words.addAll(List.of(
                    "-c", Resources.text("notebook.py"), notebook.path(), executedName(notebook.path()), "any"));
            return words;
        }
        return shown(subject);
    }

    private static List<String> shown(Subject subject) {
        return subject instanceof Subject.Command command
                ? command.words()
                : List.of(((Subject.Notebook) subject).path());
    }

    private static Map<String, String> variables(
            ProofRequest request, Map<String, String> environment, List<String> notes) {
        Map<String, String> variables = new TreeMap<>();
        // What is printed shows at once, and figures open no windows.
        variables.put("PYTHONUNBUFFERED", "1");
        variables.put("MPLBACKEND", "Agg");
        variables.put("JUPYTER_PREFER_ENV_PATH", "1");
        for (String key : request.keys()) {
            String value = environment.get(key);
            if (value == null) {
                addOnce(notes, key + " is not set on this computer, so the run did not have it.");
            } else {
                variables.put(key, value);
            }
        }
        return variables;
    }

    private static void addOnce(List<String> notes, String note) {
        if (!notes.contains(note)) {
            notes.add(note);
        }
    }

    /** What the run is to make must not be there before it. */
    private static void forget(List<String> expected, Path copy) {
        for (String path : expected) {
            try {
                if (!path.endsWith(".ipynb")) {
                    Files.deleteIfExists(copy.resolve(path));
                }
            } catch (IOException failed) {
                throw new OutsideFailure(path + " could not be removed from the copy of the project.", failed);
            }
        }
    }

    /** A program may have put a link to anywhere in the place of a result: only plain files within the copy count. */
    private static void keep(List<String> paths, Path copy, Path results) {
        for (String path : paths) {
            Path made = copy.resolve(path);
            try {
                if (Files.isRegularFile(made, LinkOption.NOFOLLOW_LINKS)
                        && made.toRealPath().startsWith(copy)) {
                    Path kept = results.resolve(path);
                    Files.createDirectories(kept.resolveSibling(""));
                    Files.copy(made, kept, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException failed) {
                throw new OutsideFailure(path + ", which the run made, cannot be read.", failed);
            }
        }
    }
}
