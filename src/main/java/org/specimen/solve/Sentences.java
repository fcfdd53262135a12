package org.specimen.solve;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.specimen.solve.Incompatibility.Cause;

/** What an incompatibility says, in one sentence. */
final class Sentences<P, S> {

    private final Vocabulary<P, S> vocabulary;

    Sentences(Vocabulary<P, S> vocabulary) {
        this.vocabulary = vocabulary;
    }

    String of(Incompatibility<P, S> incompatibility) {
        Cause<P, S> cause = incompatibility.cause();
        if (cause instanceof Cause.Wanted<P, S> wanted) {
            return vocabulary.asker() + " "
                    + vocabulary.needing(wanted.need(), !incompatibility.terms().isEmpty());
        }
        if (cause instanceof Cause.Needed<P, S> needed) {
            return vocabulary.candidates(needed.name(), needed.candidates()) + " "
                    + vocabulary.needing(needed.need(), incompatibility.terms().size() > 1);
        }
        return conclusion(incompatibility.terms());
    }

    /** The same as a sentence by itself. */
    String alone(Incompatibility<P, S> incompatibility) {
        String sentence = of(incompatibility);
        return incompatibility.cause() instanceof Cause.Wanted ? capitalized(sentence) : sentence;
    }

    private String conclusion(List<Term<P>> terms) {
        List<String> chosen = terms.stream()
                .filter(term -> !term.set().allowsAbsence())
                .map(term -> vocabulary.candidates(term.name(), term.set()))
                .toList();
        String needed = terms.stream()
                .filter(term -> term.set().allowsAbsence())
                .map(term -> vocabulary.candidates(term.name(), term.set().complement()))
                .collect(Collectors.joining(" or "));
        if (terms.isEmpty()) {
            return "what " + vocabulary.asker() + " needs cannot be had together";
        }
        if (chosen.isEmpty()) {
            return vocabulary.asker() + " needs " + needed;
        }
        if (!needed.isEmpty()) {
            return listed(chosen) + (chosen.size() == 1 ? " needs " : " together need ") + needed;
        }
        return switch (chosen.size()) {
            case 1 -> chosen.get(0) + " is ruled out";
            case 2 -> chosen.get(0) + " conflicts with " + chosen.get(1);
            default -> listed(chosen) + " conflict with each other";
        };
    }

    private static String listed(List<String> things) {
        int last = things.size() - 1;
        return last == 0 ? things.get(0) : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
    }

    static String capitalized(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
