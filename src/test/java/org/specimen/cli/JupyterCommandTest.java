package org.specimen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.specimen.Launcher;
import org.specimen.advice.Rulebook;
import org.specimen.app.Workbench;
import org.specimen.catalogue.Catalogue;
import org.specimen.index.FakePyPi;
import org.specimen.index.Wheels;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineProbe;
import org.specimen.problem.Problem;
import org.specimen.proof.JupyterAddress;
import org.specimen.proof.StandInJupyter;
import picocli.CommandLine;

/** Jupyter from the terminal, with this computer's Python and a JupyterLab of the test's own. */
@Timeout(300)
class JupyterCommandTest extends AtTheTerminal {

    private static final MachineFacts MACHINE = MachineProbe.probe();
    private static final Pattern ADDRESS = Pattern.compile(" {2}http://127\\.0\\.0\\.1:([0-9]+)(/lab)\\?token=(.+)");

    private final FakePyPi index = new FakePyPi();
    private final List<Path> pages = new ArrayList<>();
    private final List<String> browsed = new ArrayList<>();

    @BeforeEach
    void aProject() throws IOException {
        StandInJupyter.serve(index, "4.6.4");
        Wheels.serve(index, "tinystats", "1.2.0", Map.of("tinystats.py", ""), List.of());
        write("requirements.in", "jupyterlab\n");
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void withoutFilesItSaysWhichCommandWritesThem() {
        assertRefused(run("jupyter", folder.toString()), 2, "specimen write");
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        assertRefused(run("jupyter", folder.toString(), "--port", "70000"), 2, "--port");
    }

    @Test
    void withoutJupyterAmongThePackagesItSaysWhatAddsIt() throws IOException {
        write("requirements.in", "tinystats\n");
        written();

        Outcome outcome =
                here("jupyter", folder.toString(), "--index-url", index.simple().toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.error())
                .contains("JupyterLab is not among the packages", "\"jupyter: true\"", "specimen write");
    }

    @Test
    void opensAPageThatLeadsToTheAddressAndEndsWhenItIsShutDownThere() throws IOException {
        written();

        Outcome outcome =
                here("jupyter", folder.toString(), "--index-url", index.simple().toString());

        assertThat(outcome.status()).as(outcome.error()).isZero();
        assertThat(browsed).hasSize(1);
        assertThat(browsed.get(0)).matches("http://127\\.0\\.0\\.1:[0-9]+/lab\\?token=[0-9a-f]{48}");
        assertThat(outcome.out())
                .contains("  " + browsed.get(0) + "\n", "saved in " + folder, "Jupyter was shut down.");
        assertThat(pages).singleElement().satisfies(page -> {
            assertThat(page).doesNotExist();
            assertThat(page.toString())
                    .as("others read it")
                    .doesNotContain(browsed.get(0).replaceFirst(".*=", ""));
        });
    }

    @Test
    void endsWithTheProcess() throws Exception {
        written();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Launcher.class.getName(),
                        "jupyter",
                        folder.toString(),
                        "--no-browser",
                        "--index-url",
                        index.simple().toString())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            Optional<JupyterAddress> address = Optional.empty();
            for (String line = out.readLine(); line != null && address.isEmpty(); ) {
                said.add(line);
                Matcher found = ADDRESS.matcher(line);
                if (found.matches()) {
                    address = Optional.of(
                            new JupyterAddress(Integer.parseInt(found.group(1)), found.group(2), found.group(3)));
                } else {
                    line = out.readLine();
                }
            }
            assertThat(address).as(said.toString()).isPresent();
            assertThat(StandInJupyter.get(address.orElseThrow().full()).statusCode())
                    .isEqualTo(200);

            // Unlike the process's own, this leaves what it says open.
            process.toHandle().destroy();

            assertThat(out.lines().toList()).contains("Jupyter is stopped.");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            String full = address.orElseThrow().full();
            assertThatThrownBy(() -> StandInJupyter.get(full)).isInstanceOf(ConnectException.class);
        } finally {
            process.destroyForcibly();
        }
    }

    private void written() {
        assumeThat(MACHINE.pythons()).as("a Python on this computer").isNotEmpty();
        String minor = MACHINE.pythons().get(0).version().replaceFirst("^(3\\.[0-9]+).*", "$1");
        Outcome outcome = here(
                "write",
                folder.toString(),
                "--stack",
                "venv",
                "--python",
                minor,
                "--index-url",
                index.simple().toString());
        assertThat(outcome.status()).as(outcome.error()).isZero();
        assertThat(Files.exists(folder.resolve("requirements.txt"))).isTrue();
    }

    private Outcome here(String... arguments) {
        var out = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
        Workbench workbench = new Workbench(Catalogue.open(), Rulebook::shipped, () -> MACHINE);
        int status = arguments[0].equals("jupyter")
                ? new CommandLine(new JupyterCommand(terminal, () -> workbench, Workbench::proving, this::browse))
                        .setExecutionExceptionHandler((failure, command, parsed) -> {
                            terminal.error(String.valueOf(failure.getMessage()));
                            return ((Problem) failure).status().code();
                        })
                        .execute(List.of(arguments).subList(1, arguments.length).toArray(String[]::new))
                : new CommandLineFace(() -> workbench, terminal).run(arguments);
        terminal.flush();
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    /** Looks at the page, and shuts Jupyter down there. */
    private boolean browse(Path page) {
        pages.add(page);
        try {
            String address = Files.readString(page).replaceFirst("(?s).*url=([^\"]*).*", "$1");
            browsed.add(address);
            Matcher found = ADDRESS.matcher("  " + address);
            return found.matches()
                    && StandInJupyter.shutDown(new JupyterAddress(
                                    Integer.parseInt(found.group(1)), found.group(2), found.group(3)))
                            == 200;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
