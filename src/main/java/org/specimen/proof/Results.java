package org.specimen.proof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.specimen.problem.BadInput;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.Proof.ResultComparison;
import org.specimen.proof.Proof.ResultComparison.Kind;
import org.specimen.proof.ProofRequest.Tolerance;

/** Compares result files, each in the way that its kind asks for. */
final class Results {

    /** Larger files are compared by their bytes alone. */
    private static final long MOST = 64_000_000;

    private Results() {}

    /**
     * Compares a file.
     *
     * @param path for the report
     * @param theirs the researcher's
     * @param ours as it was made here
     */
    static List<ResultComparison> compare(String path, Path theirs, Path ours, Tolerance tolerance) {
        if (!Files.isRegularFile(ours, LinkOption.NOFOLLOW_LINKS)) {
            return List.of(result(path, Kind.CHECKSUM, Optional.of("The run did not make it.")));
        }
        try {
            if (Files.mismatch(theirs, ours) < 0) {
                return List.of(result(path, Kind.CHECKSUM, Optional.empty()));
            }
            if (Files.size(theirs) > MOST || Files.size(ours) > MOST) {
                return List.of(result(path, Kind.CHECKSUM, Optional.of("The files are not the same.")));
            }
            return different(path, Files.readAllBytes(theirs), Files.readAllBytes(ours), tolerance);
        } catch (IOException unreadable) {
            throw new OutsideFailure(path + " cannot be read to be compared.", unreadable);
        }
    }

    private static List<ResultComparison> different(String path, byte[] theirs, byte[] ours, Tolerance tolerance) {
        if (path.endsWith(".ipynb")) {
            try {
                return NotebookOutputs.read(path, theirs).compare(path, NotebookOutputs.read(path, ours), tolerance);
            } catch (BadInput damaged) {
                return List.of(result(path, Kind.CHECKSUM, Optional.of(damaged.explanation())));
            }
        }
        if (Pixels.isPicture(path)) {
            return List.of(result(path, Kind.PIXELS, Pixels.difference(theirs, ours, tolerance.pixels())));
        }
        Optional<String> before = text(theirs);
        Optional<String> now = text(ours);
        if (before.isPresent() && now.isPresent() && !isPage(path)) {
            return List.of(result(path, Kind.NUMBERS, NumberText.difference(before.get(), now.get(), tolerance)));
        }
        return List.of(result(
                path,
                Kind.CHECKSUM,
                Optional.of("The files are not the same."
                        + (isPage(path)
                                ? " A file of this kind often keeps the day of its making; a PNG does not."
                                : ""))));
    }

    private static boolean isPage(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.endsWith(".pdf") || lower.endsWith(".svg") || lower.endsWith(".eps") || lower.endsWith(".ps");
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    private static ResultComparison result(String path, Kind kind, Optional<String> difference) {
        return new ResultComparison(path, kind, difference, false);
    }
}
