package org.specimen.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScreenTextTest {

    @Test
    void leavesOrdinaryTextAsItIs() {
        assertThat(ScreenText.of("Größe {0}, <b>, 😀\nand a second line "))
                .isEqualTo("Größe {0}, <b>, 😀\nand a second line ");
    }

    @Test
    void letsNoNameLookOtherThanItIs() {
        assertThat(ScreenText.of("r\u202Egpj.py")).isEqualTo("r\uFFFDgpj.py");
        assertThat(ScreenText.of("\u001B[31mred\u0000")).isEqualTo("\uFFFD[31mred\uFFFD");
    }

    @Test
    void cutsALineOfTenThousandCharacters() {
        assertThat(ScreenText.of("z".repeat(10_000))).isEqualTo("z".repeat(2000) + "…");
        assertThat(ScreenText.of("z\n".repeat(10_000))).hasSizeLessThan(2002);
    }
}
