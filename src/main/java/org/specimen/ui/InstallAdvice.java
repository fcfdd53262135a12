package org.specimen.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The command that installs libraries on this Linux, by what its {@code os-release} says of itself (os-release(5)). */
final class InstallAdvice {

    private final Map<String, String> release;

    private InstallAdvice(Map<String, String> release) {
        this.release = release;
    }

    static InstallAdvice of(Path root) {
        Map<String, String> release = new HashMap<>();
        try {
            for (String line : Files.readAllLines(root.resolve("etc/os-release"), StandardCharsets.UTF_8)) {
                String[] field = line.split("=", 2);
                if (field.length == 2) {
                    release.put(field[0].strip(), field[1].strip().replaceAll("^[\"']|[\"']$", ""));
                }
            }
        } catch (IOException unnamed) {
            // A system that does not say what it is gets the names that most have.
        }
        return new InstallAdvice(release);
    }

    /** One line to type, or, where the system is not known, the commands of those that are, one a line. */
    List<String> commands(Collection<SystemLibrary> libraries) {
        if (is("debian", "ubuntu")) {
            return List.of(debian(libraries));
        }
        if (is("fedora", "rhel", "centos")) {
            return List.of(fedora(libraries));
        }
        if (is("suse", "opensuse")) {
            return List.of(suse(libraries));
        }
        if (is("arch")) {
            return List.of(arch(libraries));
        }
        return List.of(
                "Debian, Ubuntu: " + debian(libraries),
                "Fedora: " + fedora(libraries),
                "openSUSE: " + suse(libraries),
                "Arch: " + arch(libraries));
    }

    private boolean is(String... families) {
        Set<String> names = Arrays.stream(
                        (release.getOrDefault("ID", "") + " " + release.getOrDefault("ID_LIKE", "")).split("[ -]"))
                .collect(Collectors.toSet());
        return Arrays.stream(families).anyMatch(names::contains);
    }

    private String debian(Collection<SystemLibrary> libraries) {
        return "sudo apt install " + packages(libraries, library -> renamed(library.debian()));
    }

    private static String fedora(Collection<SystemLibrary> libraries) {
        return "sudo dnf install " + packages(libraries, SystemLibrary::fedora);
    }

    private static String suse(Collection<SystemLibrary> libraries) {
        return "sudo zypper install " + packages(libraries, SystemLibrary::suse);
    }

    private static String arch(Collection<SystemLibrary> libraries) {
        return "sudo pacman -S " + packages(libraries, SystemLibrary::arch);
    }

    /** Debian 13 and Ubuntu 24.04 renamed it when they made the time 64 bits wide everywhere. */
    private String renamed(String debian) {
        boolean wideTime = switch (release.getOrDefault("ID", "")) {
            case "debian" -> version() >= 13;
            case "ubuntu" -> version() >= 24.04;
            default -> false;
        };
        return wideTime && debian.equals("libgtk-3-0") ? "libgtk-3-0t64" : debian;
    }

    private double version() {
        try {
            return Double.parseDouble(Objects.requireNonNullElse(release.get("VERSION_ID"), "0"));
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }

    private static String packages(Collection<SystemLibrary> libraries, Function<SystemLibrary, String> name) {
        return libraries.stream().map(name).distinct().collect(Collectors.joining(" "));
    }
}
