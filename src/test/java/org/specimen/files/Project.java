package org.specimen.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A project folder of a test, and what a person sees in it. */
final class Project {

    private static final String STATE = ".specimen";

    final Path folder;

    Project(Path folder) {
        this.folder = folder;
    }

    Project file(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, content);
        return this;
    }

    String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    /** Every file with its content, but for Specimen's own folder. */
    SortedMap<String, String> visible() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        all().forEach((path, content) -> {
            if (!path.startsWith(STATE + "/")) {
                files.put(path, content);
            }
        });
        return files;
    }

    /** Every file with its content. */
    SortedMap<String, String> all() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    /** What lies in Specimen's own folder that should not be there when nothing is under way. */
    List<String> leftovers() throws IOException {
        return all().keySet().stream()
                .filter(path -> path.startsWith(STATE + "/"))
                .filter(path -> !path.equals(STATE + "/.gitignore") && !path.equals(STATE + "/lock"))
                .filter(path -> !path.startsWith(STATE + "/backup/"))
                .toList();
    }

    boolean hasState() {
        return Files.exists(folder.resolve(STATE));
    }

    long backups() throws IOException {
        Path backups = folder.resolve(STATE).resolve("backup");
        if (!Files.exists(backups)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(backups)) {
            return entries.count();
        }
    }

    Comparison compare(SortedMap<String, String> written, GeneratedFile... files) {
        return Comparison.of(folder, written, Map.of(), names -> renamed(names, files));
    }

    Comparison compare(Map<FileRole, ExistingChoice> choices, GeneratedFile... files) {
        return Comparison.of(folder, new TreeMap<>(), choices, names -> renamed(names, files));
    }

    Comparison compare(GeneratedFile... files) {
        return compare(Map.of(), files);
    }

    /** Compares with every foreign file to be replaced. */
    Comparison replace(GeneratedFile... files) {
        Map<FileRole, ExistingChoice> choices = new TreeMap<>();
        Arrays.stream(FileRole.values()).forEach(role -> choices.put(role, ExistingChoice.REPLACE));
        return compare(choices, files);
    }

    static GeneratedFile generated(FileRole role, String content) {
        return new GeneratedFile(role, role.fileName(), content);
    }

    private static List<GeneratedFile> renamed(FileNames names, GeneratedFile... files) {
        return Arrays.stream(files)
                .map(file -> new GeneratedFile(file.role(), names.of(file.role()), file.content()))
                .toList();
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
