package org.specimen.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.specimen.problem.BadInput;

/** Reads files that a person wrote, which are text and small. */
public final class SmallFiles {

    /** More than any plan, environment file or list of answers needs. */
    private static final int MAX_BYTES = 3_000_000;

    private SmallFiles() {}

    /**
     * Reads a file of a project.
     *
     * @return empty if there is none
     * @throws BadInput if it leads out of the project, is no plain file, or cannot be read as text
     */
    static Optional<String> inProject(Path folder, String name) {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            if (!file.toRealPath().startsWith(folder.toRealPath())) {
                throw new BadInput(AppTexts.get("file.link", file));
            }
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
        if (!Files.isRegularFile(file)) {
            throw new BadInput(AppTexts.get("file.not-plain", file));
        }
        return Optional.of(read(file));
    }

    /**
     * Reads a file that a person named; it may be a pipe.
     *
     * @throws BadInput if it cannot be read as text, or is much too long
     */
    public static String read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new BadInput(AppTexts.get("file.long", file, MAX_BYTES / 1_000_000));
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new BadInput(AppTexts.get("file.not-text", file), notText);
        } catch (IOException unreadable) {
            throw unreadable(file, unreadable);
        }
    }

    private static BadInput unreadable(Path file, IOException cause) {
        return new BadInput(AppTexts.get("file.unreadable", file), cause);
    }
}
