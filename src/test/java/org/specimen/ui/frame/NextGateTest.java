package org.specimen.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.specimen.ui.session.StepModel.PrimaryAction;

class NextGateTest {

    private static final Optional<PrimaryAction> NEXT = Optional.empty();
    private static final Optional<PrimaryAction> WRITE = Optional.of(new PrimaryAction("Write 5 files", () -> {}));

    private final NextGate gate = new NextGate();

    @Test
    void whatWritesFilesIsClosedUntilItWasSeen() {
        gate.shows(NEXT);
        assertThat(gate.takesClick(1)).isTrue();

        assertThat(gate.shows(WRITE)).isTrue();
        assertThat(gate.isOpen().get()).isFalse();
        assertThat(gate.takesClick(1)).isFalse();

        gate.seen();
        assertThat(gate.isOpen().get()).isTrue();
        assertThat(gate.takesClick(1)).isTrue();
    }

    @Test
    void theSecondPressOfADoubleClickIsNotMeantForThePageThatTheFirstLedTo() {
        gate.shows(WRITE);
        gate.seen();

        assertThat(gate.takesClick(2)).isFalse();
        assertThat(gate.takesClick(3)).isFalse();
    }

    @Test
    void filesThatAreBeingMadeAreToBeSeenOnceTheyAreThere() {
        assertThat(gate.shows(Optional.of(PrimaryAction.underWay("Making the files"))))
                .isFalse();

        assertThat(gate.shows(WRITE)).isTrue();

        assertThat(gate.takesClick(1)).isFalse();
    }

    @Test
    void sayingTheSameAgainClosesNothing() {
        gate.shows(WRITE);
        gate.seen();

        assertThat(gate.shows(WRITE)).isFalse();

        assertThat(gate.isOpen().get()).isTrue();
    }

    @Test
    void otherFilesAreToBeSeenAnew() {
        gate.shows(WRITE);
        gate.seen();

        assertThat(gate.shows(Optional.of(new PrimaryAction("Write 6 files", () -> {}))))
                .isTrue();

        assertThat(gate.isOpen().get()).isFalse();
    }

    @Test
    void leavingThePageOpensItAtOnceAndComingBackClosesItAgain() {
        gate.shows(WRITE);

        gate.shows(NEXT);
        assertThat(gate.isOpen().get()).isTrue();

        assertThat(gate.shows(WRITE)).isTrue();
        assertThat(gate.isOpen().get()).isFalse();
    }
}
