package org.specimen.ui;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where the dynamic linker of Linux finds libraries (ld.so(8)): the folders of {@code LD_LIBRARY_PATH}, the cache that
 * {@code ldconfig} made, and the usual folders. Every start of the window looks there, so the way where nothing is missing
 * takes no class of Java's that nothing else takes before the first frame.
 *
 * @param environment the environment's variables
 * @param root what absolute paths that are no variable's start from
 */
record LibraryFolders(Map<String, String> environment, Path root) {

    private static final List<String> USUAL = List.of("lib64", "usr/lib64", "lib", "usr/lib", "usr/local/lib");

    /** The libraries that were found nowhere; none where it cannot be told. */
    List<SystemLibrary> missing(Collection<SystemLibrary> needed) {
        String cache = cache();
        if (cache.isEmpty()) {
            // Systems without this cache keep their libraries elsewhere: only the linker knows.
            return List.of();
        }
        List<SystemLibrary> missing = new ArrayList<>();
        for (SystemLibrary library : needed) {
            if (!cache.contains(library.file()) && !lies(library.file())) {
                missing.add(library);
            }
        }
        return missing;
    }

    private boolean lies(String file) {
        String named = environment.getOrDefault("LD_LIBRARY_PATH", "");
        Stream<Path> folders = Stream.concat(
                Arrays.stream(named.split(":"))
                        .filter(folder -> !folder.isBlank())
                        .flatMap(LibraryFolders::path),
                USUAL.stream().map(root::resolve));
        return folders.anyMatch(folder -> Files.exists(folder.resolve(file)));
    }

    private static Stream<Path> path(String text) {
        try {
            return Stream.of(Path.of(text));
        } catch (InvalidPathException notHere) {
            return Stream.empty();
        }
    }

    /** The cache is binary, with the names in plain text between zero bytes. */
    private String cache() {
        try (InputStream cache =
                new FileInputStream(root.resolve("etc/ld.so.cache").toFile())) {
            return new String(cache.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException noCache) {
            return "";
        }
    }
}
