package org.specimen.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.specimen.format.IniFile;
import org.specimen.format.Netrc;

/**
 * Finds the files that tell pip of indexes and logins (pip documentation, "Configuration files", "Location"; "HTTP
 * credentials, netrc support").
 */
public final class PipFiles {

    /** The systems that keep them in different places. */
    public enum Place {
        LINUX,
        MACOS,
        WINDOWS
    }

    private static final int LONGEST = 1_000_000;

    private final Map<String, String> environment;
    private final Path home;
    private final Place place;

    /** @param home the person's home folder */
    public PipFiles(Map<String, String> environment, Path home, Place place) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.place = place;
    }

    /** What pip's files say, the one that counts most last. A file that cannot be read says nothing. */
    public List<IniFile> read() {
        return locations().stream()
                .flatMap(file -> text(file).stream())
                .map(IniFile::parse)
                .toList();
    }

    /** The logins that are kept for every program. */
    public Netrc netrc() {
        return Stream.concat(
                        variable("NETRC").flatMap(PipFiles::path).stream(),
                        Stream.of(home.resolve(".netrc"), home.resolve("_netrc")))
                .filter(Files::isRegularFile)
                .findFirst()
                .flatMap(PipFiles::text)
                .map(Netrc::parse)
                .orElse(Netrc.EMPTY);
    }

    /** For everybody, for the person, for the environment that is active, and the one that a variable names. */
    List<Path> locations() {
        Optional<String> named = variable("PIP_CONFIG_FILE");
        if (named.isPresent() && (named.get().equals("/dev/null") || named.get().equalsIgnoreCase("nul"))) {
            return List.of();
        }
        Optional<Path> file = named.flatMap(PipFiles::path);
        List<Path> locations = new ArrayList<>(forEverybody());
        if (file.isEmpty() || !Files.exists(file.get())) {
            locations.addAll(forThePerson());
        }
        variable("VIRTUAL_ENV").flatMap(PipFiles::path).ifPresent(venv -> locations.add(venv.resolve(name())));
        file.ifPresent(locations::add);
        return locations;
    }

    private String name() {
        return place == Place.WINDOWS ? "pip.ini" : "pip.conf";
    }

    private List<Path> forEverybody() {
        return switch (place) {
            case WINDOWS ->
                Stream.of(variable("ProgramData").or(() -> variable("PROGRAMDATA")))
                        .flatMap(Optional::stream)
                        .flatMap(folder -> path(folder).stream())
                        .map(folder -> folder.resolve("pip/pip.ini"))
                        .toList();
            case MACOS -> List.of(Path.of("/Library/Application Support/pip/pip.conf"));
            case LINUX ->
                Stream.concat(
                                Arrays.stream(variable("XDG_CONFIG_DIRS")
                                                .orElse("/etc/xdg")
                                                .split(":", -1))
                                        .filter(folder -> !folder.isEmpty())
                                        .flatMap(folder -> path(folder).stream())
                                        .map(folder -> folder.resolve("pip/pip.conf")),
                                Stream.of(Path.of("/etc/pip.conf")))
                        .toList();
        };
    }

    private List<Path> forThePerson() {
        Path config = variable("XDG_CONFIG_HOME").flatMap(PipFiles::path).orElseGet(() -> home.resolve(".config"));
        return switch (place) {
            case WINDOWS ->
                List.of(
                        home.resolve("pip/pip.ini"),
                        variable("APPDATA")
                                .flatMap(PipFiles::path)
                                .orElseGet(() -> home.resolve("AppData/Roaming"))
                                .resolve("pip/pip.ini"));
            case MACOS -> {
                Path support = home.resolve("Library/Application Support/pip");
                yield List.of(
                        home.resolve(".pip/pip.conf"),
                        Files.isDirectory(support)
                                ? support.resolve("pip.conf")
                                : home.resolve(".config/pip/pip.conf"));
            }
            case LINUX -> List.of(home.resolve(".pip/pip.conf"), config.resolve("pip/pip.conf"));
        };
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LONGEST
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
