package org.specimen.machine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.specimen.process.ProgramResult;
import org.specimen.process.Programs;

/** Another computer, put together in a folder for a test. */
final class Computer {

    private final Path root;
    private final Map<String, String> environment = new TreeMap<>();
    private final List<Path> path = new ArrayList<>();
    private final Map<String, ProgramResult> answers = new TreeMap<>();
    private final List<String> ran = new ArrayList<>();

    Computer(Path root) {
        this.root = root;
    }

    Path home() {
        return root.resolve("home/ada");
    }

    /** An executable file that a shell does not find by itself. */
    Path program(String place) {
        try {
            Path file = root.resolve(place);
            Files.createDirectories(file.getParent());
            Files.writeString(file, "#!/bin/sh\nexit 1\n");
            if (!file.toFile().setExecutable(true)) {
                throw new IllegalStateException("cannot be made executable: " + file);
            }
            return file;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** An executable file in a folder of PATH. */
    Path onPath(String place) {
        Path file = program(place);
        if (!path.contains(file.getParent())) {
            path.add(file.getParent());
        }
        return file;
    }

    Path link(String place, String target) {
        try {
            Path file = root.resolve(place);
            Files.createDirectories(file.getParent());
            if (!path.contains(file.getParent())) {
                path.add(file.getParent());
            }
            return Files.createSymbolicLink(file, Path.of(target));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Computer folder(String place) {
        try {
            Files.createDirectories(root.resolve(place));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Computer variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** What a program prints when it is run with these arguments; any other fails. */
    Computer answers(String words, String output) {
        answers.put(words, new ProgramResult(0, output, ""));
        return this;
    }

    /** What a program complains of when it is run with these arguments. */
    Computer refuses(String words, String errors) {
        answers.put(words, new ProgramResult(1, "", errors));
        return this;
    }

    /** The programs that were run, each as one line. */
    List<String> ran() {
        return ran;
    }

    Surroundings running(String javaSystem) {
        return running(javaSystem, "amd64");
    }

    Surroundings running(String javaSystem, String javaArchitecture) {
        Map<String, String> all = new TreeMap<>(environment);
        all.put(
                "PATH",
                String.join(
                        File.pathSeparator, path.stream().map(Path::toString).toList()));
        Programs programs = (words, limit) -> {
            String line = String.join(" ", words);
            synchronized (ran) {
                ran.add(line);
            }
            return Optional.ofNullable(answers.get(line));
        };
        return new Surroundings(javaSystem, javaArchitecture, all, home(), root, programs);
    }
}
