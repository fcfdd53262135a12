package org.specimen.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.specimen.problem.BadInput;

/**
 * A folder whose files are read and written here, and nothing outside it.
 *
 * @param root its real path, links resolved
 */
record ProjectFolder(Path root) {

    /** More than any file that Specimen writes; a larger one is no such file. */
    private static final long MAX_BYTES = 64L << 20;

    /**
     * A place that a file is written to.
     *
     * @param path where it truly lies relative to the folder, with {@code /} between its parts: a link inside the folder
     *     is followed, so that it stays a link
     * @param content what lies there now
     */
    record Target(String path, Path real, Optional<byte[]> content) {

        String digest() {
            return content.map(Digest::of).orElse(Digest.ABSENT);
        }
    }

    /** @throws BadInput if it is no folder or cannot be read */
    static ProjectFolder open(Path folder) {
        try {
            Path root = folder.toRealPath();
            if (!Files.isDirectory(root)) {
                throw new BadInput(folder + " is a file, not a folder. Name the folder of the project.");
            }
            return new ProjectFolder(root);
        } catch (IOException unreadable) {
            throw new BadInput("There is no folder " + folder + ", or it cannot be read. Check its name.", unreadable);
        }
    }

    /**
     * The place of a path that tools look for.
     *
     * @throws BadInput if it leads out of the folder, or something other than a readable file lies there
     */
    Target target(String path) {
        Path direct = inside(path);
        Path real = direct;
        if (Files.exists(direct, LinkOption.NOFOLLOW_LINKS)) {
            try {
                real = direct.toRealPath();
            } catch (IOException dangling) {
                throw new BadInput(path + " is a link that leads nowhere. Remove it or mend it.", dangling);
            }
        } else {
            real = realParent(path, direct).resolve(direct.getFileName());
        }
        if (!real.startsWith(root)) {
            throw new BadInput(path + " is a link that leads out of the folder, to " + real
                    + ". Specimen writes inside the project only: replace the link by a file.");
        }
        String relative =
                root.relativize(real).toString().replace(real.getFileSystem().getSeparator(), "/");
        return new Target(relative, real, read(path, real));
    }

    /**
     * The place of a path as a journal names it: no link on the way.
     *
     * @throws BadInput also if there is a link
     */
    Target placeWithoutLinks(String path) {
        Target target = target(path);
        if (!target.path().equals(path)) {
            throw new BadInput(path + " has become a link since Specimen last wrote. Look at it before you go on.");
        }
        return target;
    }

    /** The names of what is in the folder, in alphabetical order. */
    List<String> entries() {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            throw new BadInput("The folder " + root + " cannot be read. Check its permissions.", unreadable);
        }
    }

    private Path inside(String path) {
        try {
            Path relative = root.getFileSystem().getPath(path);
            boolean stays = !path.isEmpty() && relative.getRoot() == null;
            for (Path part : relative) {
                stays &= !part.toString().equals("..") && !part.toString().equals(".");
            }
            if (stays) {
                return root.resolve(relative);
            }
        } catch (InvalidPathException notAPath) {
            throw new BadInput(path + " cannot be the name of a file here.", notAPath);
        }
        throw new BadInput(path + " leads out of the folder. Specimen writes inside the project only.");
    }

    private static Path realParent(String path, Path direct) {
        try {
            return direct.resolveSibling("").toRealPath();
        } catch (IOException missing) {
            throw new BadInput("The folder of " + path + " is not there or cannot be read.", missing);
        }
    }

    private static Optional<byte[]> read(String path, Path real) {
        if (!Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (Files.isDirectory(real)) {
            throw new BadInput(path + " is a folder where Specimen would write a file. Rename it.");
        }
        if (!Files.isRegularFile(real)) {
            throw new BadInput(path + " is not an ordinary file. Rename it.");
        }
        try (InputStream in = Files.newInputStream(real)) {
            if (Files.size(real) > MAX_BYTES) {
                throw new BadInput(path + " is too large to be a file that Specimen writes. Rename it.");
            }
            return Optional.of(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new BadInput(path + " cannot be read. Check its permissions.", unreadable);
        }
    }
}
