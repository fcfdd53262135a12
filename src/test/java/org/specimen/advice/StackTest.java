package org.specimen.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackTest {

    @ParameterizedTest
    @CsvSource({
        "project, false, false, false, false",
        "packages, true, true, true, true",
        "compiled-libraries, false, true, false, true",
        "interpreter, false, true, true, true",
        "gpu-runtime, false, false, false, true",
        "operating-system, false, false, true, true",
        "hardware, false, false, false, false"
    })
    void eachControlsWhatTheTableOfLayersSays(
            String key, boolean venv, boolean conda, boolean docker, boolean dockerConda) {
        Layer layer = Layer.ofKey(key).orElseThrow();

        assertThat(Arrays.stream(Stack.values()).map(stack -> stack.controls(layer)))
                .containsExactly(venv, conda, docker, dockerConda);
    }

    @Test
    void everySubsetOfLayersGetsExactlyTheLightestThatControlsIt() {
        for (Set<Layer> layers : subsets()) {
            Stack stack = Stack.lightestFor(layers);

            assertThat(controlsAll(stack, layers))
                    .as("%s for %s", stack, layers)
                    .isTrue();
            Arrays.stream(Stack.values())
                    .filter(stack::isHeavierThan)
                    .forEach(lighter -> assertThat(controlsAll(lighter, layers))
                            .as("%s is lighter than %s for %s", lighter, stack, layers)
                            .isFalse());
        }
    }

    @Test
    void anotherNecessityNeverGivesALighterOne() {
        for (Set<Layer> layers : subsets()) {
            for (Layer more : Layer.values()) {
                Set<Layer> larger = EnumSet.of(more);
                larger.addAll(layers);

                assertThat(Stack.lightestFor(layers).isHeavierThan(Stack.lightestFor(larger)))
                        .isFalse();
            }
        }
    }

    private static List<Set<Layer>> subsets() {
        List<Set<Layer>> subsets = new ArrayList<>();
        Layer[] all = Layer.values();
        for (int bits = 0; bits < 1 << all.length; bits++) {
            Set<Layer> subset = EnumSet.noneOf(Layer.class);
            for (int at = 0; at < all.length; at++) {
                if ((bits >> at & 1) == 1) {
                    subset.add(all[at]);
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }

    private static boolean controlsAll(Stack stack, Set<Layer> layers) {
        return layers.stream()
                .filter(layer -> layer != Layer.PROJECT && layer != Layer.HARDWARE)
                .allMatch(stack::controls);
    }
}
