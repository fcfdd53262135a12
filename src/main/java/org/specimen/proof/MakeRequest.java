package org.specimen.proof;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.specimen.plan.EnvironmentPlan;

/**
 * What is to be made.
 *
 * @param folder the project's, with the files that Specimen wrote
 * @param plan what those files were written from
 * @param indexUrl the package index to install from in place of the usual one; its login, if any, must not get into the
 *     image, the log or a file
 * @param certificates files of extra certificates (PEM) that the network here asks for, as in an institution's proxy
 * @param replaceExisting whether an environment of this name that Specimen did not make may be replaced
 * @param mirror that images of Docker Hub are fetched from
 */
public record MakeRequest(
        Path folder,
        EnvironmentPlan plan,
        Optional<URI> indexUrl,
        List<Path> certificates,
        boolean replaceExisting,
        Optional<RegistryMirror> mirror) {

    public MakeRequest {
        certificates = List.copyOf(certificates);
    }
}
