package org.specimen.proof.docker;

import com.github.dockerjava.api.model.Info;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.specimen.machine.OperatingSystem;

/** As whom a program runs in a container, so that what it writes into a folder of this computer is this person's. */
final class Person {

    private Person() {}

    /**
     * What {@code --user} is told; empty where the image's own user does.
     *
     * @param folder one that this person has just made or may write to
     */
    static Optional<String> user(Info info, Path folder) {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        if (!isOnThisSystem(info)) {
            // Its files are given to this person on their way out of the virtual machine.
            return Optional.empty();
        }
        // Where the engine itself is this person's, its root is this person.
        return Optional.of(isRootless(info) ? "0:0" : ownUser());
    }

    /** Docker Desktop, Colima and their like run Linux beside the computer's own system. */
    static boolean isOnThisSystem(Info info) {
        return OperatingSystem.ofThisComputer() == OperatingSystem.LINUX
                && !String.valueOf(info.getOperatingSystem()).contains("Docker Desktop");
    }

    /** Whether the engine has a network of its own, apart from the computer's. */
    static boolean isRootless(Info info) {
        return Objects.requireNonNullElse(info.getSecurityOptions(), List.<String>of()).stream()
                .anyMatch(option -> option.contains("rootless"));
    }

    /** Java does not tell; a file that was just made does. */
    private static String ownUser() {
        try {
            Path mine = Files.createTempFile("specimen", "");
            try {
                Map<String, Object> unix = Files.readAttributes(mine, "unix:uid,gid");
                return unix.get("uid") + ":" + unix.get("gid");
            } finally {
                Files.delete(mine);
            }
        } catch (IOException noDisk) {
            throw new org.specimen.problem.OutsideFailure(Texts.get("temporary"), noDisk);
        }
    }
}
