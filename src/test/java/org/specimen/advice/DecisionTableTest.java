package org.specimen.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every cell of the design's table of questions. */
class DecisionTableTest {

    record Row(String question, String value, Set<Layer> layers, Stack stack) {

        String[] answers() {
            String answer = question + ": " + value;
            return question.equals("compiled") ? new String[] {answer} : new String[] {"compiled: no", answer};
        }
    }

    static Stream<Row> rows() throws IOException {
        try (InputStream stream = DecisionTableTest.class.getResourceAsStream("decision-table.tsv")) {
            String text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(line -> !line.startsWith("#")).map(DecisionTableTest::row);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split("\t", -1);
        Set<Layer> layers = EnumSet.of(Layer.PACKAGES);
        if (!cells[2].equals("-")) {
            Arrays.stream(cells[2].split(",", -1))
                    .forEach(key -> layers.add(Layer.ofKey(key).orElseThrow()));
        }
        return new Row(cells[0], cells[1], layers, Stack.ofKey(cells[3]).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void eachValueMakesItsLayersNecessary(Row row) {
        Recommendation advice = Advice.on(row.answers());

        assertThat(Advice.required(advice)).containsExactlyInAnyOrderElementsOf(row.layers());
        assertThat(advice.stack()).isEqualTo(row.stack());
    }

    @Test
    void theTableNamesEveryValueOfEveryQuestion() throws IOException {
        Set<String> named = new HashSet<>();
        rows().forEach(row -> named.add(row.question() + ": " + row.value()));

        List<String> all = new ArrayList<>();
        for (Question question : Question.values()) {
            question.choices().forEach(value -> all.add(question.key() + ": " + value));
            all.add(question.key() + ": unknown");
        }
        assertThat(named).containsAll(all);
    }

    @ParameterizedTest
    @CsvSource({
        "people, me",
        "os-trouble, no",
        "machines, one",
        "horizon, months",
        "purpose, exploration",
        "runs-on, laptop",
        "compiled, yes",
        "python, any",
        "gpu, none",
        "docker, ready",
        "operating-systems, linux"
    })
    void whatNobodySaysIsAssumedAndTold(String key, String assumed) {
        Recommendation advice = Advice.on();

        assertThat(advice.assumptions())
                .filteredOn(assumption -> assumption.question().key().equals(key))
                .singleElement()
                .satisfies(assumption -> {
                    assertThat(assumption.values()).containsExactly(assumed);
                    assertThat(assumption.why()).isNotBlank();
                });
    }

    @Test
    void nothingIsAssumedAboutAnAnswer() {
        assertThat(Advice.on("people: me", "horizon: weeks").assumptions())
                .extracting(Recommendation.Assumption::question)
                .doesNotContain(Question.PEOPLE, Question.HORIZON)
                .contains(Question.PURPOSE, Question.AI);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "people: mixed-os-team",
                "people: public",
                "operating-systems: [linux, macos]",
                "operating-systems: [macos, windows]"
            })
    void whereSystemsDifferAndNobodySpeaksOfTroubleOneIsToldToComeBack(String differ) {
        assertThat(Advice.ids(Advice.on(differ).cautions())).contains("come-back-when-systems-differ");
        assertThat(Advice.ids(Advice.on(differ, "os-trouble: unknown").cautions()))
                .contains("come-back-when-systems-differ");
        assertThat(Advice.ids(Advice.on(differ, "os-trouble: no").cautions()))
                .doesNotContain("come-back-when-systems-differ");
        assertThat(Advice.ids(Advice.on(differ, "os-trouble: yes").cautions()))
                .doesNotContain("come-back-when-systems-differ");
    }

    @Test
    void aloneThereIsNoSuchCaution() {
        assertThat(Advice.ids(Advice.on("people: me").cautions())).doesNotContain("come-back-when-systems-differ");
    }

    @Test
    void aPaperIsBuiltOnceAndRerun() {
        assertThat(Advice.ids(Advice.on("purpose: paper").habits())).contains("build-once-and-rerun");
        assertThat(Advice.ids(Advice.on("purpose: exploration").habits())).doesNotContain("build-once-and-rerun");
    }

    @Test
    void aClusterIsToldHowItsImageIsMade() {
        assertThat(Advice.on("runs-on: [laptop, cluster]").cautions())
                .filteredOn(note -> note.id().equals("cluster-takes-apptainer"))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).contains("apptainer build"));
        assertThat(Advice.ids(Advice.on("runs-on: ci").cautions())).doesNotContain("cluster-takes-apptainer");
    }

    @Test
    void inAHostedNotebookOnlyPackagesCanBePinned() {
        assertThat(Advice.on("runs-on: hosted-notebook").cautions())
                .anySatisfy(note -> assertThat(note.text()).contains("only the packages can be pinned"));
    }

    @Test
    void metalIsNotThereInContainers() {
        Recommendation advice = Advice.on("gpu: mps");

        assertThat(Advice.ids(advice.cautions())).contains("no-metal-in-containers");
        assertThat(advice.obstacles()).extracting(Recommendation.Obstacle::rule).contains("apple-metal");
    }

    @ParameterizedTest
    @CsvSource({"api, keys-by-name", "models, model-revisions", "randomness, seeds"})
    void aiWorkHasHabitsOfItsOwn(String ai, String habit) {
        assertThat(Advice.ids(Advice.on("ai: " + ai).habits())).contains(habit);
        assertThat(Advice.ids(Advice.on().habits())).doesNotContain(habit);
    }

    @Test
    void threeHabitsHoldAlways() {
        assertThat(Advice.ids(Advice.on().habits()))
                .containsExactly("pin-exactly", "commit-the-files", "write-down-why");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready", "installable", "no"})
    void dockerNeverChangesTheStack(String docker) {
        for (Row row : allRows()) {
            String[] answers = Arrays.copyOf(row.answers(), row.answers().length + 1);
            answers[answers.length - 1] = "docker: " + docker;
            if (!row.question().equals("docker")) {
                assertThat(Advice.on(answers).stack()).isEqualTo(row.stack());
            }
        }
    }

    private static List<Row> allRows() {
        try {
            return rows().toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
