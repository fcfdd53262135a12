package org.specimen.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.specimen.files.FailingDisk.Fault;
import org.specimen.problem.OutsideFailure;

/** A set of two files that replace others and one that is new, interrupted at each step of its writing in turn. */
class InterruptedWriteTest {

    private static final GeneratedFile REQUIREMENTS = Project.generated(FileRole.REQUIREMENTS, "numpy==1.26.4\n");
    private static final GeneratedFile DOCKERFILE =
            Project.generated(FileRole.DOCKERFILE, "FROM python:3.11.9-slim-bookworm\n");
    private static final GeneratedFile GUIDE = Project.generated(FileRole.GUIDE, "# The environment\n");

    @TempDir
    Path temporary;

    private int projects;

    private Project project() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("project-" + ++projects));
        return new Project(folder)
                .file("analysis.py", "import numpy\n")
                .file("requirements.txt", "numpy\n")
                .file("Dockerfile", "FROM python:latest\n");
    }

    private static Comparison comparison(Project project) {
        return project.replace(REQUIREMENTS, DOCKERFILE, GUIDE);
    }

    private static final SortedMap<String, String> OLD = new TreeMap<>(Map.of(
            "analysis.py", "import numpy\n", "requirements.txt", "numpy\n", "Dockerfile", "FROM python:latest\n"));

    private static final SortedMap<String, String> NEW = new TreeMap<>(Map.of(
            "analysis.py",
            "import numpy\n",
            "requirements.txt",
            "numpy==1.26.4\n",
            "Dockerfile",
            "FROM python:3.11.9-slim-bookworm\n",
            "ENVIRONMENT.md",
            "# The environment\n"));

    private int operations() throws IOException {
        Project project = project();
        FailingDisk counting = FailingDisk.counting();
        Applier.apply(comparison(project), counting);
        assertThat(project.visible()).isEqualTo(NEW);
        return counting.operations();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"ONCE", "HALF"})
    void oneFailureAtAnyStepLeavesTheOldStateAndNoTrace(Fault fault) throws IOException {
        int operations = operations();
        assertThat(operations).isGreaterThan(20);
        for (int step = 1; step <= operations; step++) {
            Project project = project();
            Comparison comparison = comparison(project);
            int failing = step;

            assertThatThrownBy(() -> Applier.apply(comparison, new FailingDisk(failing, fault)))
                    .as("step %s", step)
                    .isInstanceOf(OutsideFailure.class)
                    .hasMessageContaining("full");

            assertThat(project.visible()).as("step %s", step).isEqualTo(OLD);
            assertThat(project.hasState()).as("step %s", step).isFalse();
        }
    }

    @Test
    void aDiskThatIsGoneAtAnyStepLeavesTheOldOrTheNewStateOnceItIsBack() throws IOException {
        int operations = operations();
        for (int step = 1; step <= operations; step++) {
            Project project = project();
            Comparison comparison = comparison(project);
            int failing = step;

            assertThatThrownBy(() -> Applier.apply(comparison, new FailingDisk(failing, Fault.FOR_GOOD)))
                    .isInstanceOf(OutsideFailure.class);
            Applier.recover(project.folder);

            assertOldOrNew(project, step);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"KILLED", "KILLED_HALF"})
    void aWriteThatStopsAtAnyStepIsFinishedOrTakenBackByTheNextRun(Fault fault) throws IOException {
        int operations = operations();
        for (int step = 1; step <= operations; step++) {
            Project project = project();
            Comparison comparison = comparison(project);
            int failing = step;

            assertThat(catchThrowable(() -> Applier.apply(comparison, new FailingDisk(failing, fault))))
                    .isInstanceOf(FailingDisk.Killed.class);
            Recovery recovery = Applier.recover(project.folder);

            assertOldOrNew(project, step);
            assertThat(recovery.messages()).isEmpty();
            assertThat(recovery.outcome() == Recovery.Outcome.FINISHED)
                    .as("step %s", step)
                    .isEqualTo(project.visible().equals(NEW));
        }
    }

    @Test
    void recoveryThatIsItselfKilledAtAnyStepIsRecoveredFrom() throws IOException {
        int operations = operations();
        int recoveries = 0;
        for (int step = 1; step <= operations; step++) {
            boolean killed = true;
            for (int second = 1; killed; second++) {
                Project project = project();
                Comparison comparison = comparison(project);
                FailingDisk first = new FailingDisk(step, Fault.KILLED);
                FailingDisk then = new FailingDisk(second, Fault.KILLED);

                assertThat(catchThrowable(() -> Applier.apply(comparison, first)))
                        .isInstanceOf(FailingDisk.Killed.class);
                killed = catchThrowable(() -> Applier.recover(project.folder, then)) != null;
                Applier.recover(project.folder);

                assertOldOrNew(project, step);
                recoveries++;
            }
        }
        assertThat(recoveries).isGreaterThan(2 * operations);
    }

    @Test
    void aProcessThatIsKilledAtAnyStepLeavesTheOldOrTheNewStateToTheNextProcess() throws Exception {
        int operations = operations();
        int finished = 0;
        for (int step = 1; step <= operations; step++) {
            Project project = project();

            int status = run(KilledWriter.class, project.folder.toString(), Integer.toString(step));
            assertThat(status).as("step %s", step).isEqualTo(KilledWriter.STATUS);
            finished += Applier.recover(project.folder).outcome() == Recovery.Outcome.FINISHED ? 1 : 0;

            assertOldOrNew(project, step);
        }
        assertThat(finished).isPositive();
    }

    private static int run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static void assertOldOrNew(Project project, int step) throws IOException {
        assertThat(project.visible()).as("step %s", step).isIn(OLD, NEW);
        assertThat(project.leftovers()).as("step %s", step).isEmpty();
        assertThat(Applier.recover(project.folder).outcome()).isEqualTo(Recovery.Outcome.NOTHING);
    }

    @Test
    void aFileThatAPersonChangesBeforeTheNextRunIsLeftAndTold() throws IOException {
        int operations = operations();
        int told = 0;
        for (int step = 1; step <= operations; step++) {
            Project project = project();
            Comparison comparison = comparison(project);
            int failing = step;
            assertThat(catchThrowable(() -> Applier.apply(comparison, new FailingDisk(failing, Fault.KILLED))))
                    .isInstanceOf(FailingDisk.Killed.class);
            project.file("Dockerfile", "FROM mine\n");

            Recovery recovery = Applier.recover(project.folder);

            assertThat(project.read("Dockerfile")).as("step %s", step).isEqualTo("FROM mine\n");
            assertThat(project.leftovers()).isEmpty();
            if (recovery.outcome() == Recovery.Outcome.FINISHED) {
                assertThat(recovery.messages()).singleElement().asString().startsWith("Dockerfile was changed");
                assertThat(project.read(".specimen/backup/0001/replaced/Dockerfile"))
                        .isEqualTo("FROM python:latest\n");
                assertThat(project.read("requirements.txt")).isEqualTo("numpy==1.26.4\n");
                told++;
            }
        }
        assertThat(told).isPositive();
    }

    @Test
    void aJournalThatIsDamagedIsToldAndChangesNothing() throws IOException {
        Project project = project().file(".specimen/writing/manifest", "specimen-journal 1\nsha256:12 sha");

        assertThatThrownBy(() -> Applier.recover(project.folder))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining(".specimen/writing/manifest");
        assertThat(project.visible()).isEqualTo(OLD);
    }

    @Test
    void aJournalFromElsewhereCannotReachOutOfTheFolder() throws IOException {
        Project project = project();
        Path outside = Files.writeString(temporary.resolve("outside.txt"), "theirs");
        String before = Digest.of(Files.readAllBytes(outside));
        project.file(".specimen/writing/new/0", "evil");
        project.file(
                ".specimen/writing/manifest",
                new Journal(Optional.empty(), List.of(new Journal.Step("../outside.txt", before, Digest.of(new byte[] {
                            'e', 'v', 'i', 'l'
                        }))))
                        .toText());

        Recovery recovery = Applier.recover(project.folder);

        assertThat(recovery.messages()).hasSize(1);
        assertThat(outside).hasContent("theirs");
    }
}
