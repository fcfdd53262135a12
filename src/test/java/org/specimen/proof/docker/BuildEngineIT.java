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
import org.specimen.app.IndexChoice;
import org.specimen.app.Preview;
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
import org.specimen.proof.Proof;
import org.specimen.proof.StationState;
import org.specimen.proof.Verdict;
import org.specimen.task.Progress;

/** The whole way on a real engine: files, image, imports, run, comparison, freezing, and the same again from that. */
@Timeout(600)
class BuildEngineIT {

    private static final Catalogue CATALOGUE = Catalogue.open();
    private static final String NAME = "specimen-it-build";

    @TempDir
    private Path parent = Path.of(".");

    private final FakePyPi index = new FakePyPi();
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
        write("requirements.in", "tinystats\n");
        write("analysis.py", """
                import csv, tinystats
                if __name__ == "__main__":
                    values = [float(row["value"]) for row in csv.DictReader(open("values.csv"))]
                    print("read", len(values))
                    with open("mean.csv", "w") as table:
                        table.write("mean\\n%r\\n" % tinystats.mean(values))
                """);
        write("values.csv", "value\n1\n2\n4.5\n");
        write("mean.csv", "mean\n2.5\n");
    }

    @AfterEach
    void forget() {
        index.close();
        TestEngine.forget(NAME);
    }

    @Test
    void aProjectIsBuiltRunComparedFrozenAndBuiltAgainWithTheSameResult() throws IOException {
        Workbench bench = new Workbench(CATALOGUE, Rulebook::shipped, MachineProbe::probe)
                .choosingFrom(IndexChoice.USUAL.withIndex(index.simple().toString()));
        Project opened = bench.open(folder, Progress.NONE);
        Preview files = bench.preview(
                opened,
                Wishes.NONE.withStack(Optional.of(Stack.DOCKER)).withPython(Optional.of("3.11")),
                Progress.NONE);
        bench.write(files);
        TestEngine.provide(base());

        Project project = bench.open(folder, Progress.NONE);
        Heard heard = new Heard();
        Proof proof = prove(project, heard);
        assertThat(proof.verdict())
                .as(proof.trouble() + "\n" + String.join("\n", heard.texts()))
                .isEqualTo(Verdict.REPRODUCED);
        assertThat(proof.distributions()).allMatch(Proof.DistributionCheck::holds);
        assertThat(proof.environment().orElseThrow().image().orElseThrow().base())
                .isEqualTo(base());
        assertThat(heard.texts()).contains("read 3", "import tinystats: works");
        assertThat(proof.stations()).extracting(Proof.StationReport::state).containsOnly(StationState.DONE);

        bench.write(proving().freeze(bench, project, proof, Progress.NONE));
        assertThat(folder.resolve("specimen.yml")).content().contains("frozen:", base());
        assertThat(folder.resolve("ENVIRONMENT.md")).content().contains("**Proved on linux/amd64 with Docker ");
        Proof again = prove(bench.open(folder, Progress.NONE), new Heard());
        assertThat(again.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(again.installed()).isEqualTo(proof.installed());
        assertThat(TestEngine.containers(NAME)).isEmpty();
        assertThat(folder.resolve("mean.csv")).hasContent("mean\n2.5\n");
    }

    private Proof prove(Project project, Heard heard) {
        Proving proving = proving();
        return proving.prove(
                proving.request(
                        project,
                        ProofWishes.USUAL
                                .withCommand(Optional.of(List.of("python", "analysis.py")))
                                .withExpected(List.of("mean.csv"))
                                .withIndexUrl(Optional.of(index.simple()))),
                heard,
                Progress.NONE);
    }

    private Proving proving() {
        MachineFacts machine = MachineProbe.probe();
        return new Proving(
                CATALOGUE,
                () -> machine,
                System.getenv(),
                stack -> TestEngine.maker(),
                InstantSource.system(),
                Optional::empty);
    }

    private String base() throws IOException {
        return Files.readAllLines(folder.resolve("Dockerfile")).stream()
                .filter(line -> line.startsWith("FROM "))
                .findFirst()
                .orElseThrow()
                .substring("FROM ".length())
                .replaceFirst("@.*", "");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
