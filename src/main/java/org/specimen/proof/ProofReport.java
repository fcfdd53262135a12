package org.specimen.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.specimen.format.JsonWriter;
import org.specimen.problem.OutsideFailure;

/** The report of a proof, as a page and as data, in the project's folder. */
public final class ProofReport {

    public static final String HTML = "reproducibility-report.html";
    public static final String JSON = "reproducibility-report.json";

    private ProofReport() {}

    /**
     * Writes both files in place of those of the proof before.
     *
     * @throws OutsideFailure if they cannot be written
     */
    public static void write(Proof proof, Path folder) {
        Map.of(HTML, ReportPage.of(proof), JSON, JsonWriter.write(ReportData.of(proof)))
                .forEach((name, text) -> write(folder.resolve(name), text));
    }

    private static void write(Path file, String text) {
        Path aside = file.resolveSibling("." + file.getFileName() + ".new");
        try {
            Files.deleteIfExists(aside);
            Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException("a folder is in its place");
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new OutsideFailure(
                    "The report " + file + " could not be written. Check that the folder may be written to.", failed);
        }
    }
}
