package org.specimen.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.specimen.app.Preview;
import org.specimen.app.Project;
import org.specimen.app.Wishes;
import org.specimen.app.Workbench;
import org.specimen.files.WriteReport;
import org.specimen.plan.PlanFile;
import org.specimen.problem.BadInput;
import org.specimen.problem.ExitStatus;
import org.specimen.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Pins again what a plan says. */
@Command(
        name = "lock",
        description = {
            "Pins again what the plan of a project (specimen.yml) says, and writes the files that pin it.",
            "Nothing is decided anew; versions that are pinned stay while they fit."
        })
final class LockCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    Path folder;

    @Mixin
    IndexOptions index = new IndexOptions();

    private final Terminal terminal;
    private final Supplier<Workbench> workbench;

    LockCommand(Terminal terminal, Supplier<Workbench> workbench) {
        this.terminal = terminal;
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Workbench bench = workbench.get().choosingFrom(index.read());
        terminal.lines(bench.recover(folder).messages());
        Project project = bench.open(folder, Progress.NONE);
        if (project.plan().isEmpty()) {
            throw new BadInput("There is no " + PlanFile.NAME + " in " + folder + ", so that nothing says what to pin."
                    + " Run \"specimen write " + folder + "\" first.");
        }
        Preview preview = bench.preview(project, Wishes.NONE, Progress.NONE);
        WriteReport report = bench.write(preview);
        terminal.lines(
                WriteText.after(folder, preview, report, bench.missingPython(Optional.of(project), preview.plan())));
        return ExitStatus.DONE.code();
    }
}
