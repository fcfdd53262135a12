package org.specimen.files.render;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.specimen.advice.Layer;
import org.specimen.advice.Recommendation.LayerAdvice;
import org.specimen.advice.Stack;
import org.specimen.files.FileRole;
import org.specimen.python.Requirement;

/**
 * How exactly the files hold one layer. The stack <em>controls</em> a layer or does not, which advice speaks of; this
 * says how far what it controls is written down today. The guide and the picture of the layers have it from here.
 *
 * <ul>
 *   <li><em>Packages</em> are exact where the lockfile names every one of them, those that others need included. Hashes
 *       are not asked for: a release on an index does not change under its version. Where the installer still chooses a
 *       part (Conda, while there is no lock; a release of which nobody says what it needs), or something comes from an
 *       address that can move, they are loose.
 *   <li><em>Compiled libraries</em> that Conda brings are fitted to the packages and written down nowhere: loose.
 *   <li><em>The interpreter</em> is exact where the stack brings the patch release, which a rebuilt image does not
 *       change. A venv only notes it and controls nothing.
 *   <li><em>The GPU's software</em> is exact by the CUDA of a nested stack.
 *   <li><em>The operating system</em> of an image is exact by its digest; by its tag alone, or with Debian packages
 *       of its own, its libraries are renewed: loose.
 *   <li><em>The project and the hardware</em> are no environment's to hold.
 * </ul>
 *
 * @param reason names the case, for the texts that explain it
 * @param file where it is written down, by the name under which it will lie; empty where no file holds it
 * @param moving the packages that can change without a new version
 */
public record LayerHold(Firmness firmness, String reason, Optional<String> file, List<String> moving) {

    /** How firmly a layer is held. */
    public enum Firmness {
        /** What is written down fixes it: the same again next year. */
        EXACT,
        /** The stack controls it, and part of it may still change. */
        LOOSE,
        /** The project needs it controlled, and nothing controls it. */
        OPEN,
        /** The project does not need it controlled, and nothing controls it. */
        NOT_NEEDED,
        /** It is the person's own to keep. */
        YOURS
    }

    /** A state of a repository that cannot move: a full commit, or a checksum of the file (PEP 440, direct references). */
    private static final Pattern FIXED = Pattern.compile("@[0-9a-f]{40}(?![0-9a-f])|#.*sha256=[0-9a-f]{64}");

    public LayerHold {
        moving = List.copyOf(moving);
    }

    /** How a layer is held; one of the person's own files that stays may hold it in ways that nobody here knows. */
    public static LayerHold of(RenderRequest request, LayerAdvice advice) {
        Layer layer = advice.layer();
        if (layer == Layer.PROJECT || layer == Layer.HARDWARE) {
            return new LayerHold(Firmness.YOURS, layer.key(), Optional.empty(), List.of());
        }
        if (!controls(request, layer)) {
            return new LayerHold(
                    advice.required() ? Firmness.OPEN : Firmness.NOT_NEEDED, layer.key(), Optional.empty(), List.of());
        }
        FileRole role = role(request, layer);
        if (request.isKept(role)) {
            return new LayerHold(Firmness.YOURS, "kept", Optional.of(request.name(role)), List.of());
        }
        String file = request.name(role);
        return switch (layer) {
            case PACKAGES -> packages(request, file);
            case COMPILED_LIBRARIES -> held(Firmness.LOOSE, "compiled-libraries.conda", file);
            case INTERPRETER ->
                held(Firmness.EXACT, request.stack().usesConda() ? "interpreter.conda" : "interpreter.docker", file);
            case GPU_RUNTIME -> held(Firmness.EXACT, "gpu-runtime.controlled", file);
            default -> operatingSystem(request, file);
        };
    }

    /** Debian packages that an image installs itself come in their newest version. */
    private static LayerHold operatingSystem(RenderRequest request, String file) {
        if (BaseImage.digest(request).isEmpty()) {
            return held(Firmness.LOOSE, "operating-system.named", file);
        }
        return request.plan().frozen().systemPackages().isEmpty()
                ? held(Firmness.EXACT, "operating-system.digest", file)
                : held(Firmness.LOOSE, "operating-system.digest-packages", file);
    }

    /** A nested stack can control the GPU's software, and does so once a version of CUDA is chosen. */
    private static boolean controls(RenderRequest request, Layer layer) {
        return request.stack().controls(layer)
                && (layer != Layer.GPU_RUNTIME || request.cuda().isPresent());
    }

    private static FileRole role(RenderRequest request, Layer layer) {
        boolean isImage = layer == Layer.OPERATING_SYSTEM
                || layer == Layer.GPU_RUNTIME
                || (layer == Layer.INTERPRETER && request.stack() == Stack.DOCKER);
        if (isImage) {
            return FileRole.DOCKERFILE;
        }
        return request.stack().usesConda() ? FileRole.ENVIRONMENT_YML : FileRole.REQUIREMENTS;
    }

    private static LayerHold packages(RenderRequest request, String file) {
        if (request.plan().directPackages().isEmpty()
                && request.plan().condaPackages().isEmpty()) {
            return held(Firmness.LOOSE, "packages.none", file);
        }
        List<String> moving = request.lock().references().stream()
                .filter(LayerHold::canMove)
                .map(reference -> reference.name().value())
                .toList();
        if (!moving.isEmpty()) {
            return new LayerHold(Firmness.LOOSE, "packages.references", Optional.of(file), moving);
        }
        if (request.stack().usesConda()) {
            return held(Firmness.LOOSE, "packages.conda", file);
        }
        return request.lock().isWhole()
                ? held(Firmness.EXACT, "packages.controlled", file)
                : held(Firmness.LOOSE, "packages.part", file);
    }

    /** A path is part of the project. */
    private static boolean canMove(Requirement reference) {
        return reference
                .url()
                .filter(url -> url.contains(":") && !url.startsWith("file:"))
                .filter(url -> !FIXED.matcher(url).find())
                .isPresent();
    }

    private static LayerHold held(Firmness firmness, String reason, String file) {
        return new LayerHold(firmness, reason, Optional.of(file), List.of());
    }
}
