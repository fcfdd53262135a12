package org.specimen.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.specimen.problem.BadInput;
import org.specimen.problem.OutsideFailure;
import org.specimen.problem.Problem;

/**
 * Changes several files of a project as one: all of them or none, also when the disk fails or the process is killed.
 *
 * <p>A write-ahead log in the manner of a database. Everything is prepared in {@code .specimen/writing}; one rename gives
 * the manifest its name and thereby decides for the new state; then each file is renamed into its place; one more rename
 * makes the folder the backup. Each step can be told from the digests of what lies in the project, so every one can be
 * repeated, or taken back, and a file that is neither what it was nor what it becomes belongs to a person and is left.
 *
 * @param disk what changes the disk, so that tests can make each step fail
 */
record Transaction(ProjectFolder project, StateFolder state, FileOperations disk) {

    /** What one file becomes; without {@code after}, it goes. */
    record Edit(ProjectFolder.Target target, Optional<byte[]> after) {

        Journal.Step step() {
            return new Journal.Step(
                    target.path(), target.digest(), after.map(Digest::of).orElse(Digest.ABSENT));
        }
    }

    static Transaction in(Path folder, FileOperations disk) {
        ProjectFolder project = ProjectFolder.open(folder);
        return new Transaction(project, StateFolder.of(project), disk);
    }

    /**
     * Changes the files.
     *
     * @param undoes the number of the write that this one takes back
     * @return the folder with the backup
     * @throws BadInput if a file is no longer what the edit was made for
     * @throws OutsideFailure if the disk fails, or another Specimen is writing here
     */
    Path commit(List<Edit> edits, Optional<String> undoes) {
        boolean fresh = !exists(state.root());
        try {
            disk.createDirectory(state.root());
            return FolderLock.holding(state.lock(), () -> {
                try {
                    ignoreStateFolder();
                    return commitLocked(edits, undoes);
                } catch (IOException | RuntimeException failed) {
                    if (fresh) {
                        removeStateFolder(failed);
                    }
                    throw failed;
                }
            });
        } catch (IOException failed) {
            throw DiskFailure.of(project.root(), failed, !exists(state.writing()));
        }
    }

    /** Finishes or takes back a write that was interrupted. */
    Recovery recover() {
        if (!exists(state.writing())) {
            return Recovery.NOTHING;
        }
        try {
            return FolderLock.holding(state.lock(), this::recoverLocked);
        } catch (IOException failed) {
            throw DiskFailure.of(project.root(), failed, false);
        }
    }

    private Path commitLocked(List<Edit> edits, Optional<String> undoes) throws IOException {
        recoverLocked();
        checkUnchanged(edits);
        Path backup = state.nextBackup();
        Journal journal = new Journal(undoes, edits.stream().map(Edit::step).toList());
        try {
            stage(edits, journal);
        } catch (IOException | RuntimeException failed) {
            quietly(failed, this::discardWriting);
            throw failed;
        }
        try {
            List<String> left = rollout().forward(journal);
            if (!left.isEmpty()) {
                throw changedMeanwhile(left.get(0));
            }
            finish(backup);
            return backup;
        } catch (IOException | RuntimeException failed) {
            quietly(failed, () -> takeBack(journal, backup));
            throw failed;
        }
    }

    private Recovery recoverLocked() throws IOException {
        if (!exists(state.writing())) {
            return Recovery.NOTHING;
        }
        Path backup = state.nextBackup();
        if (exists(state.manifest())) {
            Journal journal = state.read(state.manifest());
            return rollout().isWhole(journal) ? roll(journal, backup) : undone(takeBack(journal, backup), backup);
        }
        if (exists(state.manifestBack())) {
            return undone(takeBack(state.read(state.manifestBack()), backup), backup);
        }
        discardWriting();
        return undone(List.of(), backup);
    }

    private Recovery roll(Journal journal, Path backup) throws IOException {
        try {
            List<String> left = rollout().forward(journal);
            finish(backup);
            return new Recovery(Recovery.Outcome.FINISHED, messages(left, backup));
        } catch (IOException failed) {
            List<String> left = takeBack(journal, backup);
            return undone(left, backup);
        }
    }

    private Recovery undone(List<String> left, Path backup) {
        return new Recovery(Recovery.Outcome.UNDONE, messages(left, backup));
    }

    private List<String> messages(List<String> left, Path backup) {
        String folder = StateFolder.nameOf(backup);
        return left.stream()
                .map(path -> path + " was changed after a write was interrupted, so it stays as it is now."
                        + " The texts of that write, old and new, lie in " + folder + ".")
                .toList();
    }

    /** Prepares everything, and with its last step decides for the new state. */
    private void stage(List<Edit> edits, Journal journal) throws IOException {
        disk.createDirectory(state.writing());
        disk.createDirectory(state.added());
        disk.createDirectory(state.replaced());
        for (int i = 0; i < edits.size(); i++) {
            ProjectFolder.Target target = edits.get(i).target();
            if (target.content().isPresent()) {
                Path copy = state.replaced(target.path());
                createParents(copy);
                disk.copy(target.real(), copy);
            }
            if (edits.get(i).after().isPresent()) {
                disk.write(state.added(i), edits.get(i).after().get());
                if (target.content().isPresent()) {
                    disk.copyPermissions(target.real(), state.added(i));
                }
            }
        }
        disk.write(state.unfinishedManifest(), journal.toText().getBytes(StandardCharsets.UTF_8));
        disk.syncDirectory(state.added());
        disk.syncDirectory(state.replaced());
        disk.syncDirectory(state.writing());
        disk.move(state.unfinishedManifest(), state.manifest());
        disk.syncDirectory(state.writing());
    }

    /** Brings the old state back. Returns the files that are neither old nor new, and were left. */
    private List<String> takeBack(Journal journal, Path backup) throws IOException {
        if (exists(state.manifest())) {
            disk.move(state.manifest(), state.manifestBack());
            disk.syncDirectory(state.writing());
        }
        List<String> left = rollout().back(journal);
        if (left.isEmpty()) {
            discardWriting();
        } else {
            finish(backup);
        }
        return left;
    }

    private Rollout rollout() {
        return new Rollout(project, state, disk);
    }

    /** Makes the write that is done the newest backup. After its last step nothing may fail any more. */
    private void finish(Path backup) throws IOException {
        if (isEmpty(state.added())) {
            disk.delete(state.added());
        }
        disk.createDirectory(state.backups());
        disk.move(state.writing(), backup);
    }

    private void checkUnchanged(List<Edit> edits) {
        for (Edit edit : edits) {
            ProjectFolder.Target now = project.placeWithoutLinks(edit.target().path());
            if (!now.digest().equals(edit.target().digest())) {
                throw changedMeanwhile(edit.target().path());
            }
        }
    }

    static Problem changedMeanwhile(String path) {
        return new BadInput(
                path + " was changed while Specimen was about to write it. Nothing was written; try again.");
    }

    private void ignoreStateFolder() throws IOException {
        // A crash may have left it without its content.
        boolean whole =
                Files.isRegularFile(state.gitignore(), LinkOption.NOFOLLOW_LINKS) && Files.size(state.gitignore()) > 0;
        if (!whole) {
            disk.delete(state.gitignore());
            disk.write(state.gitignore(), "*\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void createParents(Path file) throws IOException {
        Path folder = state.replaced();
        for (Path part : folder.relativize(file.resolveSibling(""))) {
            folder = folder.resolve(part);
            disk.createDirectory(folder);
        }
    }

    /** The manifest goes first: without it, what is left is only to be thrown away. */
    private void discardWriting() throws IOException {
        disk.delete(state.manifest());
        disk.delete(state.manifestBack());
        deleteTree(state.writing());
    }

    /** Takes away what a first write made that failed; the lock is held until the end. */
    private void removeStateFolder(Exception failed) {
        quietly(failed, () -> {
            if (!exists(state.writing()) && state.writes().isEmpty()) {
                deleteTree(state.root());
            }
        });
    }

    private void deleteTree(Path folder) throws IOException {
        if (!exists(folder)) {
            return;
        }
        List<Path> innermostFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            innermostFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : innermostFirst) {
            disk.delete(path);
        }
    }

    private interface Cleaning {
        void run() throws IOException;
    }

    /** Cleans up after a failure, which stays the one that is told; what is left is cleaned at the next start. */
    private static void quietly(Exception failed, Cleaning cleaning) {
        try {
            cleaning.run();
        } catch (IOException | RuntimeException second) {
            failed.addSuppressed(second);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!exists(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
