package org.specimen.app.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.specimen.machine.OperatingSystem;

/**
 * Where the system wants an application to keep a person's things. Nothing here is made before it is written to.
 *
 * @param config what the person set
 * @param data what the person made and would miss
 * @param state what may be lost without harm, such as the list of recent projects
 * @param logs what Specimen writes down about its own running
 * @param cache what can be had again at any time
 */
public record UserFolders(Path config, Path data, Path state, Path logs, Path cache) {

    /** A system property that names one folder for everything. */
    public static final String ONE_FOLDER = "specimen.home";

    /** Those of this computer, or the one folder that {@value #ONE_FOLDER} names. */
    public static UserFolders ofThisComputer() {
        return Optional.ofNullable(System.getProperty(ONE_FOLDER))
                .filter(folder -> !folder.isBlank())
                .map(folder -> in(Path.of(folder)))
                .orElseGet(() -> of(
                        System.getenv(),
                        Path.of(System.getProperty("user.home", ".")),
                        OperatingSystem.ofThisComputer()));
    }

    /** Everything in one folder. */
    public static UserFolders in(Path folder) {
        Path all = folder.toAbsolutePath().normalize();
        return new UserFolders(all, all, all, all.resolve("logs"), all.resolve("cache"));
    }

    /**
     * Those of any computer.
     *
     * @param environment the variables of its environment
     * @param home the person's home folder there
     */
    public static UserFolders of(Map<String, String> environment, Path home, OperatingSystem system) {
        Path base = home.toAbsolutePath().normalize();
        return switch (system) {
            case LINUX -> linux(environment, base);
            case MACOS -> macOs(base);
            case WINDOWS -> windows(environment, base);
        };
    }

    /** XDG Base Directory Specification 0.8, "Environment variables". */
    private static UserFolders linux(Map<String, String> environment, Path home) {
        Path state = folder(environment, "XDG_STATE_HOME", home.resolve(".local/state"))
                .resolve("specimen");
        return new UserFolders(
                folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("specimen"),
                folder(environment, "XDG_DATA_HOME", home.resolve(".local/share"))
                        .resolve("specimen"),
                state,
                state.resolve("logs"),
                folder(environment, "XDG_CACHE_HOME", home.resolve(".cache")).resolve("specimen"));
    }

    /** Apple, File System Programming Guide, "macOS Library Directory Details". */
    private static UserFolders macOs(Path home) {
        Path support = home.resolve("Library/Application Support/Specimen");
        return new UserFolders(
                support,
                support,
                support,
                home.resolve("Library/Logs/Specimen"),
                home.resolve("Library/Caches/Specimen"));
    }

    /** What roams with the person is what they set; the rest stays on the computer. */
    private static UserFolders windows(Map<String, String> environment, Path home) {
        Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local"))
                .resolve("Specimen");
        return new UserFolders(
                folder(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve("Specimen"),
                local,
                local,
                local.resolve("logs"),
                local.resolve("cache"));
    }

    /** "All paths set in these environment variables must be absolute." A relative one is ignored. */
    private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        try {
            Path folder = Path.of(value);
            return folder.isAbsolute() ? folder.normalize() : otherwise;
        } catch (InvalidPathException notHere) {
            return otherwise;
        }
    }
}
