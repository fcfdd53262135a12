package org.specimen.ui.layers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.specimen.advice.Advisor;
import org.specimen.advice.Layer;
import org.specimen.advice.Recommendation.LayerAdvice;
import org.specimen.advice.Recommendation.Reason;
import org.specimen.advice.Stack;
import org.specimen.app.Advice;
import org.specimen.app.Proposal;
import org.specimen.catalogue.Catalogue;
import org.specimen.files.Comparison;
import org.specimen.ui.layers.Bracket.Side;

/** Makes the picture of the layers from what is known so far. */
public final class LayerPictures {

    private final Catalogue catalogue;

    public LayerPictures(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The picture before anything is known: what the layers are. */
    public static LayerPicture unknown() {
        List<Slab> slabs = Arrays.stream(Layer.values())
                .map(layer -> new Slab(
                        layer,
                        SlabState.UNKNOWN,
                        LayerTexts.get("name." + layer.key()),
                        LayerTexts.get("brief." + layer.key()),
                        LayerTexts.get("about." + layer.key()),
                        LayerTexts.get("control.unknown"),
                        List.of(),
                        Optional.empty()))
                .toList();
        return new LayerPicture(slabs, List.of());
    }

    /**
     * The picture before versions are chosen.
     *
     * @param chosen the stack that the person takes; empty for the advised one
     */
    public LayerPicture of(Advice advice, Optional<Stack> chosen) {
        Stack stack = chosen.orElse(advice.recommendation().stack());
        PlannedHold hold = new PlannedHold(stack, advice.situation());
        return picture(advice, hold::of, brackets(stack, false));
    }

    /** The picture of an environment with its exact releases, in the stack that the person takes. */
    public LayerPicture of(Proposal proposal) {
        return of(proposal, Optional.empty());
    }

    /**
     * The picture of an environment with its exact releases, under the names that its files will have.
     *
     * @param files what writing would change, where that is known
     */
    public LayerPicture of(Proposal proposal, Optional<Comparison> files) {
        ExactHold hold = new ExactHold(proposal, catalogue, files);
        Stack stack = proposal.plan().stack();
        boolean venvOnTop =
                stack == Stack.DOCKER_CONDA && proposal.plan().options().venvOnTop();
        return picture(proposal.advice(), hold::of, brackets(stack, venvOnTop));
    }

    /**
     * The picture while new releases are on their way: what is shown, except where the plan for it changed.
     *
     * @param shown the picture with the releases so far
     * @param before what was planned for it
     * @param after what is planned now
     */
    public static LayerPicture ahead(LayerPicture shown, LayerPicture before, LayerPicture after) {
        List<Slab> slabs = shown.slabs().stream()
                .map(slab -> before.slab(slab.layer()).state()
                                == after.slab(slab.layer()).state()
                        ? slab
                        : after.slab(slab.layer()))
                .toList();
        return new LayerPicture(
                slabs, before.brackets().equals(after.brackets()) ? shown.brackets() : after.brackets());
    }

    /** The picture where no versions can be chosen: the packages are open until that is settled. */
    public static LayerPicture withoutVersions(LayerPicture planned) {
        return new LayerPicture(
                planned.slabs().stream()
                        .map(slab -> slab.layer() == Layer.PACKAGES ? withoutVersions(slab) : slab)
                        .toList(),
                planned.brackets());
    }

    private static Slab withoutVersions(Slab packages) {
        return new Slab(
                packages.layer(),
                SlabState.OPEN,
                packages.name(),
                LayerTexts.get("pinned.packages.unsettled"),
                packages.about(),
                LayerTexts.get("control.packages.unsettled"),
                packages.reasons(),
                Optional.of(Advisor.risk(Layer.PACKAGES)));
    }

    private static LayerPicture picture(Advice advice, Function<LayerAdvice, Hold> holds, List<Bracket> brackets) {
        List<Slab> slabs = advice.recommendation().layers().stream()
                .map(layer -> slab(layer, holds.apply(layer)))
                .toList();
        return new LayerPicture(slabs, brackets);
    }

    private static Slab slab(LayerAdvice advice, Hold hold) {
        String key = advice.layer().key();
        return new Slab(
                advice.layer(),
                hold.state(),
                LayerTexts.get("name." + key),
                hold.pinned(),
                LayerTexts.get("about." + key),
                hold.control(),
                advice.reasons().stream().map(Reason::because).distinct().toList(),
                hold.state() == SlabState.OPEN ? Optional.of(Advisor.risk(advice.layer())) : Optional.empty());
    }

    private static List<Bracket> brackets(Stack stack, boolean venvOnTop) {
        List<Bracket> brackets = new ArrayList<>();
        if (stack == Stack.VENV || venvOnTop) {
            brackets.add(bracket("venv", Layer.PACKAGES, Side.LEFT, 0));
        }
        if (stack.usesConda()) {
            brackets.add(bracket("conda", Layer.INTERPRETER, Side.LEFT, venvOnTop ? 1 : 0));
        }
        if (stack.usesDocker()) {
            brackets.add(bracket("docker", Layer.OPERATING_SYSTEM, Side.RIGHT, 0));
        }
        return brackets;
    }

    /** What holds packages holds everything from there down to its lowest layer. */
    private static Bracket bracket(String key, Layer bottom, Side side, int depth) {
        return new Bracket(
                LayerTexts.get("bracket." + key),
                LayerTexts.get("bracket." + key + ".short"),
                Layer.PACKAGES,
                bottom,
                side,
                depth);
    }
}
