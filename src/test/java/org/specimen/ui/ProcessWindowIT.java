package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.specimen.app.FolderContents;
import org.specimen.app.Samples;
import org.specimen.ui.session.Step;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Starts bin/specimen, goes through its window with the keys of the display, and compares what its two faces write. */
class ProcessWindowIT {

    private static final Path PROGRAM = Path.of(System.getProperty("specimen.application", "target/specimen"))
            .resolve("bin/specimen");
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path home;

    static List<String> samples() {
        return Samples.all().stream().map(Samples.Sample::name).toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theWindowWritesWhatTheCommandLineWrites(String sample) throws Exception {
        FxToolkit.registerPrimaryStage();
        FxRobot keys = new FxRobot();
        Path project = home.resolve("specimen-samples").resolve(sample);
        Process window = start();
        try (BufferedReader out = window.inputReader()) {
            assertThat(out.readLine()).isEqualTo("first-window");
            assertThat(out.readLine()).isEqualTo("first-page");
            // Where no window manager says who has the keyboard, it is the window below the pointer.
            keys.moveTo(960.0, 500.0);
            // From the button that opens a folder past the field for a path to the samples.
            keys.push(KeyCode.TAB);
            for (int tile = 0; tile <= samples().indexOf(sample); tile++) {
                keys.push(KeyCode.TAB);
            }
            keys.push(KeyCode.SPACE);
            await("the project", () -> kept("recent").contains(sample));
            for (Step step : List.of(Step.SITUATION, Step.ADVICE, Step.PACKAGES, Step.OPTIONS, Step.FILES)) {
                keys.push(KeyCode.CONTROL, KeyCode.ENTER);
                await("the step " + step, () -> kept("drafts").contains("step: " + step.name()));
            }
            await("the files", () -> {
                // While files are being made or written, the button says so and does nothing.
                keys.push(KeyCode.CONTROL, KeyCode.ENTER);
                return Files.exists(project.resolve("specimen.yml"));
            });
            await("the last step", () -> {
                keys.push(KeyCode.CONTROL, KeyCode.ENTER);
                return kept("drafts").contains("step: " + Step.TRIAL.name());
            });
        } finally {
            window.destroy();
            window.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }

        Path copy = home.resolve("elsewhere").resolve(sample);
        command("sample", sample, copy.toString());
        command("write", copy.toString());
        assertThat(FolderContents.of(project))
                .isEqualTo(FolderContents.of(copy))
                .containsKey("specimen.yml");
    }

    /** What the window has kept of itself, in the files whose path has this word. */
    private String kept(String word) {
        Path folder = home.resolve("kept");
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> all = Files.walk(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(path -> folder.relativize(path).toString().contains(word))
                    .toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException | UncheckedIOException replacedMeanwhile) {
            return "";
        }
    }

    private static void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        } catch (TimeoutException never) {
            throw new AssertionError("waited in vain for " + what, never);
        }
    }

    private Process start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(PROGRAM.toString());
        builder.environment()
                .put(
                        "SPECIMEN_JAVA_OPTS",
                        "-Dspecimen.benchmark=first-window -Dspecimen.home=" + home.resolve("kept") + " -Duser.home="
                                + home);
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static void command(String... arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Stream.concat(Stream.of(PROGRAM.toString()), Stream.of(arguments))
                        .toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
    }
}
