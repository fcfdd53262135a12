package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.app.Notebooks;
import org.specimen.app.OpenedNotebooks;
import org.specimen.app.ProofWishes;
import org.specimen.app.Proving;
import org.specimen.catalogue.Catalogue;
import org.specimen.machine.MachineProbe;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.JupyterAddress;
import org.specimen.proof.LiveServer;
import org.specimen.proof.MadeEnvironment;
import org.specimen.proof.ProofRequest;
import org.specimen.proof.ProofRequest.Pin;
import org.specimen.proof.RunLimits;
import org.specimen.proof.ServerRequest;
import org.specimen.proof.StandInJupyter;
import org.specimen.proof.Trouble;
import org.specimen.python.PackageName;
import org.specimen.python.Version;
import org.specimen.task.Cancelled;

/** Jupyter in a container of a real engine, on the image that a Dockerfile makes. */
class JupyterEngineIT {

    private static final String NAME = "specimen-it-jupyter";
    private static final String BASE = "python:3.11.16-slim-bookworm";

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void aProject() throws IOException {
        TestEngine.provide(BASE);
        Files.createDirectories(folder.resolve("stand-in/jupyterlab"));
        Files.writeString(folder.resolve("stand-in/jupyterlab/__main__.py"), StandInJupyter.MODULE);
        Files.writeString(folder.resolve("specimen.yml"), "name: " + NAME + "\n");
        Files.writeString(folder.resolve("code.py"), "print(1)\n");
        dockerfile(
                "ENV PYTHONPATH=/opt/stand-in HOME=/tmp\nCOPY stand-in /opt/stand-in\nWORKDIR /project\nCOPY . ./\n");
    }

    @AfterEach
    void forget() {
        try (Engine engine = TestEngine.open()) {
            TestEngine.containers(NAME).forEach(left -> ContainerRun.remove(engine, left.getId()));
        }
        TestEngine.forget(NAME);
    }

    private void dockerfile(String text) throws IOException {
        Files.writeString(
                folder.resolve("Dockerfile"), "FROM " + BASE + "\nLABEL org.specimen.project=" + NAME + "\n" + text);
    }

    private static Notebooks notebooks() {
        return new Proving(
                        Catalogue.open(),
                        MachineProbe::probe,
                        Map.of("ONE_KEY", "one-value"),
                        stack -> TestEngine.maker(),
                        InstantSource.system(),
                        Optional::empty)
                .notebooks();
    }

    private ProofRequest request() {
        return new ProofRequest(
                Plans.request(folder, NAME),
                List.of(new Pin(PackageName.of("jupyterlab"), Version.parse("4.6.4"))),
                List.of(),
                Optional.empty(),
                List.of(),
                ProofRequest.Tolerance.NONE,
                1,
                new RunLimits(
                        ProofWishes.USUAL.limits().time(),
                        ProofWishes.USUAL.limits().memoryBytes(),
                        false,
                        false),
                List.of("ONE_KEY"));
    }

    private OpenedNotebooks open(OptionalInt port) {
        return new OpenedNotebooks((listener, progress) -> notebooks().open(request(), port, listener, progress));
    }

    private OpenedNotebooks open() {
        return open(OptionalInt.empty());
    }

    private static InspectContainerResponse inspected() {
        List<Container> all = TestEngine.containers(NAME);
        assertThat(all).hasSize(1);
        try (Engine engine = TestEngine.open()) {
            return engine.quick().inspectContainerCmd(all.get(0).getId()).exec();
        }
    }

    @Test
    void jupyterIsPublishedHereAloneAnswersToItsTokenAloneAndSavesIntoTheProjectAsThisPerson() throws Exception {
        try (OpenedNotebooks opened = open()) {
            JupyterAddress address = opened.address();

            assertThat(StandInJupyter.get(address.full()).statusCode()).isEqualTo(200);
            assertThat(StandInJupyter.get(address.full()).body()).contains("\"folder\": \"/project\"");
            assertThat(StandInJupyter.get(address.shown()).statusCode()).isEqualTo(403);
            assertThat(StandInJupyter.save(address, "figures.ipynb", "{}")).isEqualTo(201);
            assertThat(folder.resolve("figures.ipynb")).hasContent("{}");
            assertThat(Files.getOwner(folder.resolve("figures.ipynb"))).isEqualTo(Files.getOwner(folder));
            assertThat(opened.log()).contains("serving one-value").noneMatch(line -> line.contains(address.token()));

            InspectContainerResponse container = inspected();
            assertThat(container.getNetworkSettings().getPorts().getBindings().values())
                    .singleElement()
                    .satisfies(bindings -> assertThat(bindings)
                            .containsExactly(Ports.Binding.bindIpAndPort("127.0.0.1", address.port())));
            assertThat(container.getRawValues()).asString().doesNotContain(address.token());
            assertThat(container).asString().doesNotContain(address.token());
            assertThat(container.getHostConfig().getPrivileged()).isFalse();
            assertThat(container.getHostConfig().getCapDrop())
                    .extracting(Enum::name)
                    .containsExactly("ALL");
            assertThat(container.getHostConfig().getSecurityOpts()).contains("no-new-privileges");
            assertThat(notebooks().isMade(request())).isTrue();

            opened.stop();
            assertThatThrownBy(opened::awaitEnd).hasRootCauseInstanceOf(Cancelled.class);
            assertThatThrownBy(() -> StandInJupyter.get(address.full())).isInstanceOf(ConnectException.class);
        }
        assertThat(TestEngine.containers(NAME)).isEmpty();
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("Dockerfile", "specimen.yml", "code.py", "stand-in", "figures.ipynb");
    }

    @Test
    void theNextPortIsTakenWhereTheUsualOneIsAnothers() throws Exception {
        try (OpenedNotebooks one = open();
                OpenedNotebooks two = after(one)) {
            assertThat(two.address().port()).isNotEqualTo(one.address().port());
            assertThat(TestEngine.containers(NAME)).hasSize(2);
        }
        assertThat(TestEngine.containers(NAME)).isEmpty();
    }

    private OpenedNotebooks after(OpenedNotebooks one) throws Exception {
        one.address();
        return open();
    }

    @Test
    void aPortThatIsWantedAndTakenIsToldAndLeavesNothing() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OpenedNotebooks opened = open(OptionalInt.of(other.getLocalPort()))) {
            assertThatThrownBy(opened::awaitEnd)
                    .hasRootCauseInstanceOf(OutsideFailure.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " of this computer is taken");
        }
        assertThat(TestEngine.containers(NAME)).isEmpty();
    }

    /** Between the look whether a port is free and the start of the container, another program may take it. */
    @Test
    void anEngineThatFindsThePortTakenIsUnderstood() throws Exception {
        ServerRequest.Program sleeping = new ServerRequest.Program() {
            @Override
            public List<String> words(String address, int port) {
                return List.of("sleep", "600");
            }

            @Override
            public Map<String, String> variables(String secretFile) {
                return Map.of();
            }
        };
        Heard heard = new Heard();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                MadeEnvironment made = TestEngine.maker().make(Plans.request(folder, NAME), heard, heard);
                LiveServer server = made.serve(
                        new ServerRequest(
                                sleeping,
                                folder,
                                other.getLocalPort(),
                                "secret",
                                new TreeMap<>(),
                                request().limits()),
                        heard,
                        heard)) {
            assertThat(server.end().get(60, TimeUnit.SECONDS)).isEqualTo(LiveServer.End.PORT_TAKEN);
        }
        assertThat(TestEngine.containers(NAME)).isEmpty();
    }

    @Test
    void oneThatDiesEarlySaysItsLastWords() throws Exception {
        Files.writeString(folder.resolve("die"), "no such kernel\n");

        try (OpenedNotebooks opened = open()) {
            assertThatThrownBy(opened::awaitEnd)
                    .hasRootCauseInstanceOf(OutsideFailure.class)
                    .hasMessageContaining("Jupyter ended before it answered, with status 1. The last that it said:")
                    .hasMessageContaining("no such kernel");
        }
        assertThat(TestEngine.containers(NAME)).isEmpty();
    }

    @Test
    void oneThatNeverAnswersCanBeCancelled() throws Exception {
        Files.writeString(folder.resolve("hang"), "");

        try (OpenedNotebooks opened = open()) {
            opened.awaitHanging();
            opened.stop();

            assertThatThrownBy(opened::awaitEnd).hasRootCauseInstanceOf(Cancelled.class);
        }
        assertThat(TestEngine.containers(NAME)).isEmpty();
    }

    @Test
    void shutDownFromItsOwnPageItEndsWell() throws Exception {
        try (OpenedNotebooks opened = open()) {
            StandInJupyter.shutDown(opened.address());

            opened.awaitEnd();
        }
        assertThat(TestEngine.containers(NAME)).isEmpty();
    }

    @Test
    void anImageWithoutJupyterSaysSoAndOffersToAddIt() throws Exception {
        dockerfile("WORKDIR /project\n");

        try (OpenedNotebooks opened = open()) {
            assertThatThrownBy(opened::awaitEnd).hasRootCauseInstanceOf(NoSolution.class);
            assertThat(opened.troubles())
                    .flatExtracting(Trouble::fixes)
                    .containsExactly(new Trouble.Fix.AddJupyterLab());
        }
        assertThat(TestEngine.containers(NAME)).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftRunningGoesWithTheNextBuildAndAnothersStays() throws Exception {
        Process other = new ProcessBuilder("sleep", "600").start();
        String orphan = running(Owner.of(other.toHandle()).orElseThrow());
        other.destroyForcibly().waitFor();
        String used = running(Owner.here().orElseThrow());

        try (Engine engine = TestEngine.open()) {
            Leftovers.remove(engine, NAME);

            assertThat(TestEngine.containers(NAME))
                    .extracting(Container::getId)
                    .contains(used)
                    .doesNotContain(orphan);
            ContainerRun.remove(engine, used);
        }
    }

    private static String running(String owner) {
        try (Engine engine = TestEngine.open()) {
            String id = engine.quick()
                    .createContainerCmd(BASE)
                    .withCmd("sleep", "600")
                    .withLabels(Map.of(Engine.LABEL, NAME, Owner.LABEL, owner))
                    .exec()
                    .getId();
            engine.quick().startContainerCmd(id).exec();
            return id;
        }
    }
}
