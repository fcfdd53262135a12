package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSizeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "1, 1 byte",
        "999, 999 bytes",
        "1000, 1.0 kB",
        "9949, 9.9 kB",
        "9950, 10 kB",
        "999499, 999 kB",
        "999500, 1.0 MB",
        "340000000, 340 MB",
        "1234567890, 1.2 GB",
        "5000000000000000, 5000 TB"
    })
    void saysASizeInTheUnitThatSuitsIt(long bytes, String words) {
        assertThat(FileSize.words(bytes)).isEqualTo(words);
    }
}
