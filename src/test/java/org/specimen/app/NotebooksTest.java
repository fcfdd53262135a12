package org.specimen.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.advice.Rulebook;
import org.specimen.advice.Stack;
import org.specimen.catalogue.Catalogue;
import org.specimen.index.FakePyPi;
import org.specimen.index.Wheels;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineProbe;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.JupyterAddress;
import org.specimen.proof.ProofRequest;
import org.specimen.proof.StandInJupyter;
import org.specimen.proof.Trouble;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

/** Notebooks are opened in a venv: with this computer's Python, and a JupyterLab of the test's own on loopback. */
@Timeout(300)
class NotebooksTest {

    private static final Catalogue CATALOGUE = Catalogue.open();
    private static final MachineFacts MACHINE = MachineProbe.probe();

    /** Its environment is made once, and taken by each test. */
    @TempDir
    private static Path shared = Path.of(".");

    @TempDir
    private Path other = Path.of(".");

    private Path folder = other;

    private final FakePyPi index = new FakePyPi();
    private final Workbench bench = new Workbench(CATALOGUE, Rulebook::shipped, () -> MACHINE)
            .choosingFrom(IndexChoice.USUAL.withIndex(index.simple().toString()));
    private final Map<String, String> environment = new HashMap<>(System.getenv());

    @BeforeEach
    void aProject() throws IOException {
        folder = shared;
        assumeThat(MACHINE.pythons()).as("a Python on this computer").isNotEmpty();
        StandInJupyter.serve(index, "4.6.4");
        Wheels.serve(index, "tinystats", "1.2.0", Map.of("tinystats.py", "def mean(v): return v\n"), List.of());
        write("requirements.in", "jupyterlab\n");
        // Its name is that of a module that the server itself imports.
        write("json.py", "raise SystemExit('a file of the project was taken for a module of the server')\n");
        environment.put("ONE_KEY", "one-value");
        environment.put("TWO_KEY", "two-value");
    }

    @AfterEach
    void theIndexCloses() throws IOException {
        index.close();
        for (String failing : List.of("die", "hang", "deaf")) {
            Files.deleteIfExists(shared.resolve(failing));
        }
    }

    @Test
    void jupyterAnswersToItsTokenAloneAndSavesIntoTheProject() throws Exception {
        ProofRequest request = request();
        long before = temporaries();

        try (OpenedNotebooks opened = open(request, OptionalInt.empty())) {
            JupyterAddress address = opened.address();

            assertThat(address.shown()).matches("http://127\\.0\\.0\\.1:[0-9]+/lab");
            assertThat(address.token()).matches("[0-9a-f]{48}");
            assertThat(address).asString().doesNotContain(address.token());
            assertThat(StandInJupyter.get(address.full()).statusCode()).isEqualTo(200);
            assertThat(StandInJupyter.get(address.shown()).statusCode()).isEqualTo(403);
            assertThat(StandInJupyter.save(address, "figures.ipynb", "{}")).isEqualTo(201);
            assertThat(folder.resolve("figures.ipynb")).hasContent("{}");
            assertThat(opened.log())
                    .contains("serving one-value")
                    .anyMatch(line -> line.endsWith("****"))
                    .noneMatch(line -> line.contains(address.token()));
            assertThat(opened.doing())
                    .contains("waiting for Jupyter to answer at " + address.shown())
                    .noneMatch(line -> line.contains(address.token()));
            assertThat(commandLines()).noneMatch(words -> words.contains(address.token()));
            assertThat(notebooks().isMade(request)).isTrue();

            opened.stop();
            assertThatThrownBy(opened::awaitEnd).hasRootCauseInstanceOf(Cancelled.class);
            assertNobodyListens(address);
        }
        assertThat(temporaries()).isEqualTo(before);
    }

    @Test
    void shutDownFromItsOwnPageItEndsWell() throws Exception {
        try (OpenedNotebooks opened = open(request(), OptionalInt.empty())) {
            JupyterAddress address = opened.address();
            assertThat(opened.page()).content().contains("url=" + address.full() + "\"");

            StandInJupyter.shutDown(address);

            opened.awaitEnd();
            assertNobodyListens(address);
            assertThat(opened.page()).doesNotExist();
        }
    }

    @Test
    void twoProjectsAtOnceHaveTwoPorts() throws Exception {
        try (OpenedNotebooks one = open(request(), OptionalInt.empty())) {
            JupyterAddress first = one.address();
            try (OpenedNotebooks two = open(request(), OptionalInt.empty())) {
                JupyterAddress second = two.address();

                assertThat(second.port()).isNotEqualTo(first.port());
                assertThat(StandInJupyter.get(first.full()).statusCode()).isEqualTo(200);
                assertThat(StandInJupyter.get(second.shown() + "?token=" + first.token())
                                .statusCode())
                        .isEqualTo(403);
                assertThat(two.log()).contains("Port " + first.port() + " is taken by another program.");
            }
        }
    }

    @Test
    void aPortThatIsWantedAndTakenIsToldAndNoOtherIsTried() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                OpenedNotebooks opened = open(request(), OptionalInt.of(other.getLocalPort()))) {
            assertThatThrownBy(opened::awaitEnd)
                    .hasRootCauseInstanceOf(OutsideFailure.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + " of this computer is taken");
        }
    }

    @Test
    void oneThatDiesEarlySaysItsLastWords() throws Exception {
        write("die", "no such kernel\n");
        long before = temporaries();

        try (OpenedNotebooks opened = open(request(), OptionalInt.empty())) {
            assertThatThrownBy(opened::awaitEnd)
                    .hasRootCauseInstanceOf(OutsideFailure.class)
                    .hasMessageContaining("Jupyter ended before it answered, with status 1. The last that it said:")
                    .hasMessageContaining("no such kernel");
        }
        assertThat(temporaries()).isEqualTo(before);
    }

    @Test
    void oneThatNeverAnswersCanBeCancelled() throws Exception {
        write("hang", "");
        long before = temporaries();

        try (OpenedNotebooks opened = open(request(), OptionalInt.empty())) {
            opened.awaitHanging();
            opened.stop();

            assertThatThrownBy(opened::awaitEnd).hasRootCauseInstanceOf(Cancelled.class);
        }
        assertThat(temporaries()).isEqualTo(before);
        assertThat(commandLines()).noneMatch(words -> words.contains(folder.resolve(".venv") + "/"));
    }

    @Test
    void oneThatTakesNoTokenIsNotWaitedFor() throws Exception {
        write("deaf", "");

        try (OpenedNotebooks opened = open(request(), OptionalInt.empty())) {
            assertThatThrownBy(opened::awaitEnd)
                    .hasRootCauseInstanceOf(OutsideFailure.class)
                    .hasMessageContaining("refuses the token");
        }
    }

    @Test
    void withoutJupyterAmongThePackagesNothingIsMadeAndAddingItIsOffered() throws Exception {
        folder = other;
        write("requirements.in", "tinystats\n");
        ProofRequest request = request();

        assertThat(notebooks().isMade(request)).isFalse();
        try (OpenedNotebooks opened = open(request, OptionalInt.empty())) {
            assertThatThrownBy(opened::awaitEnd)
                    .hasRootCauseInstanceOf(NoSolution.class)
                    .hasMessageContaining("JupyterLab is not among the packages");
            assertThat(opened.troubles())
                    .flatExtracting(Trouble::fixes)
                    .containsExactly(new Trouble.Fix.AddJupyterLab());
        }
        assertThat(folder.resolve(".venv")).doesNotExist();
    }

    private OpenedNotebooks open(ProofRequest request, OptionalInt port) {
        return new OpenedNotebooks((listener, progress) -> notebooks().open(request, port, listener, progress));
    }

    private Notebooks notebooks() {
        return proving().notebooks();
    }

    private Proving proving() {
        return new Proving(
                CATALOGUE,
                () -> MACHINE,
                environment,
                LocalMakers.of(CATALOGUE, () -> MACHINE, environment),
                InstantSource.system(),
                Optional::empty);
    }

    private ProofRequest request() {
        String minor = MACHINE.pythons().get(0).version().replaceFirst("^(3\\.[0-9]+).*", "$1");
        Project project = bench.open(folder, Progress.NONE);
        bench.write(bench.preview(
                project, Wishes.NONE.withStack(Optional.of(Stack.VENV)).withPython(Optional.of(minor)), Progress.NONE));
        return proving()
                .request(
                        bench.open(folder, Progress.NONE),
                        ProofWishes.USUAL.withKeys(List.of("ONE_KEY")).withIndexUrl(Optional.of(index.simple())));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static void assertNobodyListens(JupyterAddress address) {
        assertThatThrownBy(() -> StandInJupyter.get(address.full())).isInstanceOf(ConnectException.class);
    }

    /** Of all that runs on this computer, as far as it may be seen. */
    private static List<String> commandLines() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
    }

    /** The folders of ours among the temporary ones. */
    private static long temporaries() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            String ours = "-" + ProcessHandle.current().pid() + "-";
            return all.map(path -> String.valueOf(path.getFileName()))
                    .filter(name -> name.startsWith("specimen-") && name.contains(ours))
                    .count();
        }
    }
}
