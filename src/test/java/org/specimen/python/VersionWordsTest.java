package org.specimen.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "==3.11.*    | 3.11",
                "==3.11.2    | 3.11.2",
                ">=3.9       | 3.9 or newer",
                "<3.12,>=3.9 | 3.9 or newer, older than 3.12",
                "!=3.10.*    | not 3.10.*",
                "~=3.10      | ~=3.10",
            })
    void saysVersionsAsAPersonDoes(String asked, String words) {
        assertThat(VersionWords.of(SpecifierSet.parse(asked))).isEqualTo(words);
    }
}
