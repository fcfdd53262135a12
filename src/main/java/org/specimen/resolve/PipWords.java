package org.specimen.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.specimen.python.PackageName;
import org.specimen.resolve.Node.Distribution;
import org.specimen.resolve.Node.Impossible;
import org.specimen.resolve.Node.Interpreter;
import org.specimen.resolve.Node.Wanted;
import org.specimen.resolve.Node.WithExtra;
import org.specimen.solve.CandidateSet;
import org.specimen.solve.Need;
import org.specimen.solve.Vocabulary;

/** The words for what pip could install. */
final class PipWords implements Vocabulary<Node, Wanted> {

    /** More versions than these are told as from the lowest to the highest. */
    private static final int MOST_NAMED = 3;

    private final PlatformUniverse universe;

    PipWords(PlatformUniverse universe) {
        this.universe = universe;
    }

    @Override
    public String candidates(Node node, CandidateSet set) {
        if (node instanceof Distribution distribution) {
            return distribution.name() + versions(distribution.name(), set);
        }
        if (node instanceof WithExtra extra) {
            return named(extra) + versions(extra.name(), set);
        }
        return node instanceof Impossible impossible ? impossible.why() : "this Python";
    }

    private static String named(WithExtra extra) {
        return extra.name() + "[" + extra.extra() + "]";
    }

    private String versions(PackageName name, CandidateSet set) {
        if (universe.isReference(name)) {
            return "";
        }
        if (set.hasEveryCandidate()) {
            return " in every version";
        }
        Shelf shelf = universe.shelf(name);
        List<Integer> numbers = new ArrayList<>(
                set.stream().filter(number -> !shelf.isUnknown(number)).boxed().toList());
        if (numbers.isEmpty()) {
            return " in a version that is not known";
        }
        numbers.sort(Comparator.comparing(number -> shelf.get(number).version()));
        return " " + runs(shelf, numbers);
    }

    /** Versions that follow each other as one run, as in {@code 1.0 to 1.4 or 2.1}. */
    private static String runs(Shelf shelf, List<Integer> numbers) {
        List<Candidate> inOrder = shelf.candidates().stream()
                .sorted(Comparator.comparing(Candidate::version))
                .toList();
        List<String> runs = new ArrayList<>();
        int index = 0;
        while (index < numbers.size()) {
            int end = index;
            int place = inOrder.indexOf(shelf.get(numbers.get(index)));
            while (end + 1 < numbers.size()
                    && inOrder.get(place + end + 1 - index).equals(shelf.get(numbers.get(end + 1)))) {
                end++;
            }
            String first = shelf.get(numbers.get(index)).version().toString();
            String last = shelf.get(numbers.get(end)).version().toString();
            runs.add(index == end ? first : end == index + 1 ? first + " or " + last : first + " to " + last);
            index = end + 1;
        }
        return runs.size() <= MOST_NAMED
                ? String.join(" or ", runs)
                : "from " + shelf.get(numbers.get(0)).version() + " to "
                        + shelf.get(numbers.get(numbers.size() - 1)).version() + " where it was tried";
    }

    @Override
    public String wanted(Need<Node, Wanted> need) {
        String versions = need.wanted() instanceof Wanted.Versions wanted
                ? wanted.specifiers().toString()
                : "";
        if (need.name() instanceof Interpreter) {
            return "Python" + versions;
        }
        if (need.name() instanceof WithExtra extra) {
            return named(extra) + versions;
        }
        return need.name() instanceof Distribution distribution ? distribution.name() + versions : "";
    }

    @Override
    public String needing(Need<Node, Wanted> need, boolean isThere) {
        if (need.name() instanceof Impossible impossible) {
            return impossible.why();
        }
        return Vocabulary.super.needing(need, isThere || need.name() instanceof Interpreter);
    }

    @Override
    public String asker() {
        return "the project";
    }
}
