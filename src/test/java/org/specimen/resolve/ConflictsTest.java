package org.specimen.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.problem.Conflict;
import org.specimen.problem.Conflict.Change;
import org.specimen.problem.Conflict.Remedy;
import org.specimen.problem.ExitStatus;
import org.specimen.problem.NoSolution;
import org.specimen.python.Requirement;
import org.specimen.python.Version;
import org.specimen.task.Progress;

class ConflictsTest {

    private final FakeIndex index = new FakeIndex();

    @Test
    void saysWhoseNeedIsInTheWayAndWhatWouldSettleIt() {
        index.release("pandas", "2.2.2", ">=3.9", "numpy>=1.26")
                .release("pandas", "1.5.3", ">=3.8", "numpy>=1.20")
                .release("numpy", "2.4.6", ">=3.11")
                .release("numpy", "1.20.0", ">=3.7")
                .release("requests", "2.32.0", ">=3.8");

        Conflict conflict = conflict("pandas==2.2.2", "numpy==1.20.0", "requests");

        assertThat(conflict.what())
                .isEqualTo("These do not go together with Python 3.12.1: pandas==2.2.2, numpy==1.20.0.");
        assertThat(conflict.because())
                .containsExactlyInAnyOrder(
                        "pandas 2.2.2 needs numpy>=1.26.",
                        "The project needs pandas==2.2.2.",
                        "The project needs numpy==1.20.0.");
        assertThat(conflict.remedies())
                .extracting(Remedy::what)
                .containsExactly(
                        "Use pandas 1.5.3 instead of 2.2.2.",
                        "Use numpy 2.4.6 instead of 1.20.0.",
                        "Leave pandas out.",
                        "Leave numpy out.");
        assertThat(conflict.remedies().get(0).changes())
                .containsExactly(new Change(Change.Kind.USE_VERSION, "pandas", "1.5.3"));
        assertThat(conflict.subjects()).containsExactly("pandas", "numpy");
    }

    @Test
    void theMessageHasAllOfItForACommandLine() {
        index.release("app", "1.0", ">=3.8", "lib<2")
                .release("lib", "2.0", ">=3.8")
                .release("lib", "1.0", ">=3.8");

        NoSolution none = none("3.12.1", "app==1.0", "lib==2.0");

        assertThat(none.status()).isEqualTo(ExitStatus.NO);
        assertThat(none.explanation())
                .contains("app 1.0 needs lib<2.")
                .contains("Any of these would settle it:")
                .contains("Use lib 1.0 instead of 2.0.");
    }

    @Test
    void findsAConflictSeveralNeedsAway() {
        index.release("plot", "3.0", ">=3.8", "draw>=2")
                .release("draw", "2.0", ">=3.8", "paint==2.0")
                .release("paint", "2.0", ">=3.8", "numpy<2")
                .release("numpy", "2.0", ">=3.8")
                .release("numpy", "1.26", ">=3.8");
        index.whole("plot", "draw", "paint", "numpy");

        Conflict conflict = conflict("plot", "numpy>=2");

        assertThat(conflict.because()).contains("paint in every version needs numpy<2.");
        assertThat(conflict.remedies().get(0).what()).isEqualTo("Use numpy 1.26 instead of >=2.");
    }

    @Test
    void anotherPythonMayBeTheRemedy() {
        index.release("old", "1.0", ">=3.6,<3.10").release("tool", "1.0", ">=3.8", "old");
        index.whole("old", "tool");

        Conflict conflict = conflict("tool");

        assertThat(conflict.what()).isEqualTo("tool cannot be had with Python 3.12.1.");
        assertThat(conflict.because()).contains("old in every version needs Python<3.10,>=3.6.");
        assertThat(conflict.remedies().stream().flatMap(remedy -> remedy.changes().stream()))
                .filteredOn(change -> change.kind() == Change.Kind.USE_PYTHON)
                .extracting(Change::value)
                .contains("3.9");
    }

    @Test
    void tellsTwoConflictsApart() {
        index.release("a", "1.0", ">=3.8", "x<2")
                .release("b", "1.0", ">=3.8", "y<2")
                .release("x", "2.0", ">=3.8")
                .release("x", "1.0", ">=3.8")
                .release("y", "2.0", ">=3.8")
                .release("y", "1.0", ">=3.8");

        NoSolution none = none("3.12.1", "a==1.0", "x==2.0", "b==1.0", "y==2.0");

        assertThat(none.conflicts()).hasSize(2);
        assertThat(none.conflicts().get(0).subjects()).containsExactlyInAnyOrder("a", "x");
        assertThat(none.conflicts().get(1).subjects()).containsExactlyInAnyOrder("b", "y");
        assertThat(none.conflicts().get(1).remedies()).isNotEmpty();
    }

    @Test
    void changesTwoVersionsWhereOneIsNotEnough() {
        index.release("left", "2.0", ">=3.8", "core==2.0")
                .release("left", "1.0", ">=3.8", "core==1.0")
                .release("right", "2.0", ">=3.8", "core==2.0")
                .release("right", "1.0", ">=3.8", "core==1.5")
                .release("core", "2.0", ">=3.8")
                .release("core", "1.5", ">=3.8")
                .release("core", "1.0", ">=3.8");

        Conflict conflict = conflict("left==1.0", "right==1.0");

        assertThat(conflict.remedies().get(0).changes())
                .extracting(change -> change.subject() + " " + change.value())
                .containsExactly("left 2.0", "right 2.0");
    }

    private Conflict conflict(String... requirements) {
        List<Conflict> conflicts = none("3.12.1", requirements).conflicts();
        assertThat(conflicts).hasSize(1);
        return conflicts.get(0);
    }

    private NoSolution none(String python, String... requirements) {
        return catchThrowableOfType(
                NoSolution.class,
                () -> new PipPinner(index, Catalogue.open())
                        .pin(
                                new PipRequest(
                                        Version.parse(python),
                                        EnumSet.of(TargetPlatform.LINUX_X86_64),
                                        Stream.of(requirements)
                                                .map(Requirement::parse)
                                                .toList(),
                                        Map.of()),
                                Progress.NONE));
    }
}
