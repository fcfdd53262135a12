package org.specimen.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.specimen.advice.Answers;
import org.specimen.advice.AnswersFile;
import org.specimen.problem.BadInput;
import picocli.CommandLine.Option;

/** The option that names a file of answers. */
final class AnswersOption {

    @Option(
            names = "--answers",
            paramLabel = "FILE",
            description = "A YAML file of answers about your situation, one \"key: value\" a line.")
    @Nullable
    Path file;

    Answers read() {
        if (file == null) {
            return Answers.NONE;
        }
        try {
            return AnswersFile.read(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new BadInput(
                    "The answers file " + file + " cannot be read. Check that it is there and is text in UTF-8.",
                    unreadable);
        }
    }
}
