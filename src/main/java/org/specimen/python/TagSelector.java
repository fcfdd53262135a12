package org.specimen.python;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Chooses between wheels by their tags (PEP 425, "Use"): the one with the best tag that the interpreter accepts.
 */
public final class TagSelector {

    private final Map<Tag, Integer> ranks = new HashMap<>();

    /**
     * @param supported the tags that the interpreter accepts, best first, such as {@link Tags#compatible} gives
     */
    public TagSelector(List<Tag> supported) {
        for (Tag tag : supported) {
            ranks.putIfAbsent(tag, ranks.size());
        }
    }

    /** The place of the best of these tags among those supported, zero for the best; empty if none is supported. */
    public OptionalInt rank(Set<Tag> tags) {
        return tags.stream()
                .filter(ranks::containsKey)
                .mapToInt(tag -> ranks.getOrDefault(tag, Integer.MAX_VALUE))
                .min();
    }

    /** The things that can be used, best first; those of the same rank keep their order. */
    public <T> List<T> select(Collection<T> things, Function<? super T, Set<Tag>> tagsOf) {
        record Ranked<T>(T thing, int rank) {}
        List<Ranked<T>> usable = new ArrayList<>();
        for (T thing : things) {
            rank(tagsOf.apply(thing)).ifPresent(rank -> usable.add(new Ranked<>(thing, rank)));
        }
        return usable.stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .map(Ranked::thing)
                .toList();
    }
}
