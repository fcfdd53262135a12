package org.specimen.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.specimen.advice.Answers;
import org.specimen.advice.AnswersFile;
import org.specimen.app.SmallFiles;
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
        return AnswersFile.read(file.toString(), SmallFiles.read(file));
    }
}
