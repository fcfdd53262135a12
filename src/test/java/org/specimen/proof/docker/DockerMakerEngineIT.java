package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.problem.NoSolution;
import org.specimen.proof.LogLine;
import org.specimen.proof.MadeEnvironment;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.ProofListener;
import org.specimen.proof.RunLimits;
import org.specimen.proof.RunOutcome;
import org.specimen.proof.RunRequest;
import org.specimen.proof.Station;
import org.specimen.proof.Trouble;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

/** Images and containers of a real engine. */
class DockerMakerEngineIT {

    private static final String NAME = "specimen-it-maker";
    private static final String BASE = "python:3.11.16-slim-bookworm";
    private static final String LABEL = "LABEL org.specimen.project=" + NAME + "\n";

    @TempDir
    private Path folder = Path.of(".");

    @TempDir
    private Path work = Path.of(".");

    @BeforeEach
    void provideBase() {
        TestEngine.provide(BASE);
    }

    @AfterEach
    void forget() {
        TestEngine.forget(NAME);
    }

    private void dockerfile(String text) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + BASE + "\n" + LABEL + text);
    }

    private MadeEnvironment make(Heard heard) {
        return TestEngine.maker().make(Plans.request(folder, NAME), heard, heard);
    }

    private RunOutcome run(MadeEnvironment environment, RunLimits limits, String... words) {
        return environment.run(
                new RunRequest(List.of(words), work, "", Map.of(), limits),
                Station.RUN,
                ProofListener.NONE,
                Progress.NONE);
    }

    private static RunLimits within(Duration time) {
        return new RunLimits(time, OptionalLong.empty(), false, false);
    }

    @Test
    void anImageIsBuiltStepByStepAndIsWhatItSaysItIs() throws IOException {
        dockerfile("WORKDIR /project\nENV HOME=/tmp\nCOPY . ./\nRUN cat data.txt\n");
        // Never the same, so that no layer of an earlier run fits.
        String said = "forty-two of " + Instant.now();
        Files.writeString(folder.resolve("data.txt"), said + "\n");
        Files.writeString(folder.resolve("secret.key"), "hidden\n");
        Files.writeString(folder.resolve(".dockerignore"), "*.key\n");
        Heard heard = new Heard();

        try (MadeEnvironment environment = make(heard)) {
            assertThat(heard.stations)
                    .startsWith("BASE_IMAGE RUNNING", "BASE_IMAGE DONE: " + BASE + " is here.", "BUILD RUNNING")
                    .last()
                    .asString()
                    .startsWith("BUILD DONE: built in 6 steps, ");
            assertThat(heard.progress)
                    .contains("step 1 of 6: starting from " + BASE, "step 5 of 6: copying the project");
            assertThat(heard.texts()).contains(said);
            assertThat(TestEngine.tags()).contains(NAME + ":latest");
            assertThat(environment.identity().location()).isEqualTo(NAME + ":latest");
            assertThat(environment.identity().image().orElseThrow().id()).startsWith("sha256:");
            assertThat(environment.identity().image().orElseThrow().base()).isEqualTo(BASE);
            assertThat(run(environment, RunLimits.CHECK, "ls", "-A", "/project").output())
                    .isEmpty();
        }
        Heard again = new Heard();
        make(again).close();
        assertThat(again.stations).contains("BUILD DONE: built in 6 steps, 5 of them reused");
        assertThat(TestEngine.containers(NAME)).isEmpty();
    }

    @Test
    void aProgramRunsAsThisPersonWithItsInputItsVariablesAndItsFiles() throws IOException {
        dockerfile("WORKDIR /project\n");
        Files.writeString(work.resolve("in.txt"), "1\n");
        String program = """
                import os, pathlib, sys, urllib.request
                print(sys.stdin.read().upper(), os.environ["SPECIMEN_KEY"], os.getcwd())
                print("warned", file=sys.stderr)
                pathlib.Path("out.txt").write_text(pathlib.Path("in.txt").read_text() + "2\\n")
                pathlib.Path.home().joinpath("cache").write_text("x")
                print([line for line in open("/proc/self/status") if line.startswith(("CapEff", "NoNewPrivs"))])
                print(os.listdir("/sys/class/net"))
                sys.exit(3)
                """;
        Heard heard = new Heard();

        try (MadeEnvironment environment = make(new Heard())) {
            RunOutcome outcome = environment.run(
                    new RunRequest(
                            List.of("python", "-c", program),
                            work,
                            "größe\n",
                            Map.of("SPECIMEN_KEY", "k1"),
                            RunLimits.CHECK),
                    Station.RUN,
                    heard,
                    Progress.NONE);

            assertThat(outcome.errors()).isEqualTo("warned\n");
            assertThat(outcome.status()).isEqualTo(3);
            assertThat(outcome.end()).isEqualTo(RunOutcome.End.BY_ITSELF);
            assertThat(outcome.output())
                    .startsWith("GRÖSSE\n k1 /project\n")
                    .contains("CapEff:\\t0000000000000000", "NoNewPrivs:\\t1", "['lo']");
            assertThat(heard.lines).contains(new LogLine(Station.RUN, LogLine.Source.ERRORS, "warned"));
        }
        assertThat(work.resolve("out.txt")).hasContent("1\n2");
        assertThat(Files.getOwner(work.resolve("out.txt"))).isEqualTo(Files.getOwner(work));
        assertThat(work.toFile().list()).containsExactlyInAnyOrder("in.txt", "out.txt");
        assertThat(TestEngine.containers(NAME)).isEmpty();
    }

    @Test
    void aProgramThatTakesTooLongIsEnded() throws IOException {
        dockerfile("WORKDIR /project\n");

        try (MadeEnvironment environment = make(new Heard())) {
            RunOutcome outcome = run(environment, within(Duration.ofSeconds(2)), "sleep", "600");

            assertThat(outcome.end()).isEqualTo(RunOutcome.End.OUT_OF_TIME);
            assertThat(outcome.succeeded()).isFalse();
            assertThat(outcome.took()).isLessThan(Duration.ofSeconds(30));
        }
        assertThat(TestEngine.containers(NAME)).isEmpty();
    }

    @Test
    void aProgramThatTakesTooMuchMemoryIsEnded() throws IOException {
        dockerfile("WORKDIR /project\n");
        RunLimits limits = new RunLimits(Duration.ofMinutes(1), OptionalLong.of(64L << 20), false, false);

        try (MadeEnvironment environment = make(new Heard())) {
            RunOutcome outcome = run(environment, limits, "python", "-c", "x = bytearray(1 << 30)");

            assertThat(outcome.end()).isEqualTo(RunOutcome.End.OUT_OF_MEMORY);
            assertThat(outcome.status()).isEqualTo(137);
        }
        assertThat(TestEngine.containers(NAME)).isEmpty();
    }

    @Test
    void aFloodOfOutputIsHeardToItsEndAndKeptInPart() throws IOException {
        dockerfile("WORKDIR /project\n");
        long[] lines = {0};
        ProofListener counting = new ProofListener() {
            @Override
            public void logged(LogLine line) {
                lines[0]++;
            }
        };

        try (MadeEnvironment environment = make(new Heard())) {
            RunOutcome outcome = environment.run(
                    new RunRequest(
                            List.of("sh", "-c", "yes abcdefghi | head -c 100000000"),
                            work,
                            "",
                            Map.of(),
                            RunLimits.CHECK),
                    Station.RUN,
                    counting,
                    Progress.NONE);

            assertThat(lines[0]).isEqualTo(10_000_000);
            assertThat(outcome.output()).hasSize(RunOutcome.MAX_CHARACTERS);
        }
    }

    @Test
    void aCancelledProgramIsEndedAndItsContainerGone() throws Exception {
        dockerfile("WORKDIR /project\n");
        Heard heard = new Heard(line -> line.text().equals("ready"));

        try (MadeEnvironment environment = make(new Heard())) {
            CompletableFuture<RunOutcome> running = CompletableFuture.supplyAsync(() -> environment.run(
                    new RunRequest(List.of("sh", "-c", "echo ready; sleep 600"), work, "", Map.of(), RunLimits.CHECK),
                    Station.RUN,
                    heard,
                    heard));
            heard.await();
            heard.cancel();

            assertThatThrownBy(running::join).hasCauseInstanceOf(Cancelled.class);
            assertThat(TestEngine.containers(NAME)).isEmpty();
        }
    }

    @Test
    void aStepThatFailsIsExplainedAndLeavesNeitherNameNorContainer() throws IOException {
        dockerfile("RUN echo \"ERROR: No matching distribution found for leftpad==9\" && exit 1\n");
        Heard heard = new Heard();

        assertThatThrownBy(() -> make(heard))
                .isInstanceOf(NoSolution.class)
                .hasMessageContaining("Step 3 of 3")
                .hasMessageContaining("pip finds no release of leftpad==9");

        assertThat(heard.stations).last().asString().startsWith("BUILD FAILED: Step 3 of 3");
        assertThat(TestEngine.tags()).doesNotContain(NAME + ":latest");
        assertThat(TestEngine.containers(NAME)).isEmpty();
    }

    @Test
    void aStepThatFloodsTheLogIsHeardToItsEnd() throws IOException {
        dockerfile("RUN yes abcdefghi | head -c 100000000 && echo over\nRUN echo after\n");
        long[] lines = {0};
        Heard last = new Heard();
        ProofListener counting = new ProofListener() {
            @Override
            public void logged(LogLine line) {
                if (line.text().equals("abcdefghi")) {
                    lines[0]++;
                } else {
                    last.logged(line);
                }
            }
        };

        TestEngine.maker()
                .make(Plans.request(folder, NAME), counting, Progress.NONE)
                .close();

        assertThat(lines[0]).isEqualTo(10_000_000);
        assertThat(last.texts()).containsSubsequence("over", "after");
        assertThat(TestEngine.containers(NAME)).isEmpty();
    }

    @Test
    void whatAStepSaysLetsNoContainerOfAPersonBeRemoved() throws Exception {
        String persons;
        try (Engine engine = TestEngine.open()) {
            persons = engine.quick()
                    .createContainerCmd(TestEngine.PYTHON)
                    .withCmd("sleep", "600")
                    .exec()
                    .getId();
        }
        try {
            dockerfile("RUN echo ' ---> Running in " + persons.substring(0, 12) + "' && echo ready && sleep 600\n");
            Heard heard = new Heard(line -> line.text().equals("ready"));
            CompletableFuture<MadeEnvironment> making = CompletableFuture.supplyAsync(() -> make(heard));
            heard.await();
            heard.cancel();
            assertThatThrownBy(making::join).hasCauseInstanceOf(Cancelled.class);

            try (Engine engine = TestEngine.open()) {
                assertThat(engine.quick().inspectContainerCmd(persons).exec().getId())
                        .isEqualTo(persons);
            }
        } finally {
            try (Engine engine = TestEngine.open()) {
                ContainerRun.remove(engine, persons);
            }
        }
    }

    @Test
    void aCancelledBuildLeavesNeitherNameNorContainer() throws Exception {
        dockerfile("RUN echo ready && sleep 600\n");
        Heard heard = new Heard(line -> line.text().equals("ready"));

        CompletableFuture<MadeEnvironment> making = CompletableFuture.supplyAsync(() -> make(heard));
        heard.await();
        heard.cancel();

        assertThatThrownBy(making::join).hasCauseInstanceOf(Cancelled.class);
        assertThat(heard.stations).last().isEqualTo("BUILD CANCELLED");
        assertThat(TestEngine.tags()).doesNotContain(NAME + ":latest");
        assertThat(TestEngine.containers(NAME)).isEmpty();
    }

    @Test
    void theSystemPackagesOfTheDockerfileAreTold() throws IOException {
        // Nothing is fetched: the package is in the base already.
        dockerfile("WORKDIR /project\nRUN : apt-get install -y --no-install-recommends libc6 nowhere-to-be-found\n");

        try (MadeEnvironment environment = make(new Heard())) {
            assertThat(environment.identity().systemPackages())
                    .singleElement()
                    .asString()
                    .startsWith("libc6=2.");
        }
    }

    @Test
    void aNameThatIsTakenIsNotTakenAway() throws IOException {
        TestEngine.provide(NAME + ":latest");
        String before = TestEngine.inspect(NAME).getId();
        dockerfile("WORKDIR /project\n");

        assertThatThrownBy(() -> make(new Heard()))
                .isInstanceOf(NoSolution.class)
                .hasMessageContaining("An image named " + NAME + ":latest is already there");

        assertThat(TestEngine.inspect(NAME).getId()).isEqualTo(before);
        assertThat(TestEngine.maker()
                        .obstacle(Plans.request(folder, NAME))
                        .orElseThrow()
                        .fixes())
                .containsExactly(new Trouble.Fix.ReplaceExisting(NAME + ":latest"));
        MakeRequest agreed =
                new MakeRequest(folder, Plans.named(NAME), Optional.empty(), List.of(), true, Optional.empty());
        TestEngine.maker().make(agreed, new Heard(), new Heard()).close();
        assertThat(TestEngine.inspect(NAME).getId()).isNotEqualTo(before);
    }
}
