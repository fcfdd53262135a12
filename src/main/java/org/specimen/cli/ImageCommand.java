package org.specimen.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.specimen.app.Images;
import org.specimen.app.Workbench;
import org.specimen.format.JsonWriter;
import org.specimen.problem.ExitStatus;
import org.specimen.task.Cancelled;
import org.specimen.task.Interruption;
import org.specimen.task.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is done with images beside building them. */
@Command(
        name = "image",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "For a workshop: saves the image of a project into a file, loads it on another computer, or fetches",
            "beforehand what the image begins with. And removes what builds left.",
            "",
            "\"specimen image COMMAND --help\" says what each of them takes."
        },
        footer = {
            "",
            "Exit status: 0 done; 1 there is no such image, or it is not taken; 2 wrong usage, or a file that cannot be",
            "used; 3 the engine, the disk or the network failed; 130 it was cancelled by Ctrl-C."
        })
final class ImageCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    CommandSpec spec;

    private final Terminal terminal;

    private ImageCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** With all that it can do. */
    static CommandLine with(Terminal terminal, Supplier<Workbench> workbench, Supplier<Images> images) {
        return new CommandLine(new ImageCommand(terminal))
                .addSubcommand(new ImageSaveCommand(terminal, workbench, images))
                .addSubcommand(new ImageLoadCommand(terminal, images))
                .addSubcommand(new ImagePullCommand(terminal, workbench, images))
                .addSubcommand(new ImageCleanCommand(terminal, images));
    }

    @Override
    public Integer call() {
        terminal.document(spec.commandLine().getUsageMessage());
        return ExitStatus.DONE.code();
    }

    /** How each of them tells what it does. */
    static final class Telling {

        @Option(names = "--json", description = "Prints one JSON document.")
        boolean json;

        /** Does it, and tells what came of it: in words, or as a document. */
        <T> int tell(
                Terminal terminal,
                Function<Progress, T> work,
                Function<T, String> words,
                Function<T, Map<String, ?>> fields) {
            return tell(terminal, work, words, fields, done -> ExitStatus.DONE);
        }

        /** The same, where the answer may be no. */
        <T> int tell(
                Terminal terminal,
                Function<Progress, T> work,
                Function<T, String> words,
                Function<T, Map<String, ?>> fields,
                Function<T, ExitStatus> status) {
            try (Interruption interruption =
                    Interruption.heard(json ? Progress.NONE : new ProgressLines(terminal, System::nanoTime))) {
                T done = work.apply(interruption);
                if (json) {
                    terminal.document(JsonWriter.write(fields.apply(done)));
                } else {
                    words.apply(done).lines().forEach(terminal::line);
                }
                return status.apply(done).code();
            } catch (Cancelled cancelled) {
                terminal.error("Cancelled. Nothing is left of it.");
                return Interruption.STATUS;
            }
        }
    }
}
