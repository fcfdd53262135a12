package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.specimen.task.Cancelled;

class UnevenWorkTest {

    @Test
    void resultsHaveTheOrderOfTheParts() {
        List<String> parts = List.of("ccc", "a", "dddd", "", "bb");

        assertThat(UnevenWork.map(parts, String::length, String::length)).containsExactly(3, 1, 4, 0, 2);
        assertThat(UnevenWork.map(List.<String>of(), String::length, String::length))
                .isEmpty();
    }

    @Test
    void theLargestPartsAreBegunFirst() {
        Queue<Integer> begun = new ConcurrentLinkedQueue<>();
        List<Integer> parts = IntStream.range(0, 1000).boxed().toList();

        UnevenWork.map(parts, Integer::longValue, part -> begun.add(part));

        // each core may be late to say what it took
        int cores = Runtime.getRuntime().availableProcessors();
        assertThat(begun).hasSize(1000).doesNotHaveDuplicates();
        assertThat(begun.stream().limit(1)).allMatch(part -> part >= 1000 - cores);
    }

    @Test
    void aPartThatFailsIsTold() {
        assertThatThrownBy(() -> UnevenWork.map(List.of(1, 2, 3), Integer::longValue, part -> {
                    if (part == 2) {
                        throw new Cancelled();
                    }
                    return part;
                }))
                .isInstanceOf(Cancelled.class);
    }
}
