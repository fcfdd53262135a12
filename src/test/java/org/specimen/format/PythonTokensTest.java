package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.format.PythonTokens.Kind;

class PythonTokensTest {

    /** The tokens but for line ends, as "kind text". */
    private static List<String> texts(PythonTokens tokens) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.kind(i) != Kind.NEWLINE) {
                texts.add(tokens.text(i));
            }
        }
        return texts;
    }

    private static List<Kind> kinds(PythonTokens tokens) {
        List<Kind> kinds = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            kinds.add(tokens.kind(i));
        }
        return kinds;
    }

    @Test
    void cutsNamesNumbersStringsAndOperators() {
        PythonTokens tokens = PythonTokens.of("x = 0x1F + 1_000.5e-3j ** 'a' # why\n");

        assertThat(texts(tokens)).containsExactly("x", "=", "0x1F", "+", "1_000.5e-3j", "**", "'a'");
        assertThat(kinds(tokens).get(7)).isEqualTo(Kind.NEWLINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a'",
                "u'a'",
                "R\"a\"",
                "b'a'",
                "Br'a'",
                "rB'''a'''",
                "\"\"\"a\nb\"\"\"",
                "ur'a'",
                "'a\\\nb'",
                "'\\''"
            })
    void readsEveryFormOfStringAsOneToken(String literal) {
        PythonTokens tokens = PythonTokens.of(literal + "\nx");

        assertThat(tokens.kind(0)).isEqualTo(Kind.STRING);
        assertThat(tokens.text(0)).isEqualTo(literal);
        assertThat(tokens.text(2)).isEqualTo("x");
    }

    @Test
    void givesTheValueOfAString() {
        PythonTokens tokens = PythonTokens.of("'a\\x41\\u00e9\\n\\101\\q' r'\\n' b'x' 'a\\\nb' '\\\\'");

        assertThat(tokens.string(0)).contains("aAé\nA\\q");
        assertThat(tokens.string(1)).contains("\\n");
        assertThat(tokens.string(2)).isEmpty();
        assertThat(tokens.string(3)).contains("ab");
        assertThat(tokens.string(4)).contains("\\");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f'a{x!r:>{w}}b{{c}}'",
                "f\"{d['k']}{f'{y}'}\"",
                "f'{f'{f'{1}'}'}'",
                "rf'''{\n x # comment }\n}\\{y}'''",
                "f'{x:%H:%M}'",
                "f'{(lambda: 1)()}'",
                "f'{ {1: 2}[1] }'",
                "f'\\N{EM DASH}{x=}'",
                "t'{x}'"
            })
    void findsTheEndOfAnFString(String literal) {
        PythonTokens tokens = PythonTokens.of("a = " + literal + "\nimport b\n");

        assertThat(tokens.kind(2)).isEqualTo(Kind.FSTRING_START);
        assertThat(texts(tokens)).endsWith("import", "b");
        assertThat(kinds(tokens)).doesNotContain(Kind.ERROR);
        assertThat(tokens.indentation(tokens.size() - 3)).isZero();
    }

    @Test
    void seesTheCodeInsideOfAnFString() {
        assertThat(texts(PythonTokens.of("f'{os.environ['KEY']:>10}'")))
                .containsSubsequence("os", ".", "environ", "[", "'KEY'", "]", ":", ">10", "}");
    }

    @Test
    void joinsLinesByBracketsAndBackslashesAndCountsThem() {
        PythonTokens tokens = PythonTokens.of("a = (1,\n  # note\n  2)\nb = \\\n  3\r\nc\rd");

        assertThat(kinds(tokens).stream().filter(kind -> kind == Kind.NEWLINE)).hasSize(4);
        assertThat(tokens.line(tokens.size() - 4)).isEqualTo(6);
        assertThat(tokens.text(tokens.size() - 2)).isEqualTo("d");
        assertThat(tokens.line(tokens.size() - 2)).isEqualTo(7);
    }

    @Test
    void measuresIndentationWithTabsAndFormFeeds() {
        PythonTokens tokens = PythonTokens.of("if a:\n\tb\n        c\n   \td\n  \fe\n");

        List<Integer> indentations = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.indentation(i) >= 0) {
                indentations.add(tokens.indentation(i));
            }
        }
        assertThat(indentations).containsExactly(0, 8, 8, 8, 0);
    }

    @Test
    void readsPython2() {
        assertThat(texts(PythonTokens.of("print >>f, `x`, 0777L <> ur'y'\nexec 'z'\n")))
                .containsExactly("print", ">>", "f", ",", "`", "x", "`", ",", "0777L", "<>", "ur'y'", "exec", "'z'");
    }

    @Test
    void goesOnBehindAStringWithoutEnd() {
        assertThat(texts(PythonTokens.of("x = 'abc\nimport y\n"))).endsWith("import", "y");
        assertThat(texts(PythonTokens.of("x = f'abc{\nimport y\n"))).endsWith("import", "y");
        assertThat(texts(PythonTokens.of("x = f'abc\nimport y\n"))).endsWith("import", "y");
    }

    @Test
    void goesOnBehindABracketThatIsNeverClosed() {
        PythonTokens tokens = PythonTokens.of("x = foo(1, [2\n\ndef f():\n    import y\n");

        int last = tokens.size() - 3;
        assertThat(tokens.is(last, "import")).isTrue();
        assertThat(tokens.indentation(last)).isEqualTo(4);
    }

    @Test
    void takesNamesOfAnyScript() {
        assertThat(texts(PythonTokens.of("größe = データ + 𝑥\n"))).containsExactly("größe", "=", "データ", "+", "𝑥");
    }

    @Test
    void knowsMagicAndShellLinesInCellsOnly() {
        String cell =
                "%matplotlib inline\n!pip install 'a\nx = !ls (\ny = 5 %3\n%time import z\nif x:\n    !echo [\nimport w";

        PythonTokens tokens = PythonTokens.ofCell(cell);

        assertThat(texts(tokens))
                .containsExactly(
                        "%matplotlib inline",
                        "!pip install 'a",
                        "x",
                        "=",
                        "!ls (",
                        "y",
                        "=",
                        "5",
                        "%",
                        "3",
                        "%time",
                        "import",
                        "z",
                        "if",
                        "x",
                        ":",
                        "!echo [",
                        "import",
                        "w");
        assertThat(kinds(PythonTokens.of("%matplotlib inline"))).doesNotContain(Kind.MAGIC);
    }

    @Test
    void takesACellInAnotherLanguageAsOneToken() {
        assertThat(texts(PythonTokens.ofCell("\n%%bash\nimport x\n"))).containsExactly("%%bash\nimport x\n");
        assertThat(texts(PythonTokens.ofCell("%%timeit -n 3\nimport x\n")))
                .containsExactly("%%timeit -n 3", "import", "x");
    }

    @Test
    void endsInLinearTimeOnHostileText() {
        int many = 300_000;
        for (String piece : List.of("(", "f'{", "]", "f\"{x:{", "\\", "'", "\"\"\"", "\0", "f'{'", "{[(", "\\N{")) {
            PythonTokens tokens = PythonTokens.of(piece.repeat(many));

            assertThat(tokens.size()).isLessThanOrEqualTo(many * 8);
        }
        assertThat(PythonTokens.of("(".repeat(many) + "]".repeat(many)).size()).isGreaterThan(many);
    }

    @Test
    void survivesAnyMixOfCharacters() {
        Random random = new Random(22);
        String[] pieces = {
            "'",
            "\"",
            "\"\"\"",
            "f'",
            "rf\"",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            ":",
            "!",
            "\\",
            "\n",
            "\r",
            "#",
            "%%",
            "%",
            "import a",
            " ",
            "\t",
            "\f",
            "0x",
            "1e",
            "\uD800",
            "é",
            "\0",
            "=",
            "x"
        };
        for (int round = 0; round < 20_000; round++) {
            StringBuilder source = new StringBuilder();
            for (int i = random.nextInt(25); i > 0; i--) {
                source.append(pieces[random.nextInt(pieces.length)]);
            }
            PythonTokens tokens =
                    round % 2 == 0 ? PythonTokens.of(source.toString()) : PythonTokens.ofCell(source.toString());

            for (int i = 1; i < tokens.size(); i++) {
                assertThat(tokens.start(i)).isGreaterThanOrEqualTo(tokens.start(i - 1));
                assertThat(tokens.line(i)).isGreaterThanOrEqualTo(tokens.line(i - 1));
            }
        }
    }
}
