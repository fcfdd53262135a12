package org.specimen.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {

    @ParameterizedTest(name = "dark: {0}")
    @ValueSource(booleans = {false, true})
    void aWindowOpensInTheColourOfItsPages(boolean dark) {
        assertThat(Theme.page(dark)).isEqualTo(new Palette(dark).named("-specimen-page"));
    }
}
