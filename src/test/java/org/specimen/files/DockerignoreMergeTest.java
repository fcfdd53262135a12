package org.specimen.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerignoreMergeTest {

    private static final String OURS = DockerignoreMerge.alone("# Data\ndata\n.git\n.specimen\n");

    private static String merge(String theirs, String block) {
        return DockerignoreMerge.merge(theirs, block).text();
    }

    @Test
    void aFileThatLeavesOutEverythingIsToldAbout() {
        assertThat(DockerignoreMerge.merge("*\n!src\n", OURS).notes()).hasSize(1);
        assertThat(DockerignoreMerge.merge("*.log\n", OURS).notes()).isEmpty();
    }

    @Test
    void oursStandsAboveTheirsSoThatTheirNegationsWin() {
        assertThat(merge("*.log\n!data/small.csv", OURS)).isEqualTo(OURS + "*.log\n!data/small.csv\n");
    }

    @Test
    void ourBlockIsBroughtUpToDateInPlaceAndNeverStandsThereTwice() {
        String old = merge("!data/small.csv\n", DockerignoreMerge.alone("old\n"));

        assertThat(merge(old, OURS)).isEqualTo(OURS + "!data/small.csv\n");
    }

    @Test
    void aBlockThatWasMovedDownComesBackToTheTop() {
        assertThat(merge("# mine\n" + OURS + "last\n", OURS)).isEqualTo(OURS + "# mine\nlast\n");
    }

    @Test
    void aBlockWithoutItsEndTakesNoLineOfTheirsAlong() {
        String broken = OURS.substring(0, OURS.indexOf('\n') + 1) + "mine\n";

        assertThat(merge(broken, OURS)).isEqualTo(OURS + "mine\n");
    }

    @Test
    void aByteOrderMarkDoesNotEndUpInTheMiddle() {
        assertThat(merge("\uFEFFmine\n", OURS)).isEqualTo(OURS + "mine\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a\n\n# b\n", "# >>> Specimen >>>\n# >>> Specimen >>>\nx", "# <<< Specimen <<<\ny"})
    void mergingAgainChangesNothing(String theirs) {
        String once = merge(theirs, OURS);

        assertThat(merge(once, OURS)).isEqualTo(once);
    }
}
