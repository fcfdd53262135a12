package org.specimen.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder, to the byte: one letter stands for one byte. */
public final class FolderContents {

    private FolderContents() {}

    /** Every file by its path, but for Specimen's own state. */
    public static Map<String, String> of(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".specimen/")) {
                    contents.put(path, Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
            return contents;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A text as it comes out of {@link #of} once it is written. */
    static String written(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
