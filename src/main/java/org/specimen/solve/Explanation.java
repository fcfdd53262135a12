package org.specimen.solve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.specimen.solve.Incompatibility.Cause;
import org.specimen.solve.Incompatibility.Cause.Derived;

/**
 * A proof in words, one conclusion a line, each from what stands above it or from what packages need. A line that is used
 * further down has a number ("PubGrub", section "Error Reporting").
 */
public final class Explanation<P, S> {

    private final Sentences<P, S> sentences;
    private final List<String> lines = new ArrayList<>();
    private final Map<Incompatibility<P, S>, Integer> numbers = new HashMap<>();
    private final Map<Incompatibility<P, S>, Integer> uses = new HashMap<>();

    /** What is left to do, the next first: proofs are deeper than a stack of calls. */
    private final Deque<Runnable> open = new ArrayDeque<>();

    private Explanation(Vocabulary<P, S> vocabulary) {
        this.sentences = new Sentences<>(vocabulary);
    }

    /** The proof line by line. */
    public static <P, S> List<String> lines(Incompatibility<P, S> proof, Vocabulary<P, S> vocabulary) {
        return new Explanation<>(vocabulary).explain(proof);
    }

    /** The needs that the proof rests on, in the order in which it uses them. */
    public static <P, S> List<Cause<P, S>> grounds(Incompatibility<P, S> proof) {
        return restsOn(proof).stream().map(Incompatibility::cause).distinct().toList();
    }

    /**
     * The needs that the proof rests on, a sentence each; a name at the beginning stays as it is.
     *
     * @param isWorthTelling leaves out what every person knows
     */
    public static <P, S> List<String> facts(
            Incompatibility<P, S> proof, Vocabulary<P, S> vocabulary, Predicate<Cause<P, S>> isWorthTelling) {
        Sentences<P, S> sentences = new Sentences<>(vocabulary);
        return restsOn(proof).stream()
                .filter(ground -> isWorthTelling.test(ground.cause()))
                .map(ground -> sentences.alone(ground) + ".")
                .distinct()
                .toList();
    }

    private static <P, S> List<Incompatibility<P, S>> restsOn(Incompatibility<P, S> proof) {
        List<Incompatibility<P, S>> grounds = new ArrayList<>();
        Set<Incompatibility<P, S>> seen = new LinkedHashSet<>();
        Deque<Incompatibility<P, S>> todo = new ArrayDeque<>(List.of(proof));
        while (!todo.isEmpty()) {
            Incompatibility<P, S> next = todo.pop();
            if (seen.add(next)) {
                if (next.cause() instanceof Derived<P, S> derived) {
                    todo.push(derived.reason());
                    todo.push(derived.conflict());
                } else {
                    grounds.add(next);
                }
            }
        }
        return grounds;
    }

    private List<String> explain(Incompatibility<P, S> proof) {
        if (!(proof.cause() instanceof Derived<P, S>)) {
            return List.of(Sentences.capitalized(sentences.of(proof)) + ".");
        }
        countUses(proof);
        visit(proof);
        while (!open.isEmpty()) {
            open.pop().run();
        }
        return lines;
    }

    private void countUses(Incompatibility<P, S> proof) {
        Deque<Incompatibility<P, S>> todo = new ArrayDeque<>(List.of(proof));
        while (!todo.isEmpty()) {
            if (todo.pop().cause() instanceof Derived<P, S> derived) {
                for (Incompatibility<P, S> part : List.of(derived.conflict(), derived.reason())) {
                    if (uses.merge(part, 1, Integer::sum) == 1) {
                        todo.push(part);
                    }
                }
            }
        }
    }

    private void visit(Incompatibility<P, S> conclusion) {
        if (numbers.containsKey(conclusion) || !(conclusion.cause() instanceof Derived<P, S> derived)) {
            return;
        }
        Incompatibility<P, S> conflict = derived.conflict();
        Incompatibility<P, S> reason = derived.reason();
        if (isDerived(conflict) && isDerived(reason)) {
            ofTwoDerived(conclusion, conflict, reason);
        } else if (isDerived(conflict)) {
            ofDerivedAndNeed(conclusion, conflict, reason);
        } else if (isDerived(reason)) {
            ofDerivedAndNeed(conclusion, reason, conflict);
        } else {
            write(conclusion, "because " + known(conflict) + " and " + known(reason) + ", ");
        }
    }

    private void ofTwoDerived(
            Incompatibility<P, S> conclusion, Incompatibility<P, S> one, Incompatibility<P, S> other) {
        if (isNumbered(one) && isNumbered(other)) {
            write(conclusion, "because " + known(one) + " and " + known(other) + ", ");
        } else if (isNumbered(one) || isNumbered(other)) {
            Incompatibility<P, S> numbered = isNumbered(one) ? one : other;
            then(numbered == one ? other : one, () -> write(conclusion, "and because " + known(numbered) + ", "));
        } else if (isFromNeedsAlone(one) || isFromNeedsAlone(other)) {
            Incompatibility<P, S> last = isFromNeedsAlone(other) ? other : one;
            Incompatibility<P, S> first = last == other ? one : other;
            number(first, last);
            open.push(() -> then(last, () -> write(conclusion, "and because " + known(first) + ", ")));
            open.push(() -> visit(first));
        } else {
            number(one, other);
            open.push(() -> then(other, () -> write(conclusion, "and because " + known(one) + ", ")));
            open.push(() -> visit(one));
        }
    }

    /** The first of two is named again after the second, so that it needs a number. */
    private void number(Incompatibility<P, S> first, Incompatibility<P, S> second) {
        uses.merge(first, 1, Integer::sum);
        uses.putIfAbsent(second, 1);
    }

    private void ofDerivedAndNeed(
            Incompatibility<P, S> conclusion, Incompatibility<P, S> derived, Incompatibility<P, S> need) {
        if (isNumbered(derived)) {
            write(conclusion, "because " + known(need) + " and " + known(derived) + ", ");
            return;
        }
        if (uses.getOrDefault(derived, 0) <= 1 && derived.cause() instanceof Derived<P, S> before) {
            Incompatibility<P, S> earlier = isDerived(before.conflict()) ? before.conflict() : before.reason();
            Incompatibility<P, S> other = earlier == before.conflict() ? before.reason() : before.conflict();
            if (isDerived(earlier) && !isDerived(other) && !isNumbered(earlier)) {
                then(earlier, () -> write(conclusion, "and because " + known(other) + " and " + known(need) + ", "));
                return;
            }
        }
        then(derived, () -> write(conclusion, "and because " + known(need) + ", "));
    }

    private void then(Incompatibility<P, S> first, Runnable next) {
        open.push(next);
        open.push(() -> visit(first));
    }

    private void write(Incompatibility<P, S> conclusion, String because) {
        String number = "";
        if (uses.getOrDefault(conclusion, 0) > 1) {
            numbers.put(conclusion, numbers.size() + 1);
            number = " (" + numbers.size() + ")";
        }
        lines.add(Sentences.capitalized(because) + sentences.of(conclusion) + number + ".");
    }

    private String known(Incompatibility<P, S> incompatibility) {
        Integer number = numbers.get(incompatibility);
        return sentences.of(incompatibility) + (number == null ? "" : " (" + number + ")");
    }

    private boolean isNumbered(Incompatibility<P, S> incompatibility) {
        return numbers.containsKey(incompatibility);
    }

    private static boolean isDerived(Incompatibility<?, ?> incompatibility) {
        return incompatibility.cause() instanceof Derived;
    }

    private static <P, S> boolean isFromNeedsAlone(Incompatibility<P, S> incompatibility) {
        return incompatibility.cause() instanceof Derived<P, S> derived
                && !isDerived(derived.conflict())
                && !isDerived(derived.reason());
    }
}
