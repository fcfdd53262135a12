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
        return scan().warnings().stream()
                .filter(warning -> warning.kind().equals(kind.key()))
                .map(warning -> warning.evidence() + ": " + warning.message())
                .toList();
    }
}
