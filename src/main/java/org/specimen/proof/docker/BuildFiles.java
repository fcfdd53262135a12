package org.specimen.proof.docker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.problem.BadInput;

/** The files of a project that an image is built from. */
record BuildFiles(Path folder, EnvironmentPlan plan) {

    private static final String DOCKERFILE = "Dockerfile";
    private static final String BESIDE = ".specimen";

    /** What was written beside a Dockerfile of the person's own is Specimen's. */
    String dockerfile() {
        String beside = DOCKERFILE + BESIDE;
        return plan.written().containsKey(beside) && Files.exists(folder.resolve(beside)) ? beside : DOCKERFILE;
    }

    /** @throws BadInput if it is not there, or cannot be read */
    String read(String file) {
        try {
            return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new BadInput(Texts.trouble("file.missing", file).text(), missing);
        } catch (IOException unreadable) {
            throw new BadInput(Texts.trouble("file.unreadable", file).text(), unreadable);
        }
    }
}
