package org.specimen.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.app.Project;
import org.specimen.problem.Problem;
import org.specimen.proof.docker.ImageStore.Fetched;
import org.specimen.proof.docker.ImageStore.Loaded;
import org.specimen.proof.docker.ImageStore.Saved;
import org.specimen.proof.docker.ImageStore.Unused;
import org.specimen.task.Progress;

/** Images that nobody has: what comes of each verb is what a test says. */
public final class ScriptedImages implements ProjectImages {

    private final List<String> asked = new ArrayList<>();
    private Optional<Problem> problem = Optional.empty();
    private List<String> taken = List.of();
    private Unused unused = new Unused(0, 0);

    /** From now on, nothing works. */
    public synchronized void failWith(Problem why) {
        problem = Optional.of(why);
    }

    /** Other images have these names. */
    public synchronized void takenAre(List<String> names) {
        taken = names;
    }

    public synchronized void left(Unused layers) {
        unused = layers;
    }

    /** What was asked for so far. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    private void ask(String what) {
        asked.add(what);
        problem.ifPresent(why -> {
            throw why;
        });
    }

    @Override
    public synchronized Saved save(Project project, Path file, Progress progress) {
        ask("save " + file.getFileName());
        return new Saved("text-analysis:latest", file, 412_000_000, "ab".repeat(32));
    }

    @Override
    public synchronized Loaded load(Path file, boolean replace, Progress progress) {
        ask((replace ? "replace by " : "load ") + file.getFileName());
        return replace || taken.isEmpty()
                ? new Loaded(file, List.of("text-analysis:latest"), List.of())
                : new Loaded(file, List.of(), taken);
    }

    @Override
    public synchronized Fetched fetch(Project project, Progress progress) {
        ask("fetch");
        return new Fetched(List.of("python:3.12.11-slim-bookworm"), List.of());
    }

    @Override
    public synchronized Unused unused(Progress progress) {
        ask("unused");
        return unused;
    }

    @Override
    public synchronized Unused clean(Progress progress) {
        ask("clean");
        return unused;
    }
}
