package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.problem.BadInput;

class YamlTest {

    /** Far more than it takes, and far less than what grows with the square of the length. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void readsEveryScalarAsText() {
        assertThat(Yaml.readMapping("f", "python: 3.10\ndocker: no\nempty:\ndate: 2026-11-01\nq: '~'\nn: ~\n")
                        .toObject())
                .isEqualTo(
                        Map.of("python", "3.10", "docker", "no", "empty", "", "date", "2026-11-01", "q", "~", "n", ""));
    }

    @Test
    void keepsPlacesAndComments() {
        YamlNode.Mapping top =
                Yaml.readMapping("f", "a:\n  - x#y  # why\n  - \"é\" # accent\n  - 'b'#no\n".replace("'b'#no", "b"));

        YamlNode.Sequence list = (YamlNode.Sequence) top.get("a").orElseThrow();
        assertThat(list.items().get(0)).isEqualTo(new YamlNode.Scalar("x#y", false, "why", 2, 5));
        assertThat(list.items().get(1)).isEqualTo(new YamlNode.Scalar("é", true, "accent", 3, 5));
        assertThat(list.items().get(2)).isEqualTo(new YamlNode.Scalar("b", false, "", 4, 5));
    }

    @Test
    void resolvesAliases() {
        assertThat(Yaml.readMapping("f", "a: &x [1, 2]\nb: *x\n").toObject())
                .isEqualTo(Map.of("a", List.of("1", "2"), "b", List.of("1", "2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [1\nb: 2",
                "a: 1\na: 2",
                "x: &a [*a]",
                "\t- a",
                "- a",
                "just words",
                "a: \u0000",
                "? [a]\n: b",
                "a: 'b",
                "a: !!javax.script.ScriptEngineManager [x]\nb: [",
                "---\na: 1\n---\nb: 2\n"
            })
    void refusesWhatIsNoMappingWithLineAndColumn(String text) {
        assertThatThrownBy(() -> Yaml.readMapping("plan.yml", text))
                .isInstanceOf(BadInput.class)
                .hasMessageMatching("(?s)plan\\.yml, line \\d+, column \\d+: .*");
    }

    @Test
    void makesNoObjectOfATag() {
        assertThatThrownBy(() -> Yaml.readMapping("f", "a: !!java.net.URL [x]\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("f, line 1, column 4");
    }

    @Test
    void boundsNestingAndAliases() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append("a" + i + ": &a" + i + " [")
                    .append(("*a" + (i - 1) + ", ").repeat(8))
                    .append("x]\n");
        }
        assertThatThrownBy(() -> Yaml.read("f", bomb.toString())).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Yaml.read("f", "[".repeat(100_000))).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> Yaml.read("f", "a: " + "x".repeat(4_000_000))).isInstanceOf(BadInput.class);
    }

    @Test
    void readsEachAnchorOnceHoweverOftenItIsMeant() {
        String list = "x,".repeat(50_000);
        StringBuilder bomb = new StringBuilder("{a: &a [" + list + "]");
        for (int i = 0; i < 40; i++) {
            bomb.append(", a").append(i).append(": *a");
        }

        assertTimeoutPreemptively(
                PATIENCE,
                () -> assertThatThrownBy(() -> Yaml.read("f", bomb.append("}").toString()))
                        .isInstanceOf(BadInput.class)
                        .hasMessageContaining("repeated by aliases beyond measure"));
    }

    @Test
    void readsALineThatHoldsEverythingInTimeThatGrowsWithIt() {
        String list = "[" + "\ud83d\ude00 x,".repeat(30_000) + "last] # behind it";

        YamlNode.Sequence read = assertTimeoutPreemptively(
                PATIENCE, () -> (YamlNode.Sequence) Yaml.read("f", list).orElseThrow());

        assertThat(read.items()).hasSize(30_001);
    }

    @Test
    void countsTheLevelsBelowAnAlias() {
        String deep = "[".repeat(30) + "x" + "]".repeat(30);

        assertThatThrownBy(() -> Yaml.read("f", "a: &a " + deep + "\nb: " + deep.replace("x", "*a") + "\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nested too deeply");
        assertThat(Yaml.read("f", "a: &a " + deep + "\nb: [[*a]]\n")).isPresent();
    }
}
