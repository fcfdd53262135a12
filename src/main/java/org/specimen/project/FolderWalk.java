package org.specimen.project;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.specimen.problem.BadInput;
import org.specimen.task.Progress;

/**
 * Lists the files of a project, in an order that depends on their names only. Links are not followed: what they lead to
 * in the folder is found there, and what lies outside is no part of it.
 */
final class FolderWalk {

    /** Caches, repositories and installed packages: nothing in them is the person's own. */
    private static final Set<String> NOT_THEIRS =
            Set.of("__pycache__", "node_modules", "site-packages", "dist-packages", "__pypackages__", "__MACOSX");

    /** Those of them that hold packages. */
    private static final Set<String> INSTALLED =
            Set.of("node_modules", "site-packages", "dist-packages", "__pypackages__");

    /** Hidden folders that ask for packages. */
    private static final Set<String> HIDDEN_BUT_READ = Set.of(".binder", ".devcontainer");

    /** Specimen's own folder, with what it backed up: told nowhere. */
    private static final String OWN = ".specimen";

    /** Beyond any project; a disk is none. */
    private static final int MAX_FILES = 200_000;

    private static final int MOST_NAMED = 12;

    final List<ProjectFile> files = new ArrayList<>();
    /** The links, by path: Python follows them. */
    final List<String> links = new ArrayList<>();

    final List<ProjectFacts.Warning> warnings = new ArrayList<>();

    /** How many folders of each name were passed over that only tools look into. */
    private final Map<String, Integer> ofTools = new TreeMap<>();

    private final Progress progress;

    private FolderWalk(Progress progress) {
        this.progress = progress;
    }

    /** @throws BadInput if the folder is not there, is no folder, or cannot be read */
    static FolderWalk of(Path folder, Progress progress) {
        FolderWalk walk = new FolderWalk(progress);
        walk.walk(checked(folder));
        walk.sumUp();
        walk.files.sort(Comparator.comparing(ProjectFile::path));
        Collections.sort(walk.links);
        return walk;
    }

    private static Path checked(Path folder) {
        if (!Files.exists(folder)) {
            throw new BadInput("There is no folder " + folder + ". Check the path, or choose another folder.");
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInput(folder + " is a file. Give the folder that the project lies in.");
        }
        if (!Files.isReadable(folder) || !Files.isExecutable(folder)) {
            throw new BadInput("The folder " + folder + " cannot be opened. Check its permissions.");
        }
        return folder;
    }

    private record Folder(String path, Path location) {}

    private void walk(Path root) {
        Deque<Folder> waiting = new ArrayDeque<>();
        waiting.push(new Folder("", root));
        while (!waiting.isEmpty()) {
            progress.checkCancelled();
            Folder folder = waiting.pop();
            List<Path> entries = entries(folder, root);
            progress.doing("looking for files", files.size(), 0);
            for (Path entry : entries) {
                if (files.size() >= MAX_FILES) {
                    warn(".", "The folder holds more than " + MAX_FILES + " files. The rest was not read.");
                    return;
                }
                look(folder, entry, waiting);
            }
        }
    }

    private List<Path> entries(Folder folder, Path root) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder.location())) {
            stream.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            if (folder.location().equals(root)) {
                throw new BadInput("The folder " + root + " cannot be read. Check its permissions.", unreadable);
            }
            warn(folder.path(), "This folder cannot be opened, so nothing in it was read. Check its permissions.");
        }
        entries.sort(Comparator.comparing(entry -> String.valueOf(entry.getFileName())));
        return entries;
    }

    private void look(Folder folder, Path entry, Deque<Folder> waiting) {
        String name = String.valueOf(entry.getFileName());
        String path = folder.path().isEmpty() ? name : folder.path() + "/" + name;
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException vanished) {
            return;
        } catch (IOException unreadable) {
            warn(path, "It cannot be looked at, so it was not read.");
            return;
        }
        if (attributes.isSymbolicLink()) {
            links.add(path);
        } else if (attributes.isDirectory()) {
            if (isTheirs(name, path, entry)) {
                waiting.push(new Folder(path, entry));
            }
        } else if (attributes.isRegularFile()) {
            files.add(new ProjectFile(path, entry, attributes.size()));
        } else {
            warn(path, "It is no ordinary file but a pipe, a socket or a device, so it was not read.");
        }
    }

    private boolean isTheirs(String name, String path, Path location) {
        if (INSTALLED.contains(name)) {
            warn(path, "This folder holds packages that a tool installed, so it was not read.");
        }
        if (NOT_THEIRS.contains(name)) {
            if (!INSTALLED.contains(name)) {
                ofTools.merge(name, 1, Integer::sum);
            }
            return false;
        }
        boolean environment = Files.exists(location.resolve("pyvenv.cfg"))
                || Files.exists(location.resolve("conda-meta").resolve("history"));
        if (environment) {
            warn(path, "This folder is an environment with installed packages, so it was not read.");
        }
        boolean hidden = name.startsWith(".") && !HIDDEN_BUT_READ.contains(name);
        if (hidden && !environment && !name.equals(OWN)) {
            ofTools.merge(name, 1, Integer::sum);
        }
        return !environment && !hidden;
    }

    /** Once for all: most projects have some, and few people mean them to be read. */
    private void sumUp() {
        if (!links.isEmpty()) {
            warn(
                    ".",
                    "Links were not followed; what lies in the project itself was read where it lies: "
                            + links.stream().sorted().limit(MOST_NAMED).collect(Collectors.joining(", "))
                            + (links.size() > MOST_NAMED ? " and others." : "."));
        }
        if (!ofTools.isEmpty()) {
            warn(
                    ".",
                    "Hidden folders and caches were not read: "
                            + ofTools.entrySet().stream()
                                    .map(entry -> entry.getKey()
                                            + (entry.getValue() == 1 ? "" : " (" + entry.getValue() + " times)"))
                                    .limit(MOST_NAMED)
                                    .collect(Collectors.joining(", "))
                            + (ofTools.size() > MOST_NAMED ? " and others." : "."));
        }
    }

    private void warn(String path, String message) {
        warnings.add(new ProjectFacts.Warning(WarningKind.SKIPPED.key(), Evidence.of(path), message));
    }
}
