package org.specimen.proof.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.specimen.format.DockerfileText;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.MadeEnvironment;
import org.specimen.proof.ProofListener;
import org.specimen.proof.RunLimits;
import org.specimen.proof.RunOutcome;
import org.specimen.proof.RunRequest;
import org.specimen.proof.Station;
import org.specimen.task.Progress;

/** Which versions of Debian's packages an image has. */
final class DebianPackages {

    private DebianPackages() {}

    /** The packages that a Dockerfile installs and leaves in the image, as {@code name=version}, sorted. */
    static List<String> installed(MadeEnvironment image, String dockerfile, Progress progress) {
        List<String> names = DockerfileText.parse(dockerfile).commands().stream()
                .flatMap(command -> StepWords.debianPackages(command.text()).stream())
                .distinct()
                .sorted()
                .toList();
        if (names.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>(
                List.of("dpkg-query", "--show", "--showformat", "${db:Status-Abbrev}${Package}=${Version}\\n"));
        words.addAll(names);
        Path folder = temporaryFolder();
        try {
            // Those that are not there any more make its exit status 1.
            RunOutcome outcome = image.run(
                    new RunRequest(words, folder, "", Map.of(), RunLimits.CHECK),
                    Station.BUILD,
                    ProofListener.NONE,
                    progress);
            return outcome.output()
                    .lines()
                    .filter(line -> line.startsWith("ii "))
                    .map(line -> line.substring(3).strip())
                    .sorted()
                    .toList();
        } finally {
            remove(folder);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("specimen");
        } catch (IOException noDisk) {
            throw new OutsideFailure(Texts.get("temporary"), noDisk);
        }
    }

    private static void remove(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException remains) {
            throw new OutsideFailure(Texts.get("temporary"), remains);
        }
    }
}
