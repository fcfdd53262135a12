package org.specimen.proof.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.specimen.machine.OperatingSystem;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.Folders;

/**
 * The folder {@code .venv} of a project. A file in it says that Specimen made it, and from what; one without that file is
 * somebody else's.
 *
 * @param project the project's folder
 */
record VenvFolder(Path project) {

    static final String NAME = ".venv";

    private static final String STAMP = "made-by-specimen";

    /** Where the one before lies while a new one is made. */
    private static final String BEFORE = ".venv-before";

    Path path() {
        return project.resolve(NAME);
    }

    /** Also a link to nowhere is there. */
    boolean isThere() {
        return Files.exists(path(), LinkOption.NOFOLLOW_LINKS);
    }

    boolean isOurs() {
        return Files.isDirectory(path(), LinkOption.NOFOLLOW_LINKS) && Files.isRegularFile(stamp());
    }

    /** Whether it was made from exactly this, to its end. */
    boolean isMadeFrom(String digest) {
        try {
            return isOurs()
                    && Files.isExecutable(python())
                    && Files.readString(stamp(), StandardCharsets.UTF_8).strip().equals(digest);
        } catch (IOException unreadable) {
            return false;
        }
    }

    void stamp(String digest) {
        try {
            Files.writeString(stamp(), digest + "\n", StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new OutsideFailure(path() + " cannot be written to. Check whether the disk is full.", failed);
        }
    }

    Path programs() {
        return path().resolve(isWindows() ? "Scripts" : "bin");
    }

    Path python() {
        return programs().resolve(isWindows() ? "python.exe" : "python");
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
        return project.resolve(BEFORE);
    }

    private Path stamp() {
        return path().resolve(STAMP);
    }

    private static boolean isWindows() {
        return OperatingSystem.ofThisComputer() == OperatingSystem.WINDOWS;
    }
}
