package org.specimen.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.specimen.app.Images;
import org.specimen.problem.BadInput;
import org.specimen.proof.RegistryMirror;
import picocli.CommandLine.Option;

/** The option that says where images come from. */
final class MirrorOption {

    @Option(
            names = "--registry-mirror",
            paramLabel = "PREFIX",
            description = "Fetches images of Docker Hub from a copy of it: what stands before their names there, as in"
                    + " mirror.example.org/docker-hub. The files do not name it. Without it, the one in Specimen's"
                    + " settings.")
    @Nullable
    String mirror;

    /** @throws BadInput if it cannot stand before the name of an image */
    Optional<RegistryMirror> read() {
        return Optional.ofNullable(mirror).map(Images::mirror);
    }
}
