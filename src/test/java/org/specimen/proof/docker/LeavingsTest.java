package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeavingsTest {

    private static final Leavings.Image BASE = image("base", "", true, "", List.of("debian"), 100);

    private static Leavings.Image image(
            String id, String parent, boolean hasName, String project, List<String> layers, long bytes) {
        return new Leavings.Image(
                id, parent, hasName, Optional.of(project).filter(name -> !name.isEmpty()), true, layers, bytes);
    }

    @Test
    void layersBelowAnImageWithANameStay() {
        List<Leavings.Image> all = List.of(
                BASE,
                image("label", "base", false, "maps", List.of("debian"), 100),
                image("pip", "label", false, "maps", List.of("debian", "pip"), 150),
                image("maps", "pip", true, "maps", List.of("debian", "pip", "code"), 160));

        assertThat(Leavings.among(all, Set.of())).isEqualTo(new Leavings(List.of(), 0));
    }

    @Test
    void whatAnEarlierBuildLeftGoesFromTheTopDownAndCountsOnce() {
        List<Leavings.Image> all = List.of(
                BASE,
                image("label", "base", false, "maps", List.of("debian"), 100),
                image("pip", "label", false, "maps", List.of("debian", "pip"), 150),
                image("maps", "pip", true, "maps", List.of("debian", "pip", "code"), 160),
                image("old-pip", "label", false, "maps", List.of("debian", "old-pip"), 145),
                image("old-code", "old-pip", false, "maps", List.of("debian", "old-pip", "old-code"), 155),
                image("old", "old-code", false, "maps", List.of("debian", "old-pip", "old-code"), 155));

        assertThat(Leavings.among(all, Set.of())).isEqualTo(new Leavings(List.of("old", "old-code", "old-pip"), 55));
    }

    @Test
    void whatIsNotOursStaysAndSoDoesWhatItIsBuiltOn() {
        List<Leavings.Image> all = List.of(
                BASE,
                image("foreign", "base", false, "", List.of("debian", "x"), 120),
                image("ours", "base", false, "maps", List.of("debian", "y"), 130),
                image("theirs", "ours", true, "", List.of("debian", "y", "z"), 140));

        assertThat(Leavings.among(all, Set.of()).images()).isEmpty();
    }

    @Test
    void whatABuildUnderWayMayGoOnFromStays() {
        List<Leavings.Image> all = List.of(
                image("maps", "", false, "maps", List.of("a"), 10),
                image("texts", "", false, "texts", List.of("b"), 20));

        assertThat(Leavings.among(all, Set.of("maps"))).isEqualTo(new Leavings(List.of("texts"), 20));
    }

    @Test
    void whatAPersonMadeOfOursStaysAndSoDoesWhatItIsMadeOf() {
        List<Leavings.Image> all = List.of(
                image("old", "", false, "maps", List.of("a"), 10),
                new Leavings.Image("theirs", "old", false, Optional.of("maps"), false, List.of("a", "b"), 15));

        assertThat(Leavings.among(all, Set.of()).images()).isEmpty();
    }
}
