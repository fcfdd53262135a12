package org.specimen.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.ui.theme.Theme;

class LayersSideTest {

    @ParameterizedTest(name = "{0} pixels at {1} %: {2}")
    @CsvSource({
        "1280, 100, true",
        "1024, 100, false",
        "1280, 120, true",
        "1280, 150, false",
        "1600, 150, true",
        "1920, 200, true",
        "1600, 200, false"
    })
    void thePictureIsOpenWhereThereIsRoomForItAtEverySizeOfText(double width, int percent, boolean isOpen) {
        assertThat(LayersSide.isRoomIn(width, Theme.TEXT * percent / 100)).isEqualTo(isOpen);
    }
}
