package org.specimen.proof.docker;

import com.github.dockerjava.api.model.Container;
import java.util.List;
import java.util.Map;

/** Containers that an engine or a Specimen that was killed could not remove any more. */
final class Leftovers {

    private static final List<String> ENDED = List.of("created", "exited", "dead");

    private Leftovers() {}

    /** Removes those of a project that do not run; what runs may be another window's. */
    static void remove(Engine engine, String project) {
        List<Container> ended = engine.ask(client -> client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(Engine.LABEL, project))
                .withStatusFilter(ENDED)
                .exec());
        ended.forEach(container -> ContainerRun.remove(engine, container.getId()));
    }
}
