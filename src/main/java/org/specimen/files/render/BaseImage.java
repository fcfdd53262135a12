package org.specimen.files.render;

import java.util.Optional;
import org.specimen.catalogue.BaseImages;
import org.specimen.catalogue.BaseImages.CudaRelease;

/**
 * What an image is built on.
 *
 * @param image name and tag, as in {@code python:3.12.14-slim-trixie}
 * @param system the operating system in it, as in {@code Debian trixie}
 */
public record BaseImage(String image, String system) {

    /** What the Dockerfile of these files names; empty where they have none. */
    public static Optional<BaseImage> of(RenderRequest request) {
        if (!request.stack().usesDocker()) {
            return Optional.empty();
        }
        BaseImages images = request.catalogue().baseImages();
        String debian = "Debian " + SystemPackages.suite(request).key();
        if (!request.stack().usesConda()) {
            String python = request.lock().python().toString();
            return Optional.of(new BaseImage(images.python(python, ImageParts.suite(request)), debian));
        }
        return Optional.of(SystemPackages.cudaRelease(request)
                .map(release -> new BaseImage(images.cuda(release, CondaImage.flavour(request)), ubuntu(release)))
                .orElseGet(() -> new BaseImage(images.micromamba(), debian)));
    }

    /** The digest that the Dockerfile takes it by; empty where no proof found one. */
    static Optional<String> digest(RenderRequest request) {
        return of(request).flatMap(base -> request.plan().frozen().digestOf(base.image()));
    }

    private static String ubuntu(CudaRelease release) {
        return release.system().replaceFirst("^ubuntu", "Ubuntu ");
    }
}
