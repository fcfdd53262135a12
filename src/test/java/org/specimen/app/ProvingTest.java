package org.specimen.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.advice.Answers;
import org.specimen.advice.Question;
import org.specimen.advice.Rulebook;
import org.specimen.advice.Stack;
import org.specimen.catalogue.Catalogue;
import org.specimen.index.FakePyPi;
import org.specimen.index.Wheels;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.InstalledPython;
import org.specimen.machine.MachineProbe;
import org.specimen.problem.BadInput;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.LogLine;
import org.specimen.proof.Proof;
import org.specimen.proof.ProofListener;
import org.specimen.proof.ProofReport;
import org.specimen.proof.ProofRequest;
import org.specimen.proof.ProofRequest.Tolerance;
import org.specimen.proof.RunLimits;
import org.specimen.proof.RunOutcome;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;
import org.specimen.proof.Trouble;
import org.specimen.proof.Verdict;
import org.specimen.proof.VerdictSentence;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

/** The whole way in a venv: with this computer's Python, and packages of the test's own on loopback. */
@Timeout(300)
class ProvingTest {

    private static final Catalogue CATALOGUE = Catalogue.open();
    private static final MachineFacts MACHINE = MachineProbe.probe();

    @TempDir
    Path folder;

    private final FakePyPi index = new FakePyPi();
    private final List<String> log = new ArrayList<>();
    private final List<String> states = new ArrayList<>();
    private final ProofListener listener = new ProofListener() {
        @Override
        public void stationChanged(Station station, StationState state, String summary, Duration took) {
            states.add(station + " " + state);
        }

        @Override
        public void logged(LogLine line) {
            log.add(line.text());
        }
    };

    private final Workbench bench = new Workbench(CATALOGUE, Rulebook::shipped, () -> MACHINE)
            .choosingFrom(IndexChoice.USUAL.withIndex(index.simple().toString()));

    @BeforeEach
    void aProject() throws IOException {
        assumeThat(MACHINE.pythons()).as("a Python on this computer").isNotEmpty();
        Wheels.serve(index, "tinystats", "1.2.0", Map.of("tinystats.py", """
                from tinycore import add
                def mean(values):
                    return add(values) / len(values)
                """), List.of("tinycore"));
        Wheels.serve(
                index, "tinycore", "0.3", Map.of("tinycore/__init__.py", "def add(v): return sum(v)\n"), List.of());
        Files.writeString(folder.resolve("requirements.in"), "tinystats\n");
        Files.writeString(folder.resolve("analysis.py"), """
                import os, random, tinystats
                if __name__ == "__main__":
                    os.makedirs("results", exist_ok=True)
                    values = [1.0, 2.0, 4.5]
                    with open("results/table.csv", "w") as table:
                        table.write("name,value\\nmean,%r\\n" % tinystats.mean(values))
                    print("wrote the table")
                """);
        Files.createDirectory(folder.resolve("results"));
        Files.writeString(folder.resolve("results/table.csv"), "name,value\nmean,2.5\n");
    }

    @AfterEach
    void theIndexCloses() {
        index.close();
    }

    @Test
    void aProjectReproducesAndItsEnvironmentIsTakenAgain() throws IOException {
        Project project = written();
        Proof proof = prove(project, wishes().withExpected(List.of("results/table.csv")));

        assertThat(proof.verdict()).as(proof.trouble() + "\n" + log).isEqualTo(Verdict.REPRODUCED);
        assertThat(proof.distributions()).hasSize(2).allMatch(Proof.DistributionCheck::holds);
        assertThat(proof.imports()).extracting(Proof.ImportCheck::module).containsExactly("tinystats");
        assertThat(proof.runs())
                .singleElement()
                .satisfies(run -> assertThat(run.status()).isZero());
        assertThat(log).contains("wrote the table", "import tinystats: works");
        assertThat(states)
                .containsSubsequence(
                        "TOOL RUNNING",
                        "TOOL DONE",
                        "BUILD RUNNING",
                        "BUILD DONE",
                        "IMPORTS RUNNING",
                        "IMPORTS DONE",
                        "RUN RUNNING",
                        "RUN DONE",
                        "COMPARE RUNNING",
                        "COMPARE DONE",
                        "REPORT RUNNING",
                        "REPORT DONE");
        assertThat(states).contains("BASE_IMAGE SKIPPED");
        assertThat(folder.resolve(ProofReport.JSON)).content().contains("\"verdict\" : \"reproduced\"");
        assertThat(folder.resolve(ProofReport.HTML))
                .content()
                .contains("It reproduced")
                .doesNotContain("<script");

        int sent = index.bytesServed();
        log.clear();
        Proof again = prove(project, wishes().withExpected(List.of("results/table.csv")));
        assertThat(again.verdict()).isEqualTo(Verdict.REPRODUCED);
        assertThat(index.bytesServed()).isEqualTo(sent);
        assertThat(log).noneMatch(line -> line.contains("pip install"));
    }

    @Test
    void theRunWritesIntoACopyAndNothingOfItIsLeft() throws IOException {
        write(
                "analysis.py",
                "import tinystats\nopen('new.txt', 'w').write('x')\nopen('data.csv', 'w').write('lost')\n");
        write("data.csv", "kept\n");
        long before = temporaries();
        Proof proof = prove(written(), wishes());
        assertThat(proof.verdict()).as(proof.trouble() + "\n" + log).isEqualTo(Verdict.RAN);
        assertThat(folder.resolve("new.txt")).doesNotExist();
        assertThat(folder.resolve("data.csv")).hasContent("kept");
        assertThat(temporaries()).isEqualTo(before);
    }

    @Test
    void aResultThatDiffersIsToldAndAToleranceForgivesIt() throws IOException {
        write("results/table.csv", "name,value\nmean,2.5000001\n");
        Project project = written();
        ProofWishes wishes = wishes().withExpected(List.of("results/table.csv"));
        Proof proof = prove(project, wishes);
        assertThat(proof.verdict()).as(proof.trouble() + "\n" + log).isEqualTo(Verdict.DIFFERS);
        assertThat(proof.results().get(0).difference())
                .hasValueSatisfying(text -> assertThat(text).contains("Line 2 has 2.5 here and 2.5000001 in yours"));
        assertThat(VerdictSentence.of(proof)).isEqualTo("It ran, but results/table.csv differs here.");
        assertThat(prove(project, wishes.withTolerance(new Tolerance(1e-6, 0, 0)))
                        .verdict())
                .isEqualTo(Verdict.REPRODUCED);
    }

    @Test
    void twoRunsTellChanceFromTheComputerAndNameThePlace() throws IOException {
        write("analysis.py", """
                import random
                import tinystats
                if __name__ == "__main__":
                    with open("results/table.csv", "w") as table:
                        table.write("%r\\n" % random.random())
                """);
        Proof proof = prove(
                written(), wishes().withExpected(List.of("results/table.csv")).withRuns(2));
        assertThat(proof.verdict()).as(proof.trouble() + "\n" + log).isEqualTo(Verdict.DIFFERS);
        assertThat(proof.results())
                .singleElement()
                .satisfies(result -> assertThat(result.random()).isTrue());
        assertThat(VerdictSentence.of(proof)).endsWith("it depends on chance, not on the computer.");
        assertThat(proof.notes()).anyMatch(note -> note.contains("analysis.py, line 5"));
    }

    @Test
    void aMissingModuleFailsTheCheckAndIsExplained() throws IOException {
        Wheels.serve(index, "tinystats", "1.2.0", Map.of("tinystats.py", "import yaml\n"), List.of());
        Proof proof = prove(written(), wishes());
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(VerdictSentence.of(proof)).isEqualTo("It failed here: the import of tinystats does not work.");
        assertThat(proof.trouble().get(0).what())
                .isEqualTo("tinystats needs the module yaml, which is not in the environment.");
        assertThat(proof.trouble().get(0).fixes()).containsExactly(new Trouble.Fix.AddPackage("pyyaml"));
        assertThat(proof.runs()).isEmpty();
        assertThat(states).contains("IMPORTS FAILED", "RUN SKIPPED");
    }

    @Test
    void aRunThatFailsSaysHow() throws IOException {
        write("analysis.py", "import tinystats\nraise ValueError('no such station')\n");
        Proof proof = prove(written(), wishes());
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(proof.trouble().get(0).what()).isEqualTo("The run ended with status 1: ValueError: no such station");
    }

    @Test
    void aRunThatTakesTooLongIsEnded() throws IOException {
        write("analysis.py", "import tinystats, time\ntime.sleep(300)\n");
        Proof proof = prove(
                written(),
                wishes().withLimits(new RunLimits(Duration.ofSeconds(1), OptionalLong.empty(), false, false)));
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(proof.runs().get(0).end()).isEqualTo(RunOutcome.End.OUT_OF_TIME);
    }

    @Test
    void aCancelledRunLeavesNothingAndTheEnvironmentStays() throws IOException {
        write("analysis.py", "import tinystats, time\nprint('running', flush=True)\ntime.sleep(300)\n");
        Project project = written();
        long before = temporaries();
        AtomicBoolean cancelled = new AtomicBoolean();
        ProofListener cancelling = new ProofListener() {
            @Override
            public void logged(LogLine line) {
                if (line.text().equals("running")) {
                    cancelled.set(true);
                }
            }

            @Override
            public void stationChanged(Station station, StationState state, String summary, Duration took) {
                states.add(station + " " + state);
            }
        };
        Progress progress = new Progress() {
            @Override
            public void doing(String what, long done, long total) {}

            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }
        };
        ProofRequest request = proving(Map.of()).request(project, wishes());
        assertThatThrownBy(() -> proving(Map.of()).prove(request, cancelling, progress))
                .isInstanceOf(Cancelled.class);
        assertThat(states).contains("RUN CANCELLED", "COMPARE SKIPPED");
        assertThat(temporaries()).isEqualTo(before);
        assertThat(folder.resolve(".venv")).isDirectory();
        assertThat(folder.resolve(ProofReport.JSON)).doesNotExist();
    }

    @Test
    void aPackageThatTheIndexHasNoMoreFailsPlainlyAndLeavesNoEnvironment() throws IOException {
        Project project = written();
        index.json("tinycore");
        Proof proof = prove(project, wishes());
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(proof.trouble().get(0).what())
                .isEqualTo("The index has no tinycore==0.3 that fits this Python and this computer.");
        assertThat(folder.resolve(".venv")).doesNotExist();
        assertThat(folder.resolve(".venv-before")).doesNotExist();
        assertThat(states).contains("BUILD FAILED", "IMPORTS SKIPPED");
    }

    @Test
    void anEnvironmentOfTheirOwnStaysUnlessTheyAgree() throws IOException {
        Files.createDirectory(folder.resolve(".venv"));
        write(".venv/pyvenv.cfg", "theirs\n");
        Project project = written();
        Proof proof = prove(project, wishes());
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(proof.trouble().get(0).what()).contains("that Specimen did not make");
        assertThat(folder.resolve(".venv/pyvenv.cfg")).hasContent("theirs");

        index.json("tinycore");
        prove(project, wishes().withReplaceExisting(true));
        assertThat(folder.resolve(".venv/pyvenv.cfg")).hasContent("theirs");
    }

    @Test
    void onlyTheKeysThatAreAgreedReachTheRun() throws IOException {
        write("analysis.py", """
                import os, tinystats
                print("one", os.environ.get("ONE_KEY"), "two", os.environ.get("TWO_KEY"))
                """);
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("ONE_KEY", "first-value");
        environment.put("TWO_KEY", "second-value");
        Proving proving = proving(environment);
        proving.prove(
                proving.request(written(), wishes().withKeys(List.of("ONE_KEY", "NO_KEY"))), listener, Progress.NONE);
        assertThat(log).contains("one first-value two None");
        assertThat(folder.resolve(ProofReport.JSON))
                .content()
                .contains("NO_KEY is not set on this computer")
                .doesNotContain("first-value");
    }

    @Test
    void aNotebookRunsFromTopToBottomAndIsSavedBesideTheOriginal() throws IOException {
        String notebook = """
                {"cells": [
                 {"cell_type": "markdown", "metadata": {}, "source": ["# Means"]},
                 {"cell_type": "code", "metadata": {}, "execution_count": 1,
                  "source": ["%matplotlib inline\\n", "import tinystats\\n", "x = 3"], "outputs": []},
                 {"cell_type": "code", "metadata": {}, "execution_count": 2, "source": ["print(x)\\n", "x / 2"],
                  "outputs": [{"output_type": "stream", "name": "stdout", "text": ["3\\n"]},
                              {"output_type": "execute_result", "execution_count": 2, "metadata": {},
                               "data": {"text/plain": ["1.5"]}}]},
                 {"cell_type": "code", "metadata": {}, "execution_count": 3, "source": ["tinystats.mean([1, 2])"],
                  "outputs": [{"output_type": "execute_result", "execution_count": 3, "metadata": {},
                               "data": {"text/plain": ["1.75"]}}]}],
                 "metadata": {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}},
                 "nbformat": 4, "nbformat_minor": 5}
                """;
        Project project = written();
        write("means.ipynb", notebook);
        write("means.run.ipynb", "mine");
        Proof proof = prove(project, wishes().withCommand(Optional.of(List.of("means.ipynb"))));
        assertThat(proof.verdict()).as(proof.trouble() + "\n" + log).isEqualTo(Verdict.DIFFERS);
        assertThat(proof.results())
                .extracting(Proof.ResultComparison::path)
                .containsExactly("means.ipynb:2", "means.ipynb:3");
        assertThat(proof.results()).extracting(Proof.ResultComparison::same).containsExactly(true, false);
        assertThat(folder.resolve("means.ipynb")).hasContent(notebook);
        assertThat(folder.resolve("means.run.ipynb")).hasContent("mine");
        assertThat(proof.runs().get(0).notebook()).hasValue("means.run-2.ipynb");
        assertThat(folder.resolve("means.run-2.ipynb")).content().contains("\"text/plain\": \"1.5\"");
        assertThat(proof.notes()).anyMatch(note -> note.startsWith("Jupyter is not in the environment"));
    }

    @Test
    void whereNothingWasWrittenOrAResultIsNotThereItIsToldBeforeAnythingRuns() {
        Project unwritten = bench.open(folder, Progress.NONE);
        assertThatThrownBy(() -> proving(Map.of()).request(unwritten, wishes()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Write its files first");
        Project project = written();
        assertThatThrownBy(() -> proving(Map.of()).request(project, wishes().withExpected(List.of("../secret.csv"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("There is no file ../secret.csv");
        assertThat(proving(Map.of()).offer(project).results()).containsExactly("results/table.csv");
        assertThat(proving(Map.of()).offer(project).sandboxed()).isFalse();
    }

    @Test
    void whatIsProvedStandsInTheGuideUntilThePinsChange() throws IOException {
        Project project = written();
        assertThat(folder.resolve("ENVIRONMENT.md")).content().contains("has not been built yet");
        Proof proof = prove(project, wishes().withExpected(List.of("results/table.csv")));

        bench.write(proving(Map.of()).freeze(bench, project, proof, Progress.NONE));

        assertThat(folder.resolve("ENVIRONMENT.md"))
                .content()
                .contains("**Proved on linux/", "with Python 3.", "gives the same results in it.")
                .doesNotContain("has not been built yet");
        Project proved = bench.open(folder, Progress.NONE);
        assertThat(bench.preview(proved, Wishes.NONE, Progress.NONE)
                        .comparison()
                        .changesSomething())
                .isFalse();
        Wheels.serve(index, "tinycore", "0.4", Map.of("tinycore/__init__.py", "def add(v): return 0\n"), List.of());
        bench.write(bench.preview(proved, Wishes.NONE.withUpgrade(true), Progress.NONE));
        assertThat(folder.resolve("requirements.txt")).content().contains("tinycore==0.4");
        assertThat(folder.resolve("ENVIRONMENT.md")).content().doesNotContain("Proved on");
    }

    @Test
    void whatFailedIsNotProved() throws IOException {
        write("analysis.py", "import tinystats\nraise ValueError('no such station')\n");
        Project project = written();
        Proof proof = prove(project, wishes());

        bench.write(proving(Map.of()).freeze(bench, project, proof, Progress.NONE));

        assertThat(folder.resolve("ENVIRONMENT.md")).content().doesNotContain("Proved on");
    }

    @Test
    void theGpuIsSpokenOfOnlyWhereTheProjectComputesOnOne() throws IOException {
        Project project = written();
        Proof proof = prove(project, wishes());
        assertThat(proof.notes()).noneMatch(note -> note.contains("GPU"));

        Proof withGpu = prove(written(Wishes.NONE.withAnswers(Answers.NONE.with(Question.GPU, "wheels"))), wishes());
        assumeThat(withGpu.computer().gpu()).as("a GPU here").isEmpty();
        assertThat(withGpu.notes()).anyMatch(note -> note.endsWith("so the GPU was not tested."));
    }

    @Test
    void theReportIsDoneOnceItIsWritten() throws IOException {
        Files.createDirectories(folder.resolve(ProofReport.HTML).resolve("in the way"));

        assertThatThrownBy(() -> prove(written(), wishes()))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("could not be written");

        assertThat(states).contains("REPORT FAILED").doesNotContain("REPORT DONE");
    }

    private Project written() {
        return written(Wishes.NONE);
    }

    private Project written(Wishes beside) {
        InstalledPython python = MACHINE.pythons().get(0);
        String minor = python.version().replaceFirst("^(3\\.[0-9]+).*", "$1");
        Project project = bench.open(folder, Progress.NONE);
        bench.write(bench.preview(
                project, beside.withStack(Optional.of(Stack.VENV)).withPython(Optional.of(minor)), Progress.NONE));
        return bench.open(folder, Progress.NONE);
    }

    private ProofWishes wishes() {
        return ProofWishes.USUAL
                .withCommand(Optional.of(List.of("python", "analysis.py")))
                .withIndexUrl(Optional.of(index.simple()));
    }

    private Proof prove(Project project, ProofWishes wishes) {
        Proving proving = proving(System.getenv());
        return proving.prove(proving.request(project, wishes), listener, Progress.NONE);
    }

    private Proving proving(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment.isEmpty() ? System.getenv() : environment);
        return new Proving(
                CATALOGUE,
                () -> MACHINE,
                all,
                LocalMakers.of(CATALOGUE, () -> MACHINE, all),
                InstantSource.system(),
                Optional::empty);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
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
