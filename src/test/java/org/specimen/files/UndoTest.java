package org.specimen.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.files.FailingDisk.Fault;
import org.specimen.files.Undo.Action;
import org.specimen.problem.BadInput;
import org.specimen.problem.OutsideFailure;

class UndoTest {

    private static final GeneratedFile REQUIREMENTS = Project.generated(FileRole.REQUIREMENTS, "numpy==1.26.4\n");
    private static final GeneratedFile GUIDE = Project.generated(FileRole.GUIDE, "# The environment\n");

    @TempDir
    Path temporary;

    private final SortedMap<String, String> before = new TreeMap<>(Map.of("requirements.txt", "numpy\n"));

    private Project project;

    @BeforeEach
    void writeOnce() throws IOException {
        project = written("project");
    }

    private Project written(String name) throws IOException {
        Project made = new Project(Files.createDirectory(temporary.resolve(name))).file("requirements.txt", "numpy\n");
        assertThat(made.visible()).isEqualTo(before);
        Applier.apply(made.replace(REQUIREMENTS, GUIDE));
        return made;
    }

    @Test
    void bringsBackWhatWasReplacedAndRemovesWhatIsNew() throws IOException {
        Undo undo = Undo.last(project.folder).orElseThrow();

        assertThat(undo.write()).isEqualTo(".specimen/backup/0001");
        assertThat(undo.steps())
                .containsExactly(
                        new Undo.Step("requirements.txt", Action.RESTORE),
                        new Undo.Step("ENVIRONMENT.md", Action.REMOVE));
        undo.apply();
        assertThat(project.visible()).isEqualTo(before);
        assertThat(project.leftovers()).isEmpty();
    }

    @Test
    void leavesAFileThatAPersonChangedSince() throws IOException {
        project.file("requirements.txt", "numpy==1.26.4\nscipy\n");

        Undo undo = Undo.last(project.folder).orElseThrow();
        undo.apply();

        assertThat(undo.steps()).contains(new Undo.Step("requirements.txt", Action.LEAVE));
        assertThat(project.visible()).containsOnlyKeys("requirements.txt").containsValue("numpy==1.26.4\nscipy\n");
    }

    @Test
    void leavesAFileThatAPersonDeletedSince() throws IOException {
        Files.delete(project.folder.resolve("requirements.txt"));

        Undo.last(project.folder).orElseThrow().apply();

        assertThat(project.visible()).isEmpty();
    }

    @Test
    void backsUpWhatItTakesAway() throws IOException {
        Undo.last(project.folder).orElseThrow().apply();

        assertThat(project.read(".specimen/backup/0002/replaced/ENVIRONMENT.md"))
                .isEqualTo("# The environment\n");
    }

    @Test
    void undoingAgainTakesBackTheWriteBefore() throws IOException {
        SortedMap<String, String> afterFirst = project.visible();
        Applier.apply(project.replace(Project.generated(FileRole.REQUIREMENTS, "numpy==2.0.0\n")));

        Undo.last(project.folder).orElseThrow().apply();
        assertThat(project.visible()).isEqualTo(afterFirst);
        Undo.last(project.folder).orElseThrow().apply();
        assertThat(project.visible()).isEqualTo(before);
        assertThat(Undo.last(project.folder)).isEmpty();
    }

    @Test
    void aWriteAfterAnUndoIsUndoneAlone() throws IOException {
        Undo.last(project.folder).orElseThrow().apply();
        Applier.apply(project.replace(GUIDE));

        Undo.last(project.folder).orElseThrow().apply();

        assertThat(project.visible()).isEqualTo(before);
    }

    @Test
    void isRefusedIfTheFilesChangedSinceItWasLookedAt() throws IOException {
        Undo undo = Undo.last(project.folder).orElseThrow();
        project.file("ENVIRONMENT.md", "mine\n");
        SortedMap<String, String> now = project.visible();

        assertThatThrownBy(undo::apply).isInstanceOf(BadInput.class);
        assertThat(project.visible()).isEqualTo(now);
    }

    @Test
    void isRefusedIfTheBackupWasChanged() throws IOException {
        project.file(".specimen/backup/0001/replaced/requirements.txt", "other\n");
        SortedMap<String, String> now = project.visible();
        Undo undo = Undo.last(project.folder).orElseThrow();

        assertThatThrownBy(undo::apply).isInstanceOf(OutsideFailure.class).hasMessageContaining("requirements.txt");
        assertThat(project.visible()).isEqualTo(now);
    }

    @Test
    void thereIsNothingToUndoWhereNothingWasWritten() throws IOException {
        assertThat(Undo.last(Files.createDirectory(temporary.resolve("empty")))).isEmpty();
    }

    @Test
    void aFailureOrTheEndOfTheProcessAtAnyStepLeavesTheWrittenOrTheUndoneState() throws IOException {
        FailingDisk counting = FailingDisk.counting();
        SortedMap<String, String> after = project.visible();
        Undo.last(project.folder).orElseThrow().apply(counting);
        for (int step = 1; step <= counting.operations(); step++) {
            for (Fault fault : Fault.values()) {
                Project next = written("project-" + step + "-" + fault);
                Undo undo = Undo.last(next.folder).orElseThrow();
                FailingDisk disk = new FailingDisk(step, fault);

                assertThat(catchThrowable(() -> undo.apply(disk))).isNotNull();
                Applier.recover(next.folder);

                assertThat(next.visible()).as("step %s, %s", step, fault).isIn(before, after);
                assertThat(next.leftovers()).as("step %s, %s", step, fault).isEmpty();
            }
        }
    }
}
