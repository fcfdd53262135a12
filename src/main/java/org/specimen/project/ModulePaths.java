package org.specimen.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where the modules of a project lie: its files, those that it makes, and the folders that it searches. */
final class ModulePaths {

    private static final Set<String> MODULE_FILES = Set.of("py", "pyw", "pyx", "pyi", "so", "pyd");

    /** A module may be compiled from a file of its name. */
    private static final Set<String> SOURCES =
            Set.of("i", "c", "cc", "cpp", "cxx", "f", "f90", "f95", "f77", "for", "rs");

    private final List<ProjectFile> files = new ArrayList<>();
    private final Set<String> compiled = new HashSet<>();
    private final Set<String> folders = new HashSet<>(Set.of(""));
    private final Set<String> searched = new HashSet<>();
    private final List<String> links;

    ModulePaths(Path root, FolderWalk walk, List<CodeFacts> code) {
        links = walk.links;
        for (ProjectFile file : walk.files) {
            String ending = file.ending();
            if (MODULE_FILES.contains(ending)) {
                files.add(file);
            } else if (SOURCES.contains(ending)) {
                compiled.add(file.stem());
            }
            addFolders(file.folder());
        }
        for (CodeFacts facts : code) {
            for (String written : facts.writtenFiles) {
                RequirementWishes.resolve(facts.file, written)
                        .ifPresent(path -> files.add(new ProjectFile(path, root, 0)));
            }
            compiled.addAll(facts.compiledModules);
            facts.searchPaths.forEach(path -> addSearched(facts, path));
        }
    }

    private void addFolders(String folder) {
        String inner = folder;
        while (folders.add(inner)) {
            inner = inner.contains("/") ? inner.substring(0, inner.lastIndexOf('/')) : "";
        }
    }

    private void addSearched(CodeFacts facts, String path) {
        String relative = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        Optional<String> beside =
                RequirementWishes.resolve(facts.file, relative).filter(folders::contains);
        Optional<String> inRoot = RequirementWishes.resolve("", relative).filter(folders::contains);
        Optional<String> tail = beside.isEmpty() && inRoot.isEmpty() ? tail(relative) : Optional.empty();
        beside.ifPresent(searched::add);
        inRoot.ifPresent(searched::add);
        tail.ifPresent(searched::add);
    }

    /** The folder of the project that a path on another computer ends with. */
    private Optional<String> tail(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String rest = path.substring(slash + 1);
            if (!rest.isEmpty() && folders.contains(rest)) {
                return Optional.of(rest);
            }
        }
        return Optional.empty();
    }

    LocalModules modules() {
        return new LocalModules(files, compiled, links, searched);
    }
}
