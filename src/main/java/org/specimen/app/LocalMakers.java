package org.specimen.app;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.specimen.advice.Stack;
import org.specimen.catalogue.Catalogue;
import org.specimen.machine.MachineFacts;
import org.specimen.proof.EnvironmentMaker;
import org.specimen.proof.Explainer;
import org.specimen.proof.local.VenvMaker;

/** Who makes the environment of each stack on this computer. */
final class LocalMakers {

    private LocalMakers() {}

    static Function<Stack, EnvironmentMaker> of(
            Catalogue catalogue, Supplier<MachineFacts> machine, Map<String, String> environment) {
        return stack -> switch (stack) {
            case VENV -> new VenvMaker(machine, environment, Explainer.on(catalogue));
            case CONDA, DOCKER, DOCKER_CONDA -> new NoMaker(stack);
        };
    }
}
