package org.specimen.machine;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The programs of this computer by name, found without running any. Each folder is listed once.
 *
 * @param byName paths by the name that a person types, without {@code .exe}, in the order in which a shell looks
 */
record Executables(Map<String, List<Path>> byName) {

    /** What the programs looked for begin with; a folder such as {@code /usr/bin} holds thousands of others. */
    private static final String LOOKED_FOR = "{python,conda,mamba,micromamba,pixi,docker,podman,colima,rdctl,orb,py}*";

    static Executables in(Surroundings surroundings) {
        Map<String, List<Path>> byName = new LinkedHashMap<>();
        for (Path folder : surroundings.programFolders()) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, LOOKED_FOR)) {
                List<Path> sorted = new ArrayList<>();
                files.forEach(sorted::add);
                sorted.sort(Comparator.naturalOrder());
                for (Path file : sorted) {
                    String name = name(file, surroundings.system());
                    byName.computeIfAbsent(name, none -> new ArrayList<>()).add(file);
                }
            } catch (IOException | DirectoryIteratorException unreadable) {
                // Not every folder of PATH exists.
            }
        }
        return new Executables(byName);
    }

    private static String name(Path file, OperatingSystem system) {
        String name = String.valueOf(file.getFileName());
        if (system != OperatingSystem.WINDOWS) {
            return name;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : List.of(".exe", ".bat", ".cmd")) {
            if (lower.endsWith(ending)) {
                return lower.substring(0, lower.length() - ending.length());
            }
        }
        return lower;
    }

    Optional<Path> find(String name) {
        return all(name).stream().findFirst();
    }

    List<Path> all(String name) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(Files::isExecutable)
                .toList();
    }
}
