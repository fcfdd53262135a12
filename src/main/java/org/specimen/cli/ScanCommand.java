package org.specimen.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.specimen.app.Workbench;
import org.specimen.format.JsonWriter;
import org.specimen.problem.ExitStatus;
import org.specimen.project.ProjectFacts;
import org.specimen.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a project uses. */
@Command(
        name = "scan",
        description =
                "Shows what a project uses, and what would break a rerun. It reads; it runs nothing in the folder.")
final class ScanCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    Path folder;

    @Option(names = "--json", description = "Prints one JSON document.")
    boolean json;

    private final Terminal terminal;
    private final Supplier<Workbench> workbench;

    ScanCommand(Terminal terminal, Supplier<Workbench> workbench) {
        this.terminal = terminal;
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        ProjectFacts facts = workbench.get().open(folder, Progress.NONE).facts();
        if (json) {
            double seconds = Math.round((System.nanoTime() - start) / 1e6) / 1e3;
            terminal.document(JsonWriter.write(ScanJson.of(facts, seconds)));
        } else {
            terminal.lines(ScanText.of(facts));
        }
        return ExitStatus.DONE.code();
    }
}
