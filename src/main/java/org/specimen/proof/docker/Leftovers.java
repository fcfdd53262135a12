package org.specimen.proof.docker;

import com.github.dockerjava.api.command.ListContainersCmd;
import com.github.dockerjava.api.model.Container;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Containers that an engine or a Specimen that was killed could not remove any more. */
final class Leftovers {

    private static final List<String> OVER = List.of("exited", "dead");

    private Leftovers() {}

    /** Removes those of a project that do not run, or belong to a process that is gone; others may be another window's. */
    static void remove(Engine engine, String project) {
        remove(engine, command -> command.withLabelFilter(Map.of(Engine.LABEL, project)));
    }

    /** Likewise those of all projects. */
    static void remove(Engine engine) {
        remove(engine, command -> command.withLabelFilter(List.of(Engine.LABEL)));
    }

    private static void remove(Engine engine, UnaryOperator<ListContainersCmd> whose) {
        List<Container> all = engine.ask(client ->
                whose.apply(client.listContainersCmd()).withShowAll(true).exec());
        all.stream().filter(Leftovers::isLeft).forEach(container -> ContainerRun.remove(engine, container.getId()));
    }

    /** A container that a person makes of the image has the image's labels too, but no owner. */
    private static boolean isLeft(Container container) {
        String owner = container.getLabels().get(Owner.LABEL);
        if (owner == null || Owner.isAnother(owner)) {
            return false;
        }
        boolean isBegun = !container.getState().equals("created");
        return Owner.isGone(owner) || OVER.contains(container.getState()) || !(isBegun || Owner.isThis(owner));
    }
}
