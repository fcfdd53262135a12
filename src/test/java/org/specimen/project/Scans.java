package org.specimen.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.specimen.catalogue.Catalogue;
import org.specimen.task.Progress;

/** Writes a project's files into a folder and scans it. */
record Scans(Path folder) {

    private static final ProjectScanner SCANNER = new ProjectScanner(Catalogue.open());

    Scans with(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    ProjectFacts scan() {
        return SCANNER.scan(folder, ScanOptions.DEFAULT, Progress.NONE);
    }

    /** The warnings of a kind, each behind its place. */
    List<String> warnings(WarningKind kind) {
        return warnings(scan(), kind);
    }

    static List<String> warnings(ProjectFacts facts, WarningKind kind) {
        return facts.warnings().stream()
                .filter(warning -> warning.kind().equals(kind.key()))
                .map(warning -> warning.evidence() + ": " + warning.message())
                .toList();
    }

    static List<String> names(ProjectFacts facts) {
        return facts.packages().stream().map(found -> found.name().value()).toList();
    }

    static FoundPackage found(ProjectFacts facts, String name) {
        return facts.packages().stream()
                .filter(candidate -> candidate.name().value().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not among " + names(facts)));
    }

    /** What is needed to run or may be, by name. */
    List<String> needed() {
        return scan().packages().stream()
                .filter(found -> found.role() != Role.DEVELOPMENT)
                .map(found -> found.name().value())
                .toList();
    }

    FoundPackage found(String name) {
        return found(scan(), name);
    }

    List<String> unknown() {
        return scan().unknownModules().stream().map(UnknownModule::name).toList();
    }

    /** A notebook of these cells of code. */
    static String cells(String... sources) {
        StringBuilder json = new StringBuilder("{\"nbformat\": 4, \"cells\": [");
        for (int i = 0; i < sources.length; i++) {
            String source =
                    sources[i].replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
            json.append(i == 0 ? "" : ",").append("{\"cell_type\": \"code\", \"source\": \"" + source + "\"}");
        }
        return json + "]}";
    }
}
