package org.specimen.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder, to the byte. */
final class FolderBytes {

    private FolderBytes() {}

    /** Every file by its path, but for Specimen's own state; one letter stands for one byte. */
    static Map<String, String> of(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            Map<String, String> bytes = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".specimen/")) {
                    bytes.put(path, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            return bytes;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
