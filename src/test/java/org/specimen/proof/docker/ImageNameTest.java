package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageNameTest {

    private static final ImageName MAPS = new ImageName("maps");

    @Test
    void theLabelOfTheProjectWhoseImageIsCalledSoIsSpecimens() {
        assertThat(MAPS.isOfSpecimen(Map.of("org.specimen.project", "Maps"))).isTrue();
        assertThat(MAPS.isOfSpecimen(Map.of("org.opencontainers.image.title", "maps")))
                .isTrue();
        assertThat(MAPS.isOfSpecimen(Map.of("org.specimen.project", "texts"))).isFalse();
        assertThat(MAPS.isOfSpecimen(Map.of("maintainer", "maps"))).isFalse();
        assertThat(MAPS.isOfSpecimen(null)).isFalse();
    }

    @Test
    void whatAPersonMakesOfAnImageOfSpecimensIsTheirsUnderAnyOtherName() {
        Map<String, String> inherited = Map.of("org.specimen.project", "maps");

        assertThat(ImageName.parse("docker.io/library/maps")).contains(MAPS);
        assertThat(ImageName.parse("maps-with-my-tools:latest")).get().matches(name -> !name.isOfSpecimen(inherited));
        assertThat(ImageName.parse("maps:before-the-change")).isEmpty();
        assertThat(ImageName.parse("../maps")).isEmpty();
    }
}
