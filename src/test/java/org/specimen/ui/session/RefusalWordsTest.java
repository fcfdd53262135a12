package org.specimen.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Refusal;
import org.specimen.problem.Refusal.Kind;
import org.specimen.ui.task.Failure;

class RefusalWordsTest {

    private static final Refusal NUMPY =
            new Refusal("numpy", Kind.NO_SUCH_VERSION, "numpy==99.0: write a version that exists", List.of("2.5.5"));

    @Test
    void namesTheVersionThatIsAskedForWhereItIsKnown() {
        assertThat(RefusalWords.of(NUMPY, name -> Optional.of("99.0")))
                .isEqualTo("No version of numpy is known that is 99.0; 2.5.5 would do.");
    }

    @Test
    void doesWithoutTheVersionThatIsAskedFor() {
        assertThat(RefusalWords.of(NUMPY, name -> Optional.empty()))
                .isEqualTo("No version of numpy is known that is as you ask for it; 2.5.5 would do.");
    }

    @Test
    void givesEachRefusalALineAndKeepsTheDetails() {
        Refusal pandsa = new Refusal("pandsa", Kind.UNKNOWN_NAME, "pandsa: write its version", List.of("pandas"));
        Failure failure = Failure.of(new NoSolution(List.of(NUMPY, pandsa)));

        Failure plain = RefusalWords.plain(failure);

        assertThat(plain.message().lines())
                .containsExactly(
                        "No version of numpy is known that is as you ask for it; 2.5.5 would do.",
                        "No package called pandsa is known. Did you mean pandas?");
        assertThat(plain.details()).isEqualTo(failure.details());
        assertThat(plain.problem()).isEqualTo(failure.problem());
    }

    @Test
    void leavesOtherFailuresAsTheyAre() {
        Failure failure = Failure.of(new NoSolution("The image could not be built."));

        assertThat(RefusalWords.plain(failure)).isEqualTo(failure);
    }
}
