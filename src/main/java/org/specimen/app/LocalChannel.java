package org.specimen.app;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.specimen.conda.Channel;
import org.specimen.problem.BadInput;

/** A channel that a person names by a folder. */
final class LocalChannel {

    private LocalChannel() {}

    /**
     * The folder that is meant.
     *
     * @param base what a relative path starts from besides the folder that the command runs in
     * @return empty where it is a name or an address
     */
    static Optional<Path> folder(String name, Path base) {
        boolean looksLikePath = name.startsWith(".") || name.startsWith("/") || name.contains("\\");
        if (name.contains("://") || !looksLikePath) {
            return Optional.empty();
        }
        try {
            Path here = Path.of(name);
            Path folder = Files.isDirectory(here) ? here : base.resolve(name);
            return Optional.of(folder.toAbsolutePath().normalize());
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    /**
     * The channel that a person names.
     *
     * @throws BadInput if it is neither a name, nor an address, nor a folder
     */
    static Channel parse(String name, Path base) {
        try {
            return Channel.parse(folder(name, base).map(Path::toString).orElse(name));
        } catch (IllegalArgumentException wrong) {
            throw new BadInput(wrong.getMessage() + ".", wrong);
        }
    }
}
