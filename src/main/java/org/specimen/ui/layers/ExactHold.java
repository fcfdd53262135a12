package org.specimen.ui.layers;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.advice.Recommendation.LayerAdvice;
import org.specimen.advice.Stack;
import org.specimen.app.Proposal;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.DebianSuite;
import org.specimen.files.FileNames;
import org.specimen.files.FileRole;
import org.specimen.files.render.BaseImage;
import org.specimen.files.render.RenderRequest;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.python.Requirement;
import org.specimen.resolve.Lockfile;

/**
 * How the files that would be written hold the layers. The picture tells what they keep, not what they intend:
 *
 * <ul>
 *   <li><em>Packages</em> are controlled where the lockfile names every one of them, those that others need included.
 *       Hashes are not asked for: a release on an index does not change under its version. Where the installer still
 *       chooses a part (Conda, while there is no lock; a release of which nobody says what it needs) or something comes
 *       from an address that can move, it is a version without a lock: named, not fixed.
 *   <li><em>Compiled libraries</em> that Conda brings are fitted to the packages and written down nowhere: named.
 *   <li><em>The interpreter</em> is controlled where the stack brings the exact patch release, which a rebuilt image does
 *       not change. A venv only notes it: named, and open where the project needs it.
 *   <li><em>The GPU's software</em> is controlled by the exact CUDA of a nested stack.
 *   <li><em>The operating system</em> of an image is a tag without a digest, whose libraries are renewed: named.
 *   <li><em>The project</em> is version control's. Whether it is committed is not looked at: named.
 * </ul>
 */
final class ExactHold {

    /** A state of a repository that cannot move: a full commit, or a checksum of the file (PEP 440, direct references). */
    private static final Pattern FIXED = Pattern.compile("@[0-9a-f]{40}(?![0-9a-f])|#.*sha256=[0-9a-f]{64}");

    private final Proposal proposal;
    private final Stack stack;
    private final Lockfile lock;
    private final Catalogue catalogue;

    ExactHold(Proposal proposal, Catalogue catalogue) {
        this.proposal = proposal;
        this.stack = proposal.plan().stack();
        this.lock = proposal.lock();
        this.catalogue = catalogue;
    }

    Hold of(LayerAdvice advice) {
        boolean required = advice.required();
        return switch (advice.layer()) {
            case PROJECT -> Hold.project();
            case PACKAGES -> packages();
            case COMPILED_LIBRARIES -> libraries(required);
            case INTERPRETER -> interpreter(required);
            case GPU_RUNTIME -> gpu(required);
            case OPERATING_SYSTEM -> system(required);
            case HARDWARE -> Hold.hardware();
        };
    }

    private Hold packages() {
        int chosen = proposal.plan().directPackages().size()
                + proposal.plan().condaPackages().size();
        if (chosen == 0) {
            return Hold.of(SlabState.NAMED, "pinned.packages.none", "control.packages.none");
        }
        String moving = lock.references().stream()
                .filter(ExactHold::canMove)
                .map(reference -> reference.name().value())
                .collect(Collectors.joining(", "));
        if (!moving.isEmpty()) {
            return new Hold(SlabState.NAMED, counted(chosen), LayerTexts.get("control.packages.references", moving));
        }
        if (stack.usesConda()) {
            return new Hold(SlabState.NAMED, counted(chosen), LayerTexts.get("control.packages.conda"));
        }
        return lock.isWhole()
                ? new Hold(
                        SlabState.CONTROLLED,
                        counted(chosen),
                        LayerTexts.get("control.packages.controlled", FileRole.REQUIREMENTS.fileName()))
                : new Hold(SlabState.NAMED, counted(chosen), LayerTexts.get("control.packages.part"));
    }

    /** A path is part of the project. */
    private static boolean canMove(Requirement reference) {
        return reference
                .url()
                .filter(url -> url.contains(":") && !url.startsWith("file:"))
                .filter(url -> !FIXED.matcher(url).find())
                .isPresent();
    }

    private String counted(int chosen) {
        return lock.isWhole()
                ? LayerTexts.get(
                        "pinned.packages.whole",
                        chosen,
                        lock.pip().size() + lock.references().size())
                : LayerTexts.get("pinned.packages", chosen);
    }

    private Hold libraries(boolean required) {
        List<String> names = libraryNames();
        if (stack.usesConda()) {
            return new Hold(
                    SlabState.NAMED,
                    names.isEmpty() ? LayerTexts.get("pinned.compiled-libraries") : String.join(", ", names),
                    LayerTexts.get("control.compiled-libraries.conda"));
        }
        Hold free = Hold.freeLibraries(stack, required);
        return required && !names.isEmpty() ? new Hold(free.state(), String.join(", ", names), free.control()) : free;
    }

    /** What the chosen packages are known to be compiled against, by the names that people know. */
    private List<String> libraryNames() {
        return proposal.plan().directPackages().stream()
                .map(PlannedPackage::name)
                .flatMap(name -> catalogue.systemLibraries(name).stream())
                .flatMap(libraries -> Stream.concat(
                        libraries.buildOnly(DebianSuite.TRIXIE).stream(),
                        libraries.runTime(DebianSuite.TRIXIE).stream()))
                .filter(debian -> LayerTexts.has("library." + debian))
                .map(debian -> LayerTexts.get("library." + debian))
                .distinct()
                .sorted()
                .toList();
    }

    private Hold interpreter(boolean required) {
        String python = LayerTexts.get("pinned.interpreter", lock.python());
        if (stack == Stack.VENV) {
            return new Hold(
                    required ? SlabState.OPEN : SlabState.NAMED, python, LayerTexts.get("control.interpreter.named"));
        }
        return new Hold(
                SlabState.CONTROLLED,
                python,
                LayerTexts.get(stack.usesConda() ? "control.interpreter.conda" : "control.interpreter.docker"));
    }

    private Hold gpu(boolean required) {
        Optional<String> cuda =
                stack == Stack.DOCKER_CONDA ? proposal.plan().options().cuda() : Optional.empty();
        return cuda.map(version -> new Hold(
                        SlabState.CONTROLLED,
                        LayerTexts.get("pinned.gpu-runtime", majorAndMinor(version)),
                        LayerTexts.get("control.gpu-runtime.controlled")))
                .orElseGet(() -> Hold.freeGpu(stack, proposal.advice().situation(), required));
    }

    private static String majorAndMinor(String version) {
        return version.substring(0, version.lastIndexOf('.'));
    }

    private Hold system(boolean required) {
        RenderRequest request = new RenderRequest(
                proposal.plan(),
                lock,
                proposal.advice().recommendation(),
                proposal.advice().facts().orElse(ProjectFacts.NONE),
                catalogue,
                FileNames.USUAL);
        return BaseImage.of(request)
                .map(base -> new Hold(
                        SlabState.NAMED, base.system(), LayerTexts.get("control.operating-system.named", base.image())))
                .orElseGet(() -> Hold.freeSystem(stack, required));
    }
}
