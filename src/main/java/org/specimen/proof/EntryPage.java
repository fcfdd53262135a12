package org.specimen.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.machine.OperatingSystem;
import org.specimen.problem.OutsideFailure;

/**
 * A page on the disk that leads a browser into a Jupyter. Other people on this computer can read with what words a browser
 * was started, and so the token stands in the page, which only this person can read, and not among the words. Closing it
 * removes the page.
 *
 * @param file empty if no place keeps it from other people
 * @param made what was made for it, in the order in which it goes
 */
public record EntryPage(Optional<Path> file, List<Path> made) implements AutoCloseable {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** The same page for all who have a browser: it goes on by itself, and is only read where that is switched off. */
    private static final String TEXT = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="referrer" content="no-referrer">
            <meta http-equiv="refresh" content="0; url=ADDRESS">
            <title>Jupyter</title>
            </head>
            <body><p><a href="ADDRESS">Go on to Jupyter</a></p></body>
            </html>
            """;

    /** Writes the page for the Jupyter of a project. */
    public static EntryPage write(JupyterAddress address, Path project) {
        return write(
                address,
                places(
                        project,
                        Path.of(System.getProperty("user.home")),
                        Path.of(System.getProperty("java.io.tmpdir")),
                        OperatingSystem.ofThisComputer()));
    }

    /** Writes it in the first place that keeps it from other people. */
    static EntryPage write(JupyterAddress address, List<Path> places) {
        for (Path place : places) {
            EntryPage page = writeIn(place, TEXT.replace("ADDRESS", address.full()));
            if (page.file.isPresent()) {
                return page;
            }
        }
        return new EntryPage(Optional.empty(), List.of());
    }

    /**
     * Where it may lie, the best place first. On Linux a browser from a snap sees no folder of temporary files but its
     * own, and of the person's home what is not hidden (snapd, "home interface").
     */
    static List<Path> places(Path project, Path home, Path temporary, OperatingSystem system) {
        List<Path> places = new ArrayList<>();
        boolean isSeen = project.startsWith(home)
                && !project.equals(home)
                && !home.relativize(project).getName(0).toString().startsWith(".");
        if (system == OperatingSystem.LINUX && isSeen) {
            places.add(project.resolve(".specimen"));
        }
        places.add(temporary);
        return places;
    }

    /** Without a file if it cannot be written there, or others could read it. */
    private static EntryPage writeIn(Path place, String text) {
        List<Path> made = new ArrayList<>();
        Optional<Path> written = Optional.empty();
        try {
            if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                made.add(0, Files.createDirectory(place));
            }
            Path folder = Files.createTempDirectory(
                    place, "specimen-jupyter-" + ProcessHandle.current().pid() + "-");
            made.add(0, folder);
            Path file = Files.createTempFile(folder, "open-", ".html");
            made.add(0, file);
            if (isPrivate(folder, FOLDER) && isPrivate(file, FILE)) {
                Files.writeString(file, text, StandardCharsets.UTF_8);
                written = Optional.of(file);
            }
        } catch (IOException unfit) {
            // As where the disk is full or the folder is not this person's; there may be another place.
        }
        EntryPage page = new EntryPage(written, List.copyOf(made));
        if (written.isEmpty()) {
            page.close();
        }
        return page;
    }

    /** What the disk made of what it was asked for; where it knows no such rights, the folder that it lies in decides. */
    private static boolean isPrivate(Path path, Set<PosixFilePermission> wanted) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        return view == null || view.readAttributes().permissions().equals(wanted);
    }

    /** @throws OutsideFailure if the page cannot be removed */
    @Override
    public void close() {
        for (Path path : made) {
            try {
                Files.deleteIfExists(path);
            } catch (DirectoryNotEmptyException used) {
                // Another window's page lies beside it.
            } catch (IOException failed) {
                throw new OutsideFailure(path + " could not be removed. Remove it by hand; it is not needed.", failed);
            }
        }
    }
}
