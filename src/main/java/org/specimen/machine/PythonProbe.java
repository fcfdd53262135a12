package org.specimen.machine;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.machine.MachineFacts.InstalledPython;

/**
 * Finds Python interpreters. Their names tell the version wherever possible: running one costs time, and some are stubs
 * that open a window of a shop or an installer.
 */
record PythonProbe(Surroundings surroundings, Executables executables) {

    private static final Duration LIMIT = Duration.ofMillis(1500);

    private static final Pattern VERSIONED_NAME = Pattern.compile("python(3\\.[0-9]{1,3})");
    private static final Pattern VERSION = Pattern.compile("3\\.[0-9]{1,3}(\\.[0-9]{1,3})?");

    /** A line of {@code py -0p}: {@code -V:3.12 * C:\...\python.exe}; older launchers write {@code -3.12-64}. */
    private static final Pattern LAUNCHER_LINE =
            Pattern.compile("\\s*-(?:V:)?(3\\.[0-9]{1,3})(?:-[0-9]+)?\\s+(?:\\*\\s*)?(\\S.*)");

    List<InstalledPython> probe() {
        Map<Path, InstalledPython> found = new LinkedHashMap<>();
        for (Path path : candidates()) {
            Path real = real(path);
            if (!found.containsKey(real)) {
                version(path, real)
                        .filter(version -> canMakeEnvironments(real, version))
                        .ifPresent(version -> found.put(real, new InstalledPython(path, version)));
            }
        }
        launcher().forEach(python -> found.putIfAbsent(real(python.path()), python));
        return List.copyOf(found.values());
    }

    private List<Path> candidates() {
        List<Path> paths = new ArrayList<>(executables.all("python3"));
        paths.addAll(executables.all("python"));
        executables.byName().keySet().stream()
                .filter(name -> VERSIONED_NAME.matcher(name).matches())
                .sorted(Comparator.comparingInt(PythonProbe::minor).reversed())
                .forEach(name -> paths.addAll(executables.all(name)));
        paths.removeIf(path -> isShim(path) || isShopStub(path));
        Path pyenv = surroundings
                .variable("PYENV_ROOT")
                .flatMap(Surroundings::folder)
                .orElseGet(() -> surroundings.home().resolve(".pyenv"));
        paths.addAll(managed(pyenv.resolve("versions")));
        paths.addAll(managed(surroundings.home().resolve(".local/share/uv/python")));
        return paths;
    }

    private static int minor(String versionedName) {
        return Integer.parseInt(versionedName.substring("python3.".length()));
    }

    /** What pyenv puts in place of a Python chooses one anew at every start, and takes its time over it. */
    private static boolean isShim(Path path) {
        Path folder = path.getParent();
        return folder != null && folder.endsWith("shims");
    }

    /** Where no Python of the Microsoft Store is installed, its {@code python} opens the shop; {@code python3.12} would not be. */
    private static boolean isShopStub(Path path) {
        Path folder = path.getParent();
        return folder != null
                && folder.endsWith("WindowsApps")
                && !VERSIONED_NAME.matcher(withoutEnding(path)).matches();
    }

    /** The Pythons that a manager keeps in a folder each, named by their versions; newest names last. */
    private static List<Path> managed(Path versions) {
        List<Path> paths = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(versions)) {
            for (Path folder : folders) {
                Path python = folder.resolve("bin").resolve("python3");
                if (Files.isExecutable(python)) {
                    paths.add(python);
                }
            }
        } catch (IOException | DirectoryIteratorException none) {
            return List.of();
        }
        paths.sort(Comparator.naturalOrder());
        return paths;
    }

    private Optional<String> version(Path path, Path real) {
        return versionInName(path)
                .or(() -> versionInName(real))
                .or(() -> isAppleStub(path) && !hasDeveloperTools() ? Optional.empty() : versionByRunning(path));
    }

    private static Optional<String> versionInName(Path path) {
        Matcher matcher = VERSIONED_NAME.matcher(withoutEnding(path));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String withoutEnding(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.endsWith(".exe") ? name.substring(0, name.length() - ".exe".length()) : name;
    }

    private boolean isAppleStub(Path path) {
        return surroundings.system() == OperatingSystem.MACOS
                && path.startsWith(surroundings.root().resolve("usr/bin"));
    }

    /** Without them, Apple's {@code python3} opens an installer's window. */
    private boolean hasDeveloperTools() {
        return surroundings
                .programs()
                .run(List.of("xcode-select", "-p"), LIMIT)
                .filter(result -> result.succeeded())
                .isPresent();
    }

    /** {@code Python 3.12.4}. */
    private Optional<String> versionByRunning(Path path) {
        return surroundings
                .programs()
                .run(List.of(path.toString(), "--version"), LIMIT)
                .filter(result -> result.succeeded())
                .map(result -> result.output().strip())
                .filter(output -> output.startsWith("Python "))
                .map(output -> output.substring("Python ".length()).strip())
                .filter(version -> VERSION.matcher(version).matches());
    }

    /** Debian and its kin leave {@code ensurepip} out of Python, and without it a virtual environment has no pip. */
    private static boolean canMakeEnvironments(Path real, String version) {
        Path folder = real.getParent();
        Path prefix = folder == null ? null : folder.getParent();
        if (prefix == null) {
            return true;
        }
        String[] numbers = version.split("\\.", -1);
        Path library = prefix.resolve("lib").resolve("python3." + numbers[1]);
        return !Files.isDirectory(library) || Files.isDirectory(library.resolve("ensurepip"));
    }

    private List<InstalledPython> launcher() {
        Optional<Path> launcher =
                surroundings.system() == OperatingSystem.WINDOWS ? executables.find("py") : Optional.empty();
        return launcher.flatMap(path -> surroundings.programs().run(List.of(path.toString(), "-0p"), LIMIT))
                .filter(result -> result.succeeded())
                .map(result -> result.output()
                        .lines()
                        .map(PythonProbe::launcherLine)
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
    }

    private static Optional<InstalledPython> launcherLine(String line) {
        Matcher matcher = LAUNCHER_LINE.matcher(line);
        return matcher.matches()
                ? Surroundings.path(matcher.group(2).strip()).map(path -> new InstalledPython(path, matcher.group(1)))
                : Optional.empty();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException gone) {
            return path;
        }
    }
}
