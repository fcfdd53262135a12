package org.specimen.proof;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.specimen.problem.OutsideFailure;
import org.specimen.task.Progress;

/**
 * A copy of a project to run in: a program may write there what it likes. Environments, caches and what version control
 * keeps stay behind. It is removed when it is closed.
 *
 * @param leftOut links that lead out of the project, by path: they are not followed and not there
 */
record ScratchCopy(Path folder, List<String> leftOut) implements AutoCloseable {

    /** What must stay free on the disk, in bytes. */
    private static final long SPARE = 200_000_000;

    private static final Set<String> SKIPPED = Set.of(
            ".git",
            ".hg",
            ".svn",
            ".venv",
            ".venv-before",
            ".specimen",
            "__pycache__",
            ".ipynb_checkpoints",
            ".mypy_cache",
            ".pytest_cache",
            ".ruff_cache",
            ".tox",
            ".nox",
            ".pixi",
            "node_modules");

    ScratchCopy {
        leftOut = List.copyOf(leftOut);
    }

    private record Entry(Path from, String path, long bytes, boolean isFolder, boolean isLink) {}

    /** @throws OutsideFailure if the disk has no room for it, or a file cannot be read */
    static ScratchCopy of(Path project, Stations stations, Progress progress) {
        List<String> leftOut = new ArrayList<>();
        Path root;
        List<Entry> entries;
        try {
            root = project.toRealPath();
            entries = entries(root, leftOut, progress);
        } catch (IOException unreadable) {
            throw new OutsideFailure("The project in " + project + " cannot be read whole to be copied.", unreadable);
        }
        long bytes = entries.stream().mapToLong(Entry::bytes).sum();
        Path folder = Folders.temporary("run");
        try {
            checkRoom(folder, bytes);
            copy(entries, folder, bytes, stations, progress);
            return new ScratchCopy(folder, leftOut);
        } catch (RuntimeException failed) {
            Folders.remove(folder);
            throw failed;
        }
    }

    private static void checkRoom(Path folder, long bytes) {
        long free = folder.toFile().getUsableSpace();
        if (free < bytes + SPARE) {
            throw new OutsideFailure("The run needs a copy of the project, " + bytes / 1_000_000 + " MB, and only "
                    + free / 1_000_000 + " MB are free where temporary files go. Make room, or set TMPDIR to a folder"
                    + " on a larger disk.");
        }
    }

    private static List<Entry> entries(Path root, List<String> leftOut, Progress progress) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                progress.checkCancelled();
                if (folder.equals(root)) {
                    return FileVisitResult.CONTINUE;
                }
                if (SKIPPED.contains(String.valueOf(folder.getFileName())) || isEnvironment(folder)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                entries.add(new Entry(folder, path(folder), 0, true, false));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isSymbolicLink()) {
                    if (leadsOut(root, file)) {
                        leftOut.add(path(file));
                    } else {
                        entries.add(new Entry(file, path(file), 0, false, true));
                    }
                } else if (attributes.isRegularFile() && !path(file).endsWith(".run.ipynb")) {
                    entries.add(new Entry(file, path(file), attributes.size(), false, false));
                }
                return FileVisitResult.CONTINUE;
            }

            private String path(Path file) {
                return root.relativize(file).toString();
            }
        });
        return entries;
    }

    private static boolean isEnvironment(Path folder) {
        return Files.isRegularFile(folder.resolve("pyvenv.cfg"), LinkOption.NOFOLLOW_LINKS)
                || Files.isDirectory(folder.resolve("conda-meta"), LinkOption.NOFOLLOW_LINKS);
    }

    /** A link whose target is written as an absolute path would lead from the copy back to the project. */
    private static boolean leadsOut(Path root, Path link) {
        try {
            return Files.readSymbolicLink(link).isAbsolute()
                    || !link.toRealPath().startsWith(root);
        } catch (IOException toNowhere) {
            return true;
        }
    }

    private static void copy(List<Entry> entries, Path folder, long total, Stations stations, Progress progress) {
        long done = 0;
        long told = 0;
        for (Entry entry : entries) {
            progress.checkCancelled();
            Path to = folder.resolve(entry.path());
            try {
                if (entry.isFolder()) {
                    Files.createDirectories(to);
                } else if (entry.isLink()) {
                    Files.createSymbolicLink(to, Files.readSymbolicLink(entry.from()));
                } else {
                    Files.copy(entry.from(), to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
            } catch (IOException failed) {
                throw new OutsideFailure(
                        entry.from() + " could not be copied for the run. Check that it may be read, and that the disk"
                                + " is not full.",
                        failed);
            }
            done += entry.bytes();
            if (done - told > total / 100 && total > 10_000_000) {
                told = done;
                stations.progressed(Station.RUN, "copying the project", done, total);
            }
        }
    }

    @Override
    public void close() {
        Folders.remove(folder);
    }
}
