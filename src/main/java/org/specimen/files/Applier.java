package org.specimen.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.problem.BadInput;
import org.specimen.problem.OutsideFailure;

/**
 * Writes a compared set of files into the project folder: all of them or none.
 *
 * <p>What is replaced is backed up under {@code .specimen/backup}, permissions are kept, and a set that changes nothing
 * leaves no trace.
 */
public final class Applier {

    private Applier() {}

    /**
     * Finishes or takes back a write that was interrupted. To be called at the start of each run in a folder; it does
     * nothing where nothing was interrupted.
     *
     * @throws BadInput if the folder is not there or cannot be read
     * @throws OutsideFailure if the disk fails, or another Specimen is writing into the folder
     */
    public static Recovery recover(Path folder) {
        return recover(folder, FileOperations.DISK);
    }

    static Recovery recover(Path folder, FileOperations disk) {
        return Transaction.in(folder, disk).recover();
    }

    /**
     * Writes what changes.
     *
     * @throws BadInput if the folder is not there, a file leads out of it, or has changed since it was compared
     * @throws OutsideFailure if a file or the folder may not be written, the disk fails, or another Specimen is writing
     *     into the folder; the files are as they were
     */
    public static WriteReport apply(Comparison comparison) {
        return apply(comparison, FileOperations.DISK);
    }

    static WriteReport apply(Comparison comparison, FileOperations disk) {
        List<FileChange> writing = comparison.changes().stream()
                .filter(change -> change.state().writes())
                .toList();
        Transaction transaction = Transaction.in(comparison.folder(), disk);
        if (writing.isEmpty()) {
            return WriteReport.NOTHING;
        }
        List<Transaction.Edit> edits = new ArrayList<>();
        List<String> backedUp = new ArrayList<>();
        for (FileChange change : writing) {
            ProjectFolder.Target target = transaction.project().target(change.path());
            checkIsStill(change, target);
            checkMayWrite(change, target);
            byte[] content = change.after().getBytes(StandardCharsets.UTF_8);
            edits.add(new Transaction.Edit(target, Optional.of(content)));
            target.content().ifPresent(replaced -> backedUp.add(change.path()));
        }
        checkApart(edits);
        Path backup = transaction.commit(edits, Optional.empty());
        Optional<String> backupFolder = backedUp.isEmpty() ? Optional.empty() : Optional.of(StateFolder.nameOf(backup));
        return new WriteReport(writing, backedUp, backupFolder);
    }

    private static void checkIsStill(FileChange change, ProjectFolder.Target target) {
        if (!target.digest().equals(change.beforeDigest())) {
            throw Transaction.changedMeanwhile(change.path());
        }
    }

    /** A rename would replace a read-only file without asking; who made it read-only did not want that. */
    private static void checkMayWrite(FileChange change, ProjectFolder.Target target) {
        Path folder = target.real().resolveSibling("");
        if (!Files.isWritable(folder)) {
            throw new OutsideFailure("Specimen may not write into " + folder
                    + ". Change the permissions of the folder, or copy the project elsewhere. No file was changed.");
        }
        if (target.content().isPresent() && (!Files.isWritable(target.real()) || isReadOnlyForAll(target.real()))) {
            throw new OutsideFailure(change.path() + " is read-only. Make it writable, or choose to keep it or to save"
                    + " beside it. No file was changed.");
        }
    }

    /** The administrator may write everything, and still means a read-only file to stay. */
    private static boolean isReadOnlyForAll(Path file) {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return false;
        }
        try {
            Set<PosixFilePermission> permissions = view.readAttributes().permissions();
            return !permissions.contains(PosixFilePermission.OWNER_WRITE)
                    && !permissions.contains(PosixFilePermission.GROUP_WRITE)
                    && !permissions.contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Two paths of a set can meet by links. */
    private static void checkApart(List<Transaction.Edit> edits) {
        Set<String> seen = new HashSet<>();
        for (Transaction.Edit edit : edits) {
            if (!seen.add(edit.target().path())) {
                throw new BadInput("Two of the files to write are links to one file, "
                        + edit.target().path() + ". Make them two files.");
            }
        }
    }
}
