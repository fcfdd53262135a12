package org.specimen.project;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Work whose parts take unequally long, on all cores: each takes the largest part that is left, so that all end at about
 * the same time.
 */
final class UnevenWork {

    private UnevenWork() {}

    /**
     * The results, in the order of the parts. Where the work fails for one part, no other is begun.
     *
     * @param size about how long a part takes, in any unit
     * @param work may be called from several threads at once
     */
    static <T, R> List<R> map(List<T> parts, ToLongFunction<T> size, Function<T, R> work) {
        List<Integer> largestFirst = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer part) -> size.applyAsLong(parts.get(part)))
                        .reversed())
                .toList();
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(parts.size());
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .forEach(core -> {
                    try {
                        for (int i = next.getAndIncrement(); i < parts.size(); i = next.getAndIncrement()) {
                            int part = largestFirst.get(i);
                            results.set(part, work.apply(parts.get(part)));
                        }
                    } finally {
                        next.set(parts.size());
                    }
                });
        return IntStream.range(0, parts.size()).mapToObj(results::get).toList();
    }
}
