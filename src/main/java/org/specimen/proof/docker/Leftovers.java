package org.specimen.proof.docker;

import com.github.dockerjava.api.command.ListContainersCmd;
import com.github.dockerjava.api.model.Container;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Containers that an engine or a Specimen that was killed could not remove any more. */
final class Leftovers {

    private static final List<String> ENDED = List.of("created", "exited", "dead");

    /** Images between the steps of a build. */
    private static final Pattern UNNAMED = Pattern.compile("(?:sha256:)?[0-9a-f]{12,64}");

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

    /**
     * Removes the container of a step of a build, if it is one: what a step prints can look like what the engine says of
     * its containers, and name a person's.
     */
    static void removeOfABuild(Engine engine, String id) {
        List<Container> all = engine.ask(client -> client.listContainersCmd()
                .withShowAll(true)
                .withIdFilter(List.of(id))
                .exec());
        all.stream().filter(Leftovers::isOfABuild).forEach(container -> ContainerRun.remove(engine, container.getId()));
    }

    private static boolean isLeft(Container container) {
        String owner = container.getLabels().get(Owner.LABEL);
        if (owner != null && Owner.isGone(owner)) {
            return true;
        }
        boolean isOurs = owner == null ? isOfABuild(container) : !Owner.isAnother(owner);
        return isOurs && ENDED.contains(container.getState());
    }

    /** A container that a person makes has the image's labels too, but it is made of an image that has a name. */
    private static boolean isOfABuild(Container container) {
        return UNNAMED.matcher(container.getImage()).matches();
    }
}
