package org.specimen.ui.advice;

import static org.specimen.ui.advice.AdviceWords.TEXTS;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.specimen.advice.Question;
import org.specimen.advice.Question.Kind;
import org.specimen.advice.Situation;
import org.specimen.catalogue.PythonRelease;
import org.specimen.catalogue.PythonReleases;
import org.specimen.ui.advice.Trial.Choice;

/** The answers that may be tried: all but those that hold already. */
record Tryable(Situation situation, PythonReleases pythons) {

    private static final int CHIPS = 4;

    private record Telling(Question question, String value) {}

    /** What changes most minds, most telling first. */
    private static final List<Telling> TELLING = List.of(
            new Telling(Question.HORIZON, "years"),
            new Telling(Question.PEOPLE, "mixed-os-team"),
            new Telling(Question.RUNS_ON, "cluster"),
            new Telling(Question.GPU, "cuda"),
            new Telling(Question.COMPILED, "yes"),
            new Telling(Question.OS_TROUBLE, "yes"),
            new Telling(Question.PEOPLE, "me"),
            new Telling(Question.HORIZON, "weeks"));

    List<Choice> telling() {
        return TELLING.stream()
                .filter(each -> !situation.values(each.question()).contains(each.value()))
                .limit(CHIPS)
                .map(each -> added(each.question(), each.value()))
                .toList();
    }

    List<Question> questions() {
        return Stream.of(Question.values())
                .filter(question -> !of(question).isEmpty())
                .toList();
    }

    List<Choice> of(Question question) {
        List<String> held = situation.values(question);
        List<Choice> choices = new ArrayList<>();
        Stream.concat(question.choices().stream(), versions(question))
                .filter(value -> !held.contains(value))
                .forEach(value -> choices.add(added(question, value)));
        if (held.size() > 1) {
            held.forEach(value -> choices.add(new Choice(
                    question, List.of(value), TEXTS.get("whatif.only", AdviceWords.answer(question, List.of(value))))));
        }
        return choices;
    }

    private Stream<String> versions(Question question) {
        return question == Question.PYTHON ? pythons.preferred().stream().map(PythonRelease::minor) : Stream.empty();
    }

    /** Where several answers may hold at once, one more; else this one in place of the other. */
    private Choice added(Question question, String value) {
        List<String> values = new ArrayList<>();
        if (question.kind() == Kind.SEVERAL) {
            values.addAll(situation.values(question));
        }
        values.add(value);
        return new Choice(question, question.check(values), AdviceWords.answer(question, List.of(value)));
    }
}
