package org.specimen.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.problem.BadInput;
import org.specimen.problem.OutsideFailure;

/**
 * What taking the last write back does: files that it replaced come back, files that it made go, and a file that a
 * person changed since is left. What goes is itself backed up, so undoing loses nothing either.
 *
 * @param write the write's folder, relative to the project folder, as in {@code .specimen/backup/0003}
 */
public record Undo(Path folder, String write, List<Step> steps) {

    /** What happens to a file. */
    public enum Action {
        /** It becomes what it was before the write. */
        RESTORE,
        /** The write made it, and it goes. */
        REMOVE,
        /** It is no longer what the write made of it, and stays. */
        LEAVE
    }

    /**
     * What happens to one file.
     *
     * @param path relative to the project folder
     */
    public record Step(String path, Action action) {}

    public Undo {
        steps = List.copyOf(steps);
    }

    /**
     * What undoing the last write would do. A write that was undone no longer counts, so undoing again takes back the
     * one before.
     *
     * @return empty if there is nothing to undo
     * @throws BadInput if the folder is not there or cannot be read
     * @throws OutsideFailure if the record of the write cannot be read
     */
    public static Optional<Undo> last(Path folder) {
        Transaction transaction = Transaction.in(folder, FileOperations.DISK);
        return lastWrite(transaction)
                .map(write -> new Undo(folder, StateFolder.nameOf(write), plan(transaction, write)));
    }

    /** Whether a file would change. */
    public boolean changesSomething() {
        return steps.stream().anyMatch(step -> step.action() != Action.LEAVE);
    }

    /**
     * Does it, all or nothing.
     *
     * @throws BadInput if a file or the record has changed since {@link #last}
     * @throws OutsideFailure if the disk fails, or another Specimen is writing into the folder; the files are as they
     *     were
     */
    public void apply() {
        apply(FileOperations.DISK);
    }

    void apply(FileOperations disk) {
        if (!changesSomething()) {
            return;
        }
        Transaction transaction = Transaction.in(folder, disk);
        Path last = lastWrite(transaction)
                .filter(found -> StateFolder.nameOf(found).equals(write))
                .filter(found -> plan(transaction, found).equals(steps))
                .orElseThrow(() -> new BadInput("The files have changed since you looked at what undoing would do."
                        + " Nothing was undone; look again."));
        Journal journal = transaction.state().read(StateFolder.manifestOf(last));
        List<Transaction.Edit> edits = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Journal.Step step = journal.steps().get(i);
            if (steps.get(i).action() != Action.LEAVE) {
                Optional<byte[]> before = step.replaces() ? Optional.of(replaced(last, step)) : Optional.empty();
                edits.add(new Transaction.Edit(transaction.project().placeWithoutLinks(step.path()), before));
            }
        }
        transaction.commit(edits, Optional.of(String.valueOf(last.getFileName())));
    }

    /** The newest write that is no undoing and was not undone. */
    private static Optional<Path> lastWrite(Transaction transaction) {
        Set<String> undone = new HashSet<>();
        try {
            for (Path write : transaction.state().writes()) {
                Path manifest = StateFolder.manifestOf(write);
                if (!Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)) {
                    continue;
                }
                Optional<String> undoes = transaction.state().read(manifest).undoes();
                undoes.ifPresent(undone::add);
                if (undoes.isEmpty() && !undone.contains(String.valueOf(write.getFileName()))) {
                    return Optional.of(write);
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new OutsideFailure("The backups in " + StateFolder.NAME + " cannot be read.", unreadable);
        }
    }

    private static List<Step> plan(Transaction transaction, Path write) {
        return transaction.state().read(StateFolder.manifestOf(write)).steps().stream()
                .map(step -> new Step(step.path(), action(transaction.project(), step)))
                .toList();
    }

    private static Action action(ProjectFolder project, Journal.Step step) {
        try {
            if (!project.placeWithoutLinks(step.path()).digest().equals(step.after())) {
                return Action.LEAVE;
            }
        } catch (BadInput notAFileAnyMore) {
            return Action.LEAVE;
        }
        return step.replaces() ? Action.RESTORE : Action.REMOVE;
    }

    private static byte[] replaced(Path write, Journal.Step step) {
        Path file = StateFolder.replacedOf(write).resolve(step.path());
        try {
            byte[] content = Files.readAllBytes(file);
            if (Digest.of(content).equals(step.before())) {
                return content;
            }
            throw new OutsideFailure("The backup of " + step.path() + " was changed, so nothing was undone: " + file);
        } catch (IOException unreadable) {
            throw new OutsideFailure("The backup of " + step.path() + " cannot be read: " + file, unreadable);
        }
    }
}
