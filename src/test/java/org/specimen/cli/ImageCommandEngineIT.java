package org.specimen.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.specimen.app.BareComputer;
import org.specimen.app.Images;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.EngineState;
import org.specimen.proof.docker.ImageStore;
import picocli.CommandLine;

/** Images at the terminal, with a real engine and Docker's own command line beside it. */
class ImageCommandEngineIT extends AtTheTerminal {

    private static final String NAME = "specimen-it-terminal";

    private final String address = System.getProperty("specimen.engine", "");

    @BeforeEach
    void aProjectWithFiles() throws IOException {
        assumeThat(address).as("the address of an engine, in -Dspecimen.engine").isNotEmpty();
        folder = Files.createDirectory(folder.resolve(NAME));
        write("analysis.py", "print(1)\n");
        assertThat(run("write", folder.toString(), "--stack", "docker").status())
                .isZero();
    }

    @AfterEach
    void forget() throws Exception {
        docker("image", "rm", "--force", NAME);
    }

    private int docker(String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("docker").directory(folder.toFile());
        builder.command().addAll(List.of(words));
        builder.environment().put("DOCKER_HOST", address);
        builder.environment().put("DOCKER_BUILDKIT", "0");
        return builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private Outcome image(String... words) {
        var out = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8));
        ImageStore store = ImageStore.of(new MachineFacts.Engine(EngineState.READY, "Docker", Optional.of(address)));
        int status = new CommandLine(ImageCommand.with(
                                terminal, () -> BareComputer.WORKBENCH, () -> new Images(store, Optional::empty))
                        .getCommandSpec())
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> CommandLineFace.tell(terminal, (RuntimeException) failure))
                .execute(words);
        terminal.flush();
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    private void build() throws Exception {
        Path other = folder.resolve("Dockerfile.scratch");
        Files.writeString(other, "FROM scratch\nLABEL org.specimen.project=" + NAME + "\nCOPY analysis.py /\n");
        assertThat(docker("build", "-t", NAME, "-f", other.toString(), "."))
                .as("docker build")
                .isZero();
    }

    @Test
    void anImageIsSavedAndLoadedInWordsAndAsADocument() throws Exception {
        String file = folder.resolve("workshop.tar").toString();
        assertRefused(image("save", folder.toString(), file), 1, "There is no image " + NAME + ":latest here");
        build();

        Outcome saved = image("save", folder.toString(), file);
        assertThat(saved.out()).contains("Saved " + NAME + ":latest to " + file).contains("\nSHA-256: ");
        assertThat(saved.status()).isZero();
        assertRefused(image("save", folder.toString(), file), 2, "is there already");
        assertThat(image("save", folder.toString(), file, "--force", "--json").out())
                .startsWith("{")
                .contains("\"sha256\" : \"");

        docker("image", "rm", "--force", NAME);
        Outcome loaded = image("load", file);
        assertThat(loaded.out()).endsWith("Loaded " + NAME + ":latest.\n");
        assertThat(image("load", file, "--json").out()).contains("\"images\" : [", NAME + ":latest", "\"taken\" : [ ]");
    }

    @Test
    void whatIsNoImageIsRefusedAsInput() throws Exception {
        write("letter.tar", "Dear reader");

        assertRefused(image("load", "--json", folder.resolve("letter.tar").toString()), 2, "no archive of an image");
        assertRefused(image("load", "--json", folder.resolve("none.tar").toString()), 2, "There is no file");
        assertRefused(
                image("pull", folder.toString(), "--registry-mirror", "https://mirror.example.org"), 2, "https://");
    }

    @Test
    void whatCouldBeCleanedUpIsTold() {
        Outcome told = image("clean", "--dry-run", "--json");

        assertThat(told.status()).isZero();
        assertThat(told.out()).contains("\"layers\" : ", "\"bytes\" : ", "\"removed\" : false");
    }
}
