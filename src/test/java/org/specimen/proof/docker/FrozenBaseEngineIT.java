package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.advice.Rulebook;
import org.specimen.advice.Stack;
import org.specimen.app.FolderContents;
import org.specimen.app.IndexChoice;
import org.specimen.app.Project;
import org.specimen.app.ProofWishes;
import org.specimen.app.Proving;
import org.specimen.app.Wishes;
import org.specimen.app.Workbench;
import org.specimen.catalogue.Catalogue;
import org.specimen.index.FakePyPi;
import org.specimen.index.Wheels;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineProbe;
import org.specimen.proof.EnvironmentIdentity;
import org.specimen.proof.Proof;
import org.specimen.proof.RegistryMirror;
import org.specimen.proof.Verdict;
import org.specimen.task.Progress;

/** A workshop's way: the base comes from a mirror, is frozen, and a change of the code builds on what is there. */
@Timeout(600)
class FrozenBaseEngineIT {

    private static final Catalogue CATALOGUE = Catalogue.open();
    private static final String NAME = "specimen-it-frozen";

    @TempDir
    private Path parent = Path.of(".");

    @TempDir
    private Path parts = Path.of(".");

    private final FakePyPi index = new FakePyPi();
    private final TestRegistry registry = new TestRegistry();
    private Path folder = Path.of(".");

    @BeforeEach
    void aProject() throws IOException {
        TestEngine.found();
        folder = Files.createDirectory(parent.resolve(NAME));
        Wheels.serve(
                index,
                "tinystats",
                "1.2.0",
                Map.of("tinystats.py", "def mean(v): return sum(v) / len(v)\n"),
                List.of());
        Files.writeString(folder.resolve("requirements.in"), "tinystats\n");
        Files.writeString(folder.resolve("analysis.py"), "import tinystats\nprint(tinystats.mean([1, 2]))\n");
    }

    @AfterEach
    void close() {
        index.close();
        registry.close();
    }

    private String base() throws IOException {
        return Files.readAllLines(folder.resolve("Dockerfile")).stream()
                .filter(line -> line.startsWith("FROM "))
                .findFirst()
                .orElseThrow()
                .substring("FROM ".length());
    }

    private Proof prove(PrivateEngine engine, Project project, Heard heard) {
        MachineFacts machine = MachineProbe.probe();
        Proving proving = proving(engine, machine);
        ProofWishes wishes = ProofWishes.USUAL
                .withCommand(Optional.of(List.of("python", "analysis.py")))
                .withIndexUrl(Optional.of(index.simple()));
        Proof proof = proving.prove(proving.request(project, wishes), heard, Progress.NONE);
        assertThat(proof.verdict())
                .as(proof.trouble() + "\n" + String.join("\n", heard.texts()))
                .isEqualTo(Verdict.RAN);
        return proof;
    }

    private Proving proving(PrivateEngine engine, MachineFacts machine) {
        return new Proving(
                CATALOGUE,
                () -> machine,
                System.getenv(),
                stack -> new DockerMaker(Engines.of(engine::found)),
                InstantSource.system(),
                () -> Optional.of(new RegistryMirror(registry.domain() + "/hub")));
    }

    private static EnvironmentIdentity.Image image(Proof proof) {
        return proof.environment().orElseThrow().image().orElseThrow();
    }

    @Test
    void theBaseIsFrozenByTheDigestOfAllItsPlatformsAndAChangeOfTheCodeReusesEveryDependency() throws Exception {
        Workbench bench = new Workbench(CATALOGUE, Rulebook::shipped, MachineProbe::probe)
                .choosingFrom(IndexChoice.USUAL.withIndex(index.simple().toString()));
        bench.write(bench.preview(
                bench.open(folder, Progress.NONE),
                Wishes.NONE.withStack(Optional.of(Stack.DOCKER)).withPython(Optional.of("3.11")),
                Progress.NONE));
        String base = base();
        int colon = base.indexOf(':');
        String digest;
        try (Engine shared = TestEngine.open()) {
            digest = registry.add(
                    "hub/library/" + base.substring(0, colon),
                    base.substring(colon + 1),
                    shared,
                    TestEngine.PYTHON,
                    parts);
        }
        try (PrivateEngine engine = PrivateEngine.start()) {
            Project project = bench.open(folder, Progress.NONE);
            Proof first = prove(engine, project, new Heard());
            assertThat(image(first).base()).isEqualTo(base);
            assertThat(image(first).baseDigest()).contains(digest);

            bench.write(proving(engine, MachineProbe.probe()).freeze(bench, project, first, Progress.NONE));
            assertThat(base()).isEqualTo(base + "@" + digest);
            assertThat(folder.resolve("specimen.yml")).content().contains(digest);
            assertThat(FolderContents.of(folder).entrySet())
                    .noneMatch(file -> file.getValue().contains(registry.domain())
                            && !file.getKey().startsWith("reproducibility-report"));

            Files.writeString(folder.resolve("analysis.py"), "import tinystats\nprint(tinystats.mean([1, 2, 3]))\n");
            Heard heard = new Heard();
            Proof second = prove(engine, bench.open(folder, Progress.NONE), heard);

            List<String> said = heard.texts();
            int install = step(said, "RUN pip install");
            int code = step(said, "COPY . ./");
            assertThat(said.subList(install, code)).as("after pip's step").contains(" ---> Using cache");
            assertThat(image(second).stepsReused())
                    .as("every step between the base and the code")
                    .isEqualTo(number(said.get(code)) - 2);
            assertThat(image(second).baseDigest()).contains(digest);
        }
    }

    private static int step(List<String> said, String instruction) {
        for (int line = 0; line < said.size(); line++) {
            if (said.get(line).matches("Step \\d+/\\d+ : .*") && said.get(line).contains(instruction)) {
                return line;
            }
        }
        throw new AssertionError(instruction + " in " + said);
    }

    private static int number(String step) {
        return Integer.parseInt(step.replaceFirst("Step (\\d+)/.*", "$1"));
    }
}
