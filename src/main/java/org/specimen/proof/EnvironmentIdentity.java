package org.specimen.proof;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.specimen.advice.Stack;

/**
 * What an environment is, as its maker knows it.
 *
 * @param location the name of the image with its tag, or the environment's folder
 * @param tool what made it, with its version, as in "Docker 28.2.2" or "Python 3.12.4"
 * @param platform as in {@code linux/amd64}
 * @param image what only an image has
 * @param systemPackages Debian packages of an image with their exact versions, {@code name=version}, sorted: those that
 *     its Dockerfile installs
 */
public record EnvironmentIdentity(
        Stack stack,
        String location,
        String tool,
        String platform,
        Optional<Image> image,
        List<String> systemPackages) {

    public EnvironmentIdentity {
        systemPackages = List.copyOf(systemPackages);
    }

    /**
     * What only an image has.
     *
     * @param id {@code sha256:…} of its configuration
     * @param bytes its size on disk
     * @param base the name that the Dockerfile starts from
     * @param baseDigest {@code sha256:…} of that in its registry, the multi-arch index's where it is one; empty where the
     *     base did not come from a registry
     * @param steps of its Dockerfile
     * @param stepsReused of those, how many came from the cache
     */
    public record Image(
            String id, OptionalLong bytes, String base, Optional<String> baseDigest, int steps, int stepsReused) {}
}
