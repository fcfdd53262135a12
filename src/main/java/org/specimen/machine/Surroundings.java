package org.specimen.machine;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.specimen.process.Programs;

/**
 * Where the probe looks, so that a test can show it another computer.
 *
 * @param javaSystem what Java calls the operating system ({@code os.name})
 * @param javaArchitecture what Java calls the processor ({@code os.arch})
 * @param environment the environment's variables
 * @param home the user's home folder
 * @param root what absolute paths that are no variable's start from
 */
record Surroundings(
        String javaSystem,
        String javaArchitecture,
        Map<String, String> environment,
        Path home,
        Path root,
        Programs programs) {

    /** Folders that a shell knows on macOS and an application started from the Finder does not. */
    private static final List<String> MACOS_FOLDERS = List.of(
            "opt/homebrew/bin",
            "usr/local/bin",
            "Applications/Docker.app/Contents/Resources/bin",
            "Library/Frameworks/Python.framework/Versions/Current/bin");

    /** Where installers put conda below the home folder. */
    private static final List<String> CONDA_FOLDERS =
            List.of("miniforge3", "mambaforge", "miniconda3", "anaconda3", "micromamba");

    static Surroundings ofThisComputer() {
        return new Surroundings(
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")),
                Path.of(File.separator).toAbsolutePath(),
                Programs.SYSTEM);
    }

    OperatingSystem system() {
        return OperatingSystem.ofJavaName(javaSystem);
    }

    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    /** The folders of PATH, then those where programs lie that a bare PATH does not show, each once. */
    List<Path> programFolders() {
        Set<Path> folders = new LinkedHashSet<>();
        // Windows writes it "Path".
        String path = environment.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase("PATH"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        Arrays.stream(path.split(Pattern.quote(File.pathSeparator)))
                .map(Surroundings::folder)
                .flatMap(Optional::stream)
                .forEach(folders::add);
        folders.addAll(usualFolders());
        return List.copyOf(folders);
    }

    /** PATH may hold anything, and a relative folder would be the current one's business. */
    static Optional<Path> folder(String text) {
        return path(text).filter(Path::isAbsolute);
    }

    /** Empty where the text is no path on this system. */
    static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException notHere) {
            return Optional.empty();
        }
    }

    private List<Path> usualFolders() {
        List<Path> folders = new ArrayList<>();
        if (system() == OperatingSystem.MACOS) {
            MACOS_FOLDERS.forEach(folder -> folders.add(root.resolve(folder)));
        }
        String programs = system() == OperatingSystem.WINDOWS ? "Scripts" : "bin";
        CONDA_FOLDERS.forEach(folder -> folders.add(home.resolve(folder).resolve(programs)));
        folders.add(home.resolve(".pixi").resolve("bin"));
        folders.add(home.resolve(".local").resolve("bin"));
        variable("CONDA_EXE").flatMap(Surroundings::folder).map(Path::getParent).ifPresent(folders::add);
        variable("MAMBA_EXE").flatMap(Surroundings::folder).map(Path::getParent).ifPresent(folders::add);
        return folders;
    }
}
