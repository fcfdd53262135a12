package org.specimen.ui.options;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.catalogue.TorchBuild;
import org.specimen.ui.text.Texts;

/**
 * A build of PyTorch to install.
 *
 * @param build empty for the one on PyPI
 * @param label for a person
 */
record TorchChoice(Optional<TorchBuild> build, String label) {

    private static final Texts TEXTS = Texts.of(TorchChoice.class);

    /**
     * What there is to choose from.
     *
     * @param holding stands in the list though it is not offered else
     */
    static List<TorchChoice> offered(Optional<TorchBuild> holding) {
        List<TorchChoice> choices = new ArrayList<>();
        choices.add(new TorchChoice(Optional.empty(), TEXTS.get("torch.usual")));
        TorchBuild.OFFERED.forEach(build -> choices.add(of(build)));
        holding.map(TorchChoice::of).filter(choice -> !choices.contains(choice)).ifPresent(choices::add);
        return List.copyOf(choices);
    }

    private static TorchChoice of(TorchBuild build) {
        String key = build.key();
        String label = key.equals("cpu")
                ? TEXTS.get("torch.cpu")
                : key.matches("cu[0-9]{3}")
                        ? TEXTS.get("torch.cuda", key.substring(2, 4) + "." + key.substring(4))
                        : key;
        return new TorchChoice(Optional.of(build), label);
    }
}
