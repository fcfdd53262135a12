package org.specimen.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.specimen.problem.BadInput;
import org.specimen.problem.OutsideFailure;

/** The sample projects that ship with Specimen. */
public final class Samples {

    private static final String ROOT = "/org/specimen/samples/";

    /**
     * A sample project.
     *
     * @param name also its folder's name
     * @param line what it is about, in one line
     */
    public record Sample(String name, String title, String line) {}

    private Samples() {}

    public static List<Sample> all() {
        return lines("samples.tsv").stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(fields -> new Sample(fields[0], fields[1], fields[2]))
                .toList();
    }

    /**
     * Copies a sample into a folder, which is made if need be.
     *
     * @return the files, relative to the folder
     * @throws BadInput if there is no such sample, or the folder has something in it already
     * @throws OutsideFailure if the folder cannot be written to
     */
    public static List<String> unpack(String name, Path folder) {
        if (all().stream().noneMatch(sample -> sample.name().equals(name))) {
            throw new BadInput(AppTexts.get(
                    "sample.unknown",
                    name,
                    String.join(", ", all().stream().map(Sample::name).toList())));
        }
        checkFree(folder);
        List<String> files = lines("index.txt").stream()
                .filter(path -> path.startsWith(name + "/"))
                .map(path -> path.substring(name.length() + 1))
                .toList();
        try {
            for (String file : files) {
                Path target = folder.resolve(file);
                Files.createDirectories(target.resolveSibling(""));
                try (InputStream content = resource(name + "/" + file)) {
                    Files.copy(content, target);
                }
            }
        } catch (IOException unwritable) {
            throw new OutsideFailure(AppTexts.get("sample.not-written", folder), unwritable);
        }
        return files;
    }

    /**
     * Copies a sample into a new folder of its own.
     *
     * @param parent where that folder goes; made if need be
     * @return the folder: the sample's name, with a number behind it where that name is taken
     * @throws OutsideFailure if it cannot be written to
     */
    public static Path unpackInto(Path parent, String name) {
        Path folder = parent.resolve(name);
        for (int number = 2; Files.exists(folder, LinkOption.NOFOLLOW_LINKS); number++) {
            folder = parent.resolve(name + "-" + number);
        }
        unpack(name, folder);
        return folder;
    }

    private static void checkFree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw new BadInput(AppTexts.get("folder.is-file", folder));
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                throw new BadInput(AppTexts.get("folder.not-empty", folder));
            }
        } catch (IOException unreadable) {
            throw new BadInput(AppTexts.get("folder.unreadable", folder), unreadable);
        }
    }

    private static List<String> lines(String resource) {
        try (InputStream content = resource(resource)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("the samples inside Specimen cannot be read", broken);
        }
    }

    private static InputStream resource(String path) {
        InputStream content = Samples.class.getResourceAsStream(ROOT + path);
        if (content == null) {
            throw new IllegalStateException("the sample file " + path + " is missing inside Specimen");
        }
        return content;
    }
}
