package org.specimen.ui.layers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.specimen.advice.Layer;
import org.specimen.advice.Recommendation.LayerAdvice;
import org.specimen.advice.Stack;
import org.specimen.app.Proposal;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.DebianSuite;
import org.specimen.files.Comparison;
import org.specimen.files.FileNames;
import org.specimen.files.FileRole;
import org.specimen.files.render.BaseImage;
import org.specimen.files.render.LayerHold;
import org.specimen.files.render.LayerHold.Firmness;
import org.specimen.files.render.RenderRequest;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.resolve.Lockfile;

/**
 * How the files that would be written hold the layers, in words: the picture tells what they keep, not what they intend.
 */
final class ExactHold {

    private final Proposal proposal;
    private final Stack stack;
    private final Lockfile lock;
    private final Catalogue catalogue;
    private final RenderRequest request;

    /** @param files what writing would change, where that is known */
    ExactHold(Proposal proposal, Catalogue catalogue, Optional<Comparison> files) {
        this.proposal = proposal;
        this.stack = proposal.plan().stack();
        this.lock = proposal.lock();
        this.catalogue = catalogue;
        request = new RenderRequest(
                proposal.plan(),
                lock,
                proposal.advice().recommendation(),
                proposal.advice().facts().orElse(ProjectFacts.NONE),
                catalogue,
                files.map(Comparison::names).orElse(FileNames.USUAL));
    }

    Hold of(LayerAdvice advice) {
        LayerHold hold = LayerHold.of(request, advice);
        return switch (hold.firmness()) {
            case EXACT, LOOSE ->
                new Hold(
                        hold.firmness() == Firmness.EXACT ? SlabState.CONTROLLED : SlabState.NAMED,
                        pinned(advice.layer()),
                        control(hold));
            case YOURS -> yours(advice.layer(), hold);
            case OPEN, NOT_NEEDED -> free(advice);
        };
    }

    private String control(LayerHold hold) {
        return LayerTexts.get(
                "control." + hold.reason(),
                hold.file().orElse(""),
                String.join(", ", hold.moving()),
                BaseImage.of(request).map(BaseImage::image).orElse(""));
    }

    private static Hold yours(Layer layer, LayerHold hold) {
        return switch (layer) {
            case PROJECT -> Hold.project();
            case HARDWARE -> Hold.hardware();
            default ->
                Hold.of(
                        SlabState.YOURS,
                        "pinned.kept",
                        "control.kept",
                        hold.file().orElse(""));
        };
    }

    private String pinned(Layer layer) {
        return switch (layer) {
            case PACKAGES -> chosen();
            case COMPILED_LIBRARIES ->
                libraryNames().isEmpty()
                        ? LayerTexts.get("pinned.compiled-libraries")
                        : String.join(", ", libraryNames());
            case INTERPRETER -> LayerTexts.get("pinned.interpreter", lock.python());
            case GPU_RUNTIME ->
                LayerTexts.get(
                        "pinned.gpu-runtime",
                        majorAndMinor(proposal.plan().options().cuda().orElse("")));
            default -> BaseImage.of(request).map(BaseImage::system).orElse("");
        };
    }

    private Hold free(LayerAdvice advice) {
        boolean required = advice.required();
        return switch (advice.layer()) {
            case COMPILED_LIBRARIES -> libraries(required);
            case INTERPRETER ->
                new Hold(
                        required ? SlabState.OPEN : SlabState.NOT_NEEDED,
                        LayerTexts.get("pinned.interpreter", lock.python()),
                        LayerTexts.get(
                                "control.interpreter.named", request.names().of(FileRole.PYTHON_VERSION)));
            case GPU_RUNTIME -> Hold.freeGpu(stack, proposal.advice().situation(), required);
            default -> Hold.freeSystem(stack, required);
        };
    }

    private String chosen() {
        int chosen = proposal.plan().directPackages().size()
                + proposal.plan().condaPackages().size();
        if (chosen == 0) {
            return LayerTexts.get("pinned.packages.none");
        }
        return lock.isWhole()
                ? LayerTexts.get(
                        "pinned.packages.whole",
                        chosen,
                        lock.pip().size() + lock.references().size())
                : LayerTexts.get("pinned.packages", chosen);
    }

    private Hold libraries(boolean required) {
        List<String> names = libraryNames();
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

    private static String majorAndMinor(String version) {
        int end = version.lastIndexOf('.');
        return end < 0 ? version : version.substring(0, end);
    }
}
