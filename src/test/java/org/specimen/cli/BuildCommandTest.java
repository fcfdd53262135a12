package org.specimen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.advice.Rulebook;
import org.specimen.app.Workbench;
import org.specimen.catalogue.Catalogue;
import org.specimen.index.FakePyPi;
import org.specimen.index.Wheels;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineProbe;
import org.specimen.problem.BadInput;

/** Building at the terminal, with this computer's Python and packages from loopback. */
@Timeout(200)
class BuildCommandTest extends AtTheTerminal {

    private static final MachineFacts MACHINE = MachineProbe.probe();

    private final FakePyPi index = new FakePyPi();

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void withoutFilesItSaysWhichCommandWritesThem() {
        assertRefused(run("build", folder.toString()), 2, "specimen write");
    }

    /** pip says then that there is no such package, which is not what is wrong. */
    @Test
    void anIndexThatCannotBeReachedIsAFailureFromOutside() throws IOException {
        assumeThat(MACHINE.pythons()).as("a Python on this computer").isNotEmpty();
        String minor = MACHINE.pythons().get(0).version().replaceFirst("^(3\\.[0-9]+).*", "$1");
        Wheels.serve(index, "tinystats", "1.2.0", Map.of("tinystats.py", "\n"), List.of());
        write("requirements.in", "tinystats\n");
        write("analysis.py", "import tinystats\n");
        String address = index.simple().toString();
        here("write", folder.toString(), "--stack", "venv", "--python", minor, "--index-url", address);
        index.close();

        Outcome built = here("build", folder.toString(), "--index-url", address);

        assertThat(built.status()).as(built.out() + built.error()).isEqualTo(3);
        assertThat(built.out())
                .contains("The network, or the server that packages come from, cannot be reached.")
                .contains("It failed here: the environment could not be made.");
    }

    @Test
    void reproducesAndThenFindsADifference() throws IOException {
        assumeThat(MACHINE.pythons()).as("a Python on this computer").isNotEmpty();
        String minor = MACHINE.pythons().get(0).version().replaceFirst("^(3\\.[0-9]+).*", "$1");
        Wheels.serve(
                index,
                "tinystats",
                "1.2.0",
                Map.of("tinystats.py", "def mean(v): return sum(v) / len(v)\n"),
                List.of());
        write("requirements.in", "tinystats\n");
        write("analysis.py", "import tinystats\nopen('mean.txt', 'w').write('%r\\n' % tinystats.mean([1, 2]))\n");
        write("mean.txt", "1.5\n");
        String address = index.simple().toString().replace("//", "//me:hidden@");
        Outcome written =
                here("write", folder.toString(), "--stack", "venv", "--python", minor, "--index-url", address);
        assertThat(written.status()).as(written.error()).isZero();

        Outcome built = here(
                "build",
                folder.toString(),
                "--run",
                "python 'analysis.py'",
                "--expect",
                "mean.txt",
                "--index-url",
                address);
        assertThat(built.status()).as(built.out() + built.error()).isZero();
        assertThat(built.out())
                .contains("imports: done, 1 of 1 pinned packages, 1 of 1 imports")
                .contains("It reproduced: the result is the same here as in your files.")
                .contains("reproducibility-report.html")
                .doesNotContain("hidden");
        assertThat(read("reproducibility-report.json")).doesNotContain("hidden");

        write("mean.txt", "1.6\n");
        Outcome again = here(
                "build",
                folder.toString(),
                "--run",
                "python analysis.py",
                "--expect",
                "mean.txt",
                "--json",
                "--index-url",
                address);
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.out())
                .startsWith("{")
                .endsWith("}\n")
                .contains("\"verdict\" : \"differs\"", "Line 1 has 1.5 here and 1.6 in yours, 6.25 % apart.")
                .isEqualTo(read("reproducibility-report.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "python analysis.py | python, analysis.py",
                "`python \"my file.py\" --title 'it is 5\" wide'` | `python, my file.py, --title, it is 5\" wide`",
                "`a\\ b \"\" \"\\$HOME\\n\"` | `a b, , $HOME\\n`",
            })
    void aCommandIsSplitAsAShellDoes(String command, String words) {
        assertThat(String.join(", ", Words.of(command))).isEqualTo(words);
    }

    @Test
    void whatOnlyAShellCouldRunIsRefused() {
        assertThatThrownBy(() -> Words.of("python a.py > out.txt"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("\">\"");
        assertThatThrownBy(() -> Words.of("python 'a.py")).isInstanceOf(BadInput.class);
        assertThat(Words.of("sh -c 'python a.py > out.txt'")).hasSize(3);
    }

    @Test
    void optionsThatCannotBeUnderstoodAreTold() throws IOException {
        assertRefused(run("build", folder.toString(), "--memory", "much"), 2, "512m");
        assertRefused(run("build", folder.toString(), "--time-limit", "0"), 2, "90s");
        assertRefused(run("build", folder.toString(), "--key", "A=b"), 2, "never its value");
        assertRefused(run("build", folder.toString(), "--tolerance", "-1"), 2, "--tolerance");
    }

    private Outcome here(String... arguments) {
        var out = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
        Workbench workbench = new Workbench(Catalogue.open(), Rulebook::shipped, () -> MACHINE);
        int status = new CommandLineFace(() -> workbench, terminal).run(arguments);
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }
}
