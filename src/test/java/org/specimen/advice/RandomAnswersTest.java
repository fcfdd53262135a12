package org.specimen.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.specimen.machine.MachineFacts;

/** Many sets of answers from one seed. */
class RandomAnswersTest {

    private static final int SETS = 100_000;
    private static final int PAIRS = 20_000;
    private static final long SEED = 22;

    /**
     * One answer that makes more necessary than another.
     *
     * @param layer what must be controlled with the stronger one, by the chapter
     */
    private record Step(Question question, String weak, String strong, Layer layer) {}

    private static final List<Step> STEPS = List.of(
            new Step(Question.PEOPLE, "me", "same-os-team", Layer.INTERPRETER),
            new Step(Question.PEOPLE, "me", "mixed-os-team", Layer.INTERPRETER),
            new Step(Question.PEOPLE, "me", "public", Layer.INTERPRETER),
            new Step(Question.OS_TROUBLE, "no", "yes", Layer.OPERATING_SYSTEM),
            new Step(Question.MACHINES, "one", "several", Layer.INTERPRETER),
            new Step(Question.HORIZON, "weeks", "years", Layer.OPERATING_SYSTEM),
            new Step(Question.HORIZON, "months", "years", Layer.OPERATING_SYSTEM),
            new Step(Question.PURPOSE, "exploration", "pipeline", Layer.OPERATING_SYSTEM),
            new Step(Question.PURPOSE, "exploration", "teaching", Layer.OPERATING_SYSTEM),
            new Step(Question.PURPOSE, "paper", "application", Layer.OPERATING_SYSTEM),
            new Step(Question.RUNS_ON, "laptop", "ci", Layer.OPERATING_SYSTEM),
            new Step(Question.RUNS_ON, "laptop", "cluster", Layer.OPERATING_SYSTEM),
            new Step(Question.RUNS_ON, "laptop", "cloud-vm", Layer.INTERPRETER),
            new Step(Question.COMPILED, "no", "yes", Layer.COMPILED_LIBRARIES),
            new Step(Question.PYTHON, "any", "3.11", Layer.INTERPRETER),
            new Step(Question.GPU, "none", "wheels", Layer.INTERPRETER),
            new Step(Question.GPU, "none", "mps", Layer.INTERPRETER),
            new Step(Question.GPU, "none", "cuda", Layer.GPU_RUNTIME));

    private final Random random = new Random(SEED);
    private final MachineFacts machine = Facts.machine();

    @Test
    void eachGetsExactlyOneStackAndNoneLighterWouldDo() {
        // Collected, since an assertion for each of them takes longer than the advice.
        List<Answers> wrong = new ArrayList<>();
        Set<Stack> seen = EnumSet.noneOf(Stack.class);
        for (int set = 0; set < SETS; set++) {
            Answers answers = answers();
            Set<Layer> layers = required(answers);
            Stack stack = Stack.lightestFor(layers);
            seen.add(stack);

            boolean suffices = layers.stream().allMatch(stack::controls);
            boolean lighterDoes =
                    lighterOnes(stack).anyMatch(lighter -> layers.stream().allMatch(lighter::controls));
            if (!layers.contains(Layer.PACKAGES) || !suffices || lighterDoes) {
                wrong.add(answers);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(seen).containsExactly(Stack.values());
    }

    @Test
    void anAnswerThatMakesMoreNecessaryNeverGivesALighterStack() {
        List<String> wrong = new ArrayList<>();
        Set<Step> heavier = new HashSet<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            Step step = STEPS.get(random.nextInt(STEPS.size()));
            Answers answers = answers().with(step.question(), step.weak());

            Recommendation before = advise(answers);
            Recommendation after = advise(answers.with(step.question(), step.strong()));

            List<Layer> layers = Advice.required(after);
            boolean all = layers.contains(step.layer()) && layers.containsAll(Advice.required(before));
            if (!all
                    || before.stack().isHeavierThan(after.stack())
                    || !after.stack().controls(step.layer())) {
                wrong.add(step + " in " + answers);
            }
            if (after.stack().isHeavierThan(before.stack())) {
                heavier.add(step);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(heavier).containsExactlyInAnyOrderElementsOf(STEPS);
    }

    private Recommendation advise(Answers answers) {
        return Advice.on(machine, Optional.empty(), answers);
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
