package org.specimen.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.specimen.machine.MachineFacts;

/** 100,000 sets of answers from one seed. */
class RandomAnswersTest {

    private static final int SETS = 100_000;
    private static final long SEED = 22;
    private static final List<Question> QUESTIONS = List.of(Question.values());

    private final Random random = new Random(SEED);
    private final MachineFacts machine = Facts.machine();

    @Test
    void eachGetsTheLightestStackForItsLayersAndMoreNecessitiesNeverALighterOne() {
        // Collected, since an assertion for each of them takes longer than the advice.
        List<Answers> wrong = new ArrayList<>();
        for (int set = 0; set < SETS; set++) {
            Answers answers = answers();
            Set<Layer> layers = required(answers);
            Stack stack = Stack.lightestFor(layers);
            Question question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
            Set<Layer> more = EnumSet.copyOf(layers);
            more.addAll(required(answers.with(question, value(question))));

            if (!layers.contains(Layer.PACKAGES)
                    || !layers.stream().allMatch(stack::controls)
                    || lighterOnes(stack).anyMatch(lighter -> layers.stream().allMatch(lighter::controls))
                    || stack.isHeavierThan(Stack.lightestFor(more))) {
                wrong.add(answers);
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static Stream<Stack> lighterOnes(Stack stack) {
        return Arrays.stream(Stack.values()).filter(stack::isHeavierThan);
    }

    @Test
    void theWholeAdviceIsTheSameEachTime() {
        for (int set = 0; set < SETS / 50; set++) {
            Answers answers = answers();

            Recommendation advice = Advice.on(machine, Optional.empty(), answers);

            assertThat(advice).isEqualTo(Advice.on(machine, Optional.empty(), answers));
            assertThat(advice.stack()).isEqualTo(Stack.lightestFor(required(answers)));
            assertThat(advice.layers()).hasSize(Layer.values().length);
            assertThat(advice.alternatives()).hasSize(Stack.values().length - 1);
        }
    }

    @Test
    void unknownEqualsMissing() {
        for (int set = 0; set < SETS / 50; set++) {
            Answers answers = answers();
            Map<Question, List<String>> told = new EnumMap<>(Question.class);
            for (Question question : Question.values()) {
                List<String> given = answers.to(question);
                told.put(question, given.isEmpty() ? List.of(Question.UNKNOWN) : given);
            }

            assertThat(new Answers(told)).isEqualTo(answers);
        }
    }

    private Set<Layer> required(Answers answers) {
        Situation situation = Advice.SITUATIONS.suggest(Optional.empty(), machine, answers);
        return Advice.ADVISOR.required(situation, Optional.empty());
    }

    private Answers answers() {
        Map<Question, List<String>> given = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            List<String> values = new ArrayList<>();
            int count = question.kind() == Question.Kind.ONE ? random.nextInt(2) : random.nextInt(4);
            for (int at = 0; at < count; at++) {
                values.add(value(question));
            }
            given.put(question, values);
        }
        return new Answers(given);
    }

    private String value(Question question) {
        List<String> choices = new ArrayList<>(question.choices());
        if (question == Question.PYTHON) {
            choices.add("3.11");
            choices.add("3.12.4");
        }
        return choices.get(random.nextInt(choices.size()));
    }
}
