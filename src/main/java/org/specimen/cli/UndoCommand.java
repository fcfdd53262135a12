package org.specimen.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.specimen.app.Workbench;
import org.specimen.files.Undo;
import org.specimen.problem.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes the last write back. */
@Command(name = "undo", description = "Takes the last write back; a file that you changed since then stays as it is.")
final class UndoCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    Path folder;

    private final Terminal terminal;
    private final Supplier<Workbench> workbench;

    UndoCommand(Terminal terminal, Supplier<Workbench> workbench) {
        this.terminal = terminal;
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Workbench bench = workbench.get();
        terminal.lines(bench.recover(folder).messages());
        Optional<Undo> undone = bench.undo(folder);
        if (undone.isEmpty()) {
            terminal.line("There is no write to undo in " + folder + ".");
        } else {
            terminal.line("Took back the last write in " + folder + ".");
            undone.get().steps().forEach(step -> terminal.line("  " + done(step.action()) + step.path()));
        }
        return ExitStatus.DONE.code();
    }

    private static String done(Undo.Action action) {
        return switch (action) {
            case RESTORE -> "restored  ";
            case REMOVE -> "removed   ";
            case LEAVE -> "left, because it was changed since: ";
        };
    }
}
