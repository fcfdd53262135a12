package org.specimen.proof.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.Folders;
import org.specimen.proof.Trouble;

/**
 * A folder in a project that holds an environment. A file in it says that Specimen made it, and from what; one without
 * that file is somebody else's.
 *
 * @param project the project's folder
 * @param name of the folder
 */
record EnvironmentFolder(Path project, String name) {

    private static final String STAMP = "made-by-specimen";

    Path path() {
        return project.resolve(name);
    }

    /** Also a link to nowhere is there. */
    boolean isThere() {
        return Files.exists(path(), LinkOption.NOFOLLOW_LINKS);
    }

    boolean isOurs() {
        return Files.isDirectory(path(), LinkOption.NOFOLLOW_LINKS) && Files.isRegularFile(stamp());
    }

    /**
     * What keeps an environment from being made here.
     *
     * @param mayReplace whether one of somebody else's may be given up
     * @param leastSpace what a small one takes, in bytes
     */
    Optional<Trouble> obstacle(boolean mayReplace, long leastSpace) {
        if (isThere() && !isOurs() && !mayReplace) {
            return Optional.of(new Trouble(
                    "There is already a " + name + " in " + project + " that Specimen did not make.",
                    "Move it away if anybody needs it; what replaces it, removes it.",
                    List.of(new Trouble.Fix.ReplaceExisting(name))));
        }
        long space = project.toFile().getUsableSpace();
        if (space < leastSpace && !isOurs()) {
            return Optional.of(new Trouble(
                    "There are only " + space / 1_000_000 + " MB free on the disk of " + project + ".",
                    "The environment takes more: make room, and try again."));
        }
        return Optional.empty();
    }

    /** Whether it was made from exactly this, to its end, and its Python is there. */
    boolean isMadeFrom(String digest, Path python) {
        try {
            return isOurs()
                    && Files.isExecutable(python)
                    && Files.readString(stamp(), StandardCharsets.UTF_8).strip().equals(digest);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Says that it is ours, and keeps it out of git. */
    void stamp(String digest) {
        try {
            Files.writeString(stamp(), digest + "\n", StandardCharsets.UTF_8);
            Path ignored = path().resolve(".gitignore");
            if (!Files.exists(ignored)) {
                Files.writeString(ignored, "*\n", StandardCharsets.UTF_8);
            }
        } catch (IOException failed) {
            throw new OutsideFailure(path() + " cannot be written to. Check whether the disk is full.", failed);
        }
    }

    /** Moves the one that is there out of the way; {@link #putBack} or {@link #forgetBefore} comes next. */
    void setAside() {
        Folders.remove(before());
        if (!isThere()) {
            return;
        }
        try {
            Files.move(path(), before());
        } catch (IOException failed) {
            throw new OutsideFailure(
                    path() + " could not be moved aside. Close the programs that use it, and try again.", failed);
        }
    }

    /** Removes what was begun, and brings back the one before. */
    void putBack() {
        Folders.remove(path());
        if (!Files.exists(before(), LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.move(before(), path());
        } catch (IOException failed) {
            throw new OutsideFailure(
                    "The environment from before could not be put back: it is in " + before() + ".", failed);
        }
    }

    void forgetBefore() {
        Folders.remove(before());
    }

    private Path before() {
        return project.resolve(name + "-before");
    }

    private Path stamp() {
        return path().resolve(STAMP);
    }
}
