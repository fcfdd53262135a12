package org.specimen.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.problem.BadInput;

class AnswersFileTest {

    private static Answers read(String text) {
        return AnswersFile.read("answers.yml", text);
    }

    @Test
    void everyScalarIsText() {
        Answers answers = read("""
                python: 3.10
                docker: no
                compiled: yes
                os-trouble: "no"
                """);

        assertThat(answers.one(Question.PYTHON)).contains("3.10");
        assertThat(answers.one(Question.DOCKER)).contains("no");
        assertThat(answers.one(Question.COMPILED)).contains("yes");
        assertThat(answers.one(Question.OS_TROUBLE)).contains("no");
    }

    @Test
    void someQuestionsTakeAValueOrAList() {
        Answers answers = read("""
                runs-on: cluster
                operating-systems: [windows, linux, windows]
                ai:
                  - randomness
                  - api
                """);

        assertThat(answers.to(Question.RUNS_ON)).containsExactly("cluster");
        assertThat(answers.to(Question.OPERATING_SYSTEMS)).containsExactly("linux", "windows");
        assertThat(answers.to(Question.AI)).containsExactly("api", "randomness");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "---\n", "people: unknown\nai: [unknown]\nruns-on: []\npython:\n"})
    void whatSaysNothingIsNoAnswer(String text) {
        assertThat(read(text)).isEqualTo(Answers.NONE);
    }

    @Test
    void everyKeyAcceptsUnknown() {
        for (Question question : Question.values()) {
            assertThat(read(question.key() + ": unknown")).isEqualTo(Answers.NONE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.10", "3.9", "3.12.4", "3.14.0", "any"})
    void pythonIsAnyOrARelease(String version) {
        assertThat(read("python: " + version).to(Question.PYTHON)).isEqualTo(List.of(version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2.7", "3", "3.", "3.12.4.1", "3.12rc1", "three", ">=3.9", "3.1234", "3.012", "１.２", "3.12\\n"})
    void pythonIsNothingElse(String version) {
        assertThatThrownBy(() -> read("python: \"" + version + "\""))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("answers.yml, line 1, column 9: python cannot be")
                .hasMessageContaining("any, unknown, or a version of Python 3 such as 3.12 or 3.12.4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "people: mixed-team | mixed-os-team",
                "people: mixed_os_team | mixed-os-team",
                "people: Me | me",
                "people: team | same-os-team",
                "purpose: teachin | teaching",
                "purpose: explore | exploration",
                "gpu: CUDA | cuda",
                "horizon: year | years",
                "runs-on: [laptop, clutser] | cluster",
                "operating-systems: mac | macos",
                "docker: instalable | installable"
            })
    void anUnknownValueIsRefusedWithTheLikelyOne(String answer, String likely) {
        assertThatThrownBy(() -> read("# mine\n" + answer))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("answers.yml, line 2, column ")
                .hasMessageContaining("It is one of")
                .hasMessageEndingWith("Did you mean " + likely + "?");
    }

    @Test
    void anUnknownValueThatIsLikeNothingIsRefusedWithTheAllowedOnes() {
        assertThatThrownBy(() -> read("people: me\nhorizon: 1234567"))
                .hasMessage("answers.yml, line 2, column 10: horizon cannot be \"1234567\". "
                        + "It is one of weeks, months, years, unknown.");
    }

    @ParameterizedTest
    @CsvSource({"peple, people", "os_trouble, os-trouble", "operating-system, operating-systems", "run-on, runs-on"})
    void anUnknownKeyIsRefusedWithTheLikelyOne(String key, String likely) {
        assertThatThrownBy(() -> read(key + ": me"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("answers.yml, line 1, column 1: there is no question")
                .hasMessageContaining("people, os-trouble, machines, horizon, purpose, runs-on, compiled, python, gpu")
                .hasMessageEndingWith("Did you mean " + likely + "?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "people: [me] | people takes one value",
                "people: {me: you} | people takes one value",
                "runs-on: {ci: yes} | runs-on takes a value or a list of values",
                "runs-on: [[ci]] | runs-on takes single values",
                "ai: [api, unknown] | ai cannot be unknown and something else at once",
                "people: '' | people cannot be",
                "- people | \"key: value\" lines must stand",
                "people | \"key: value\" lines must stand",
                "people: me\\people: public | a second time",
                "people: \"me | not valid YAML"
            })
    void anotherShapeIsRefusedWithItsPlace(String text, String reason) {
        assertThatThrownBy(() -> read(text.replace('\\', '\n')))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("answers.yml, line ")
                .hasMessageContaining(reason);
    }

    @Test
    void aValueAMegabyteLongIsRefusedInOneShortLine() {
        assertThatThrownBy(() -> read("people: " + "m".repeat(1_000_000)))
                .isInstanceOf(BadInput.class)
                .satisfies(thrown -> assertThat(thrown.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void whatWouldBreakTheLineOfAMessageIsLeftOut() {
        assertThatThrownBy(() -> read("people: \"m\\ne\\u2028\\u202E😀\""))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("people cannot be \"m e  😀\"");
    }

    @Test
    void laterAnswersCountAndUnknownTakesOneBack() {
        Answers answers = read("people: me\nhorizon: years").overriddenBy(read("people: public"));

        assertThat(answers.one(Question.PEOPLE)).contains("public");
        assertThat(answers.one(Question.HORIZON)).contains("years");
        assertThat(answers.with(Question.HORIZON, "unknown").to(Question.HORIZON))
                .isEmpty();
    }
}
