package org.specimen.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.specimen.proof.ProofRequest.Tolerance;
import org.specimen.proof.RegistryMirror;
import org.specimen.proof.RunLimits;

/**
 * What a person wants of a proof.
 *
 * @param command the words of what is run, a notebook's path alone for a notebook; empty for the plan's own command, and
 *     an empty list to run nothing
 * @param expected result files within the project that the run makes anew, with slashes
 * @param runs how often it is run: twice tells randomness from a difference of computers
 * @param keys names of environment variables that the person lets the run see
 * @param indexUrl the package index to install from; empty for the one that this computer is set to
 * @param certificates files of extra certificates (PEM)
 * @param replaceExisting whether an environment of this name that Specimen did not make may be replaced
 * @param mirror that images of Docker Hub are fetched from; empty for the one in Specimen's settings
 */
public record ProofWishes(
        Optional<List<String>> command,
        List<String> expected,
        Tolerance tolerance,
        int runs,
        RunLimits limits,
        List<String> keys,
        Optional<URI> indexUrl,
        List<Path> certificates,
        boolean replaceExisting,
        Optional<RegistryMirror> mirror) {

    /** The plan's command, once, for at most an hour, without network; nothing is compared. */
    public static final ProofWishes USUAL = new ProofWishes(
            Optional.empty(),
            List.of(),
            Tolerance.NONE,
            1,
            new RunLimits(Duration.ofHours(1), OptionalLong.empty(), false, true),
            List.of(),
            Optional.empty(),
            List.of(),
            false,
            Optional.empty());

    public ProofWishes {
        command = command.map(List::copyOf);
        expected = List.copyOf(expected);
        keys = List.copyOf(keys);
        certificates = List.copyOf(certificates);
    }

    public ProofWishes withCommand(Optional<List<String>> words) {
        return new ProofWishes(
                words, expected, tolerance, runs, limits, keys, indexUrl, certificates, replaceExisting, mirror);
    }

    public ProofWishes withExpected(List<String> files) {
        return new ProofWishes(
                command, files, tolerance, runs, limits, keys, indexUrl, certificates, replaceExisting, mirror);
    }

    public ProofWishes withTolerance(Tolerance wanted) {
        return new ProofWishes(
                command, expected, wanted, runs, limits, keys, indexUrl, certificates, replaceExisting, mirror);
    }

    public ProofWishes withRuns(int times) {
        return new ProofWishes(
                command, expected, tolerance, times, limits, keys, indexUrl, certificates, replaceExisting, mirror);
    }

    public ProofWishes withLimits(RunLimits wanted) {
        return new ProofWishes(
                command, expected, tolerance, runs, wanted, keys, indexUrl, certificates, replaceExisting, mirror);
    }

    public ProofWishes withKeys(List<String> names) {
        return new ProofWishes(
                command, expected, tolerance, runs, limits, names, indexUrl, certificates, replaceExisting, mirror);
    }

    public ProofWishes withIndexUrl(Optional<URI> address) {
        return new ProofWishes(
                command, expected, tolerance, runs, limits, keys, address, certificates, replaceExisting, mirror);
    }

    public ProofWishes withCertificates(List<Path> files) {
        return new ProofWishes(
                command, expected, tolerance, runs, limits, keys, indexUrl, files, replaceExisting, mirror);
    }

    public ProofWishes withReplaceExisting(boolean may) {
        return new ProofWishes(command, expected, tolerance, runs, limits, keys, indexUrl, certificates, may, mirror);
    }

    public ProofWishes withMirror(Optional<RegistryMirror> wanted) {
        return new ProofWishes(
                command, expected, tolerance, runs, limits, keys, indexUrl, certificates, replaceExisting, wanted);
    }
}
