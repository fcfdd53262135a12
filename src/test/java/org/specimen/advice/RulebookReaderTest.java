package org.specimen.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.problem.BadInput;

class RulebookReaderTest {

    private static final String RULE = """
            layers:
              - id: a-rule
                when: {people: public}
                layer: interpreter
                because: Others run it.
                section: When to Use Which
            """;

    private static Rulebook load(String text) {
        return Rulebook.load("rules.yml", text);
    }

    @Test
    void aRuleIsReadWithAllItSays() {
        assertThat(load(RULE).layers()).singleElement().satisfies(rule -> {
            assertThat(rule.id()).isEqualTo("a-rule");
            assertThat(rule.when()).isEqualTo(new Condition.OneOf(Question.PEOPLE, List.of("public")));
            assertThat(rule.layers()).isEqualTo(Set.of(Layer.INTERPRETER));
            assertThat(rule.because()).isEqualTo("Others run it.");
            assertThat(rule.section()).isEqualTo("When to Use Which");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: a-rule | idd: a-rule | 2, column 5: unknown key of a rule \"idd\" | Did you mean id?",
                "layer: interpreter | layers: interpreter | 4, column 5: unknown key of a rule \"layers\" | layer?",
                "id: a-rule | section: x | 6, column 5 | a second time",
                "people: public | peple: public | 3, column 12: unknown question \"peple\" | Did you mean people?",
                "people: public | people: pubic | 3, column 20: people cannot be \"pubic\" | Did you mean public?",
                "people: public | python: 2.7 | 3, column 20: python cannot be \"2.7\" | 3.12.4",
                "people: public | people: [public, unknown] | 3, column 29: unknown stands alone | in a condition",
                "people: public | people: several-of-them | 3, column 20: people cannot be | several-of-them",
                "{people: public} | {} | 3, column 11: this condition names no question | .",
                "{people: public} | sometimes | 3, column 11: a condition is \"always\" | sometimes",
                "{people: public} | [public] | 3, column 11: a condition is \"always\" | a list",
                "people: public | any: public | 3, column 17: any must be a list | a single value",
                "people: public | any: [] | 3, column 17: any must be a list | a list",
                "people: public | people: {but: me} | 3, column 21: unknown key of a condition | only",
                "people: public | people: {only: []} | 3, column 27: only must have a value | empty list",
                "people: public | people: [[me]] | 3, column 21: people must be a single value | a list",
                "people: public | packages: [-] | 3, column 23 | not the name of a package",
                "people: public | warnings: [desktop-windows] | 3, column 23: unknown kind of warning | desktop-window?",
                "people: public | warnings: [secret-in-code, x] | 3, column 39: unknown kind of warning | one of secret-in-code",
                "layer: interpreter | layer: interpretor | 4, column 12: unknown layer | Did you mean interpreter?",
                "layer: interpreter | layer: hardware | 4, column 12: no environment controls | hardware",
                "layer: interpreter | layer: [packages, {a: b}] | 4, column 23: layer must be a single value | keys",
                "layer: interpreter | layer: | 4, column 11: layer must be a single value | nothing",
                "because: Others run it. | because: [Others] | 5, column 14: because must be a single value | a list",
                "id: a-rule | id: A rule | 2, column 9: an id is lower-case letters | A rule",
                "because: Others run it. | because: [Others | 6 | not valid YAML"
            })
    void aFaultIsRefusedWithItsPlace(String good, String bad, String place, String reason) {
        assertThatThrownBy(() -> load(RULE.replace(good, bad)))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("rules.yml, line ")
                .hasMessageContaining(place)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "when", "layer", "because", "section"})
    void aMissingFieldIsRefused(String field) {
        List<String> lines = RULE.lines()
                .map(line -> line.strip().replaceFirst("^- ", ""))
                .filter(line -> !line.startsWith(field + ":") && !line.equals("layers:"))
                .toList();

        assertThatThrownBy(() -> load("layers:\n- " + String.join("\n  ", lines)))
                .isInstanceOf(BadInput.class)
                .hasMessage("rules.yml, line 2, column 3: this rule has no " + field + ".");
    }

    @Test
    void anIdThatStandsThereTwiceIsRefusedAcrossSections() {
        String twice = RULE + """
                habits:
                  - id: a-rule
                    when: always
                    text: Do it.
                """;

        assertThatThrownBy(() -> load(twice))
                .isInstanceOf(BadInput.class)
                .hasMessage("rules.yml, line 8, column 9: the id a-rule is taken by the rule on line 2.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# nothing", "habits: []", "layers: []", "layers:", "layers: none", "- layers", "layers: [a]"
            })
    void aRulebookWithoutRulesIsRefused(String text) {
        assertThatThrownBy(() -> load(text)).isInstanceOf(BadInput.class).hasMessageStartingWith("rules.yml, line 1");
    }

    @Test
    void obstaclesContradictionsAndSignsNameTheirSection() {
        Rulebook rulebook = load(RULE + """
                obstacles:
                  - {id: b, when: always, what: It cannot., instead: Do this., section: Try This}
                contradictions:
                  - {id: c, when: always, text: No., section: Try This}
                signs:
                  - {id: d, ai: api, packages: openai, section: Try This}
                """);

        assertThat(rulebook.obstacles().get(0).section()).isEqualTo("Try This");
        assertThat(rulebook.contradictions().get(0).section()).isEqualTo("Try This");
        assertThat(rulebook.signs().get(0).section()).isEqualTo("Try This");
    }

    @Test
    void anUnknownSectionIsRefused() {
        assertThatThrownBy(() -> load(RULE + "cautoins: []\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("rules.yml, line 7, column 1: unknown key of a rulebook \"cautoins\"")
                .hasMessageEndingWith("Did you mean cautions?");
    }

    @Test
    void aTagThatWouldMakeAnObjectMakesNone() {
        assertThatThrownBy(
                        () -> load("layers: !!javax.script.ScriptEngineManager [!!java.net.URL ['http://localhost/']]"))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void deepNestingIsRefused() {
        assertThatThrownBy(() -> load("layers: " + "[".repeat(10_000))).isInstanceOf(BadInput.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{people: [me, public]} | people: public | true",
                "{people: [me, public]} | people: same-os-team | false",
                "{people: public, machines: one} | people: public | true",
                "{people: public, machines: several} | people: public | false",
                "{any: [{runs-on: ci}, {machines: several}]} | machines: several | true",
                "{any: [{runs-on: ci}, {machines: several}]} | machines: one | false",
                "{operating-systems: {only: [linux, windows]}} | operating-systems: [windows] | true",
                "{operating-systems: {only: [linux, windows]}} | operating-systems: [windows, macos] | false",
                "{operating-systems: several-of-them} | operating-systems: [windows, macos] | true",
                "{operating-systems: several-of-them} | operating-systems: windows | false",
                "{python: a-version} | python: 3.11 | true",
                "{python: a-version} | python: any | false",
                "{people: unknown} | machines: one | true",
                "{people: unknown} | people: me | false",
                "{ai: {only: api}} | machines: one | false",
                "{packages: [numpy]} | machines: one | false",
                "{warnings: [desktop-window]} | machines: one | false",
                "always | machines: one | true"
            })
    void aConditionHoldsOrNot(String condition, String answer, boolean holds) {
        Rulebook rulebook = load(RULE.replace("{people: public}", condition));
        Situation situation = new Situations(rulebook, new StubCatalogue())
                .suggest(Optional.empty(), Facts.machine(), Advice.answers(answer));

        assertThat(rulebook.layers().get(0).when().holds(situation, Optional.empty()))
                .isEqualTo(holds);
    }
}
