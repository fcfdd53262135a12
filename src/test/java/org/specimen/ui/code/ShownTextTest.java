package org.specimen.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.specimen.ui.code.syntax.Syntax;

class ShownTextTest {

    /** A difference as a person reads it: sign, numbers and text. */
    private static List<String> read(ShownText shown) {
        return shown.lines().stream()
                .map(line -> switch (line.sign()) {
                            case SAME -> "  ";
                            case ADDED -> "+ ";
                            case REMOVED -> "- ";
                            case GAP -> "… ";
                        }
                        + line.oldNumber() + ":" + line.newNumber() + " " + line.text())
                .toList();
    }

    private static String numbered(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }

    @Test
    void numbersTheLinesOfAWholeText() {
        assertThat(read(ShownText.whole("a: 1\n\nb: 2\n", Syntax.YAML)))
                .containsExactly("  0:1 a: 1", "  0:2 ", "  0:3 b: 2");
    }

    @Test
    void showsWhatIsRemovedBeforeWhatIsAdded() {
        ShownText shown = Difference.of("numpy==1.0\npandas==2.0\n", "numpy==1.1\npandas==2.0\n", Syntax.REQUIREMENTS);

        assertThat(read(shown)).containsExactly("- 1:0 numpy==1.0", "+ 0:1 numpy==1.1", "  2:2 pandas==2.0");
        assertThat(shown.added()).isEqualTo(1);
        assertThat(shown.removed()).isEqualTo(1);
        assertThat(shown.lines().get(1).tokens()).hasSize(3);
    }

    @Test
    void leavesOutWhatIsFarFromEveryChange() {
        String before = numbered(1, 30);
        String after = before.replace("line 15\n", "line 15\nmore\n");

        assertThat(read(Difference.of(before, after, Syntax.PLAIN)))
                .containsExactly(
                        "… 0:0 … 12 lines that are the same …",
                        "  13:13 line 13",
                        "  14:14 line 14",
                        "  15:15 line 15",
                        "+ 0:16 more",
                        "  16:17 line 16",
                        "  17:18 line 17",
                        "  18:19 line 18",
                        "… 0:0 … 12 lines that are the same …");
    }

    @Test
    void findsNoDifferenceInLineEnds() {
        ShownText shown = Difference.of("a\r\nb\r\n", "a\nb\n", Syntax.PLAIN);

        assertThat(shown.added() + shown.removed()).isZero();
    }

    @Test
    void everyLineOfBothTextsIsInADifferenceOrCounted() {
        String before = numbered(1, 50) + "x\n" + numbered(60, 90);
        String after = "new\n" + numbered(3, 50) + numbered(60, 80) + "y\nz\n";
        ShownText shown = Difference.of(before, after, Syntax.PLAIN);
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();

        assertThat(shown.added() - shown.removed()).isEqualTo(now.size() - old.size());
        shown.lines().forEach(line -> {
            if (line.oldNumber() > 0) {
                assertThat(line.text()).isEqualTo(old.get(line.oldNumber() - 1));
            }
            if (line.newNumber() > 0) {
                assertThat(line.text()).isEqualTo(now.get(line.newNumber() - 1));
            }
        });
    }

    @Test
    void makesVisibleWhatWouldNotShow() {
        assertThat(read(ShownText.whole("\u001b[31m\u0000\u007f\ta\u202eb\ud800c😀é\n", Syntax.PLAIN)))
                .containsExactly("  0:1 ␛[31m␀␡\ta\uFFFDb\uFFFDc😀é");
    }

    @Test
    void cutsLinesThatNobodyWrote() {
        String shown =
                ShownText.whole("x".repeat(10_000), Syntax.YAML).lines().get(0).text();

        assertThat(shown).hasSize(VisibleLines.LONGEST + 2).endsWith("x …");
    }

    @Test
    void takesHugeTextsThatHaveNothingInCommonAsReplaced() {
        ShownText shown = Difference.of(numbered(1, 20_000), numbered(30_000, 50_000), Syntax.PLAIN);

        assertThat(shown.removed()).isEqualTo(20_000);
        assertThat(shown.added()).isEqualTo(20_001);
    }

    @Test
    void takesAnEmptyTextForNoLines() {
        assertThat(ShownText.whole("", Syntax.PLAIN).lines()).isEmpty();
        assertThat(read(Difference.of("", "a\n", Syntax.PLAIN))).containsExactly("+ 0:1 a");
    }
}
