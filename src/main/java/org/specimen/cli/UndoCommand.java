package org.specimen.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.specimen.files.Applier;
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

    UndoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Applier.recover(folder);
        Optional<Undo> last = Undo.last(folder);
        if (last.isEmpty()) {
            terminal.line("There is no write to undo in " + folder + ".");
            return ExitStatus.DONE.code();
        }
        last.get().apply();
        last.get().steps().forEach(step -> terminal.line("  " + done(step.action()) + "  " + step.path()));
        return ExitStatus.DONE.code();
    }

    private static String done(Undo.Action action) {
        return switch (action) {
            case RESTORE -> "restored ";
            case REMOVE -> "removed  ";
            case LEAVE -> "left, as it was changed since";
        };
    }
}
