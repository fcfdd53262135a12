package org.specimen.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.problem.BadInput;

/**
 * Carries out a journal, onwards or back. Each step is judged by the digest of what lies there, so that both can be done
 * again from anywhere in between, and a file that is neither what it was nor what it becomes is left to whom it belongs.
 */
record Rollout(ProjectFolder project, StateFolder state, FileOperations disk) {

    /** Brings every file to its new state. Returns those that are neither old nor new, and were left. */
    List<String> forward(Journal journal) throws IOException {
        List<String> left = new ArrayList<>();
        for (int i = 0; i < journal.steps().size(); i++) {
            Journal.Step step = journal.steps().get(i);
            Optional<ProjectFolder.Target> now = placeOf(step);
            String digest = now.map(ProjectFolder.Target::digest).orElse("");
            if (digest.equals(step.before())) {
                Path real = now.orElseThrow().real();
                if (step.removes()) {
                    disk.delete(real);
                } else {
                    disk.move(state.added(i), real);
                }
                disk.syncDirectory(real.resolveSibling(""));
            } else if (!digest.equals(step.after())) {
                left.add(step.path());
            }
        }
        return left;
    }

    /** Brings every file back to its old state. Returns those that are neither old nor new, and were left. */
    List<String> back(Journal journal) throws IOException {
        List<String> left = new ArrayList<>();
        for (Journal.Step step : journal.steps()) {
            Optional<ProjectFolder.Target> now = placeOf(step);
            String digest = now.map(ProjectFolder.Target::digest).orElse("");
            if (digest.equals(step.before())) {
                continue;
            }
            boolean restorable =
                    !step.replaces() || digestOf(state.replaced(step.path())).equals(step.before());
            if (!digest.equals(step.after()) || !restorable) {
                left.add(step.path());
                continue;
            }
            Path real = now.orElseThrow().real();
            if (step.replaces()) {
                disk.move(state.replaced(step.path()), real);
            } else {
                disk.delete(real);
            }
            disk.syncDirectory(real.resolveSibling(""));
        }
        return left;
    }

    /** Whether every new text that is still to be put into its place is there, as it was written. */
    boolean isWhole(Journal journal) {
        for (int i = 0; i < journal.steps().size(); i++) {
            Journal.Step step = journal.steps().get(i);
            boolean pending =
                    placeOf(step).map(now -> now.digest().equals(step.before())).orElse(false);
            if (pending && !step.removes() && !digestOf(state.added(i)).equals(step.after())) {
                return false;
            }
        }
        return true;
    }

    /** Where a step's file lies; empty if a person put a folder or a link there. */
    private Optional<ProjectFolder.Target> placeOf(Journal.Step step) {
        try {
            return Optional.of(project.placeWithoutLinks(step.path()));
        } catch (BadInput changed) {
            return Optional.empty();
        }
    }

    private static String digestOf(Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Digest.of(Files.readAllBytes(file))
                    : Digest.ABSENT;
        } catch (IOException unreadable) {
            return Digest.ABSENT;
        }
    }
}
