package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Image;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.EngineState;

/**
 * The engine that tests use: the one that the system property {@value #ADDRESS} names. It has an image
 * {@value #PYTHON}, a Debian with Python and pip.
 */
public final class TestEngine {

    static final String ADDRESS = "specimen.engine";
    static final String PYTHON = "specimen-test/python:3.11";

    /** Whether a test must not be skipped. */
    private static final String REQUIRED = "specimen.engine.required";

    private TestEngine() {}

    /** Skips the test where there is none. */
    static MachineFacts.Engine found() {
        String address = System.getProperty(ADDRESS, "");
        if (Boolean.getBoolean(REQUIRED) && address.isEmpty()) {
            throw new AssertionError("an engine is required: name it in -D" + ADDRESS);
        }
        assumeThat(address).as("the address of an engine, in -D" + ADDRESS).isNotEmpty();
        return new MachineFacts.Engine(EngineState.READY, "Docker", Optional.of(address));
    }

    public static DockerMaker maker() {
        return new DockerMaker(Engines.of(TestEngine::found));
    }

    static Engine open() {
        return Engine.at(found());
    }

    /** Gives the Debian with Python another name, as an image of a registry that was pulled would have. */
    public static void provide(String name) {
        try (Engine engine = open()) {
            int colon = name.lastIndexOf(':');
            engine.quick()
                    .tagImageCmd(PYTHON, name.substring(0, colon), name.substring(colon + 1))
                    .exec();
        }
    }

    /**
     * The Debian with Python under another name, after a change to it.
     *
     * @param change what a shell does in it
     */
    public static void provide(String name, String change) throws InterruptedException {
        try (Engine engine = open()) {
            DockerClient client = engine.patient();
            String container = client.createContainerCmd(PYTHON)
                    .withCmd("sh", "-c", change)
                    .exec()
                    .getId();
            client.startContainerCmd(container).exec();
            assertThat(client.waitContainerCmd(container).start().awaitStatusCode())
                    .isZero();
            int colon = name.lastIndexOf(':');
            client.commitCmd(container)
                    .withRepository(name.substring(0, colon))
                    .withTag(name.substring(colon + 1))
                    .exec();
            client.removeContainerCmd(container).exec();
        }
    }

    /** Containers of a project, whatever they do. */
    public static List<Container> containers(String project) {
        try (Engine engine = open()) {
            return containers(engine.quick(), project);
        }
    }

    static List<Container> containers(DockerClient client, String project) {
        return client.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(Map.of(Engine.LABEL, project))
                .exec();
    }

    public static List<String> tags() {
        try (Engine engine = open()) {
            return engine.quick().listImagesCmd().exec().stream()
                    .map(Image::getRepoTags)
                    .filter(tags -> tags != null)
                    .flatMap(Arrays::stream)
                    .toList();
        }
    }

    static InspectImageResponse inspect(String image) {
        try (Engine engine = open()) {
            return engine.quick().inspectImageCmd(image).exec();
        }
    }

    /** Removes an image and the layers that no other one has. */
    public static void forget(String image) {
        try (Engine engine = open()) {
            remove(engine, image);
        }
    }

    static void remove(Engine engine, String image) {
        try {
            engine.quick().removeImageCmd(image).withForce(true).exec();
        } catch (com.github.dockerjava.api.exception.NotFoundException gone) {
            // That is what was wanted.
        }
    }
}
