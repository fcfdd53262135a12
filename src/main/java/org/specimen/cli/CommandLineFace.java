package org.specimen.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.specimen.app.Workbench;
import org.specimen.problem.ExitStatus;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Problem;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the command that the arguments name and tells how it ended. */
public final class CommandLineFace {

    private static final Set<String> COMMANDS = Set.of("sample", "scan", "advise", "write", "lock", "build", "undo");

    private final Supplier<Workbench> workbench;
    private final Terminal terminal;

    CommandLineFace(Supplier<Workbench> workbench, Terminal terminal) {
        this.workbench = workbench;
        this.terminal = terminal;
    }

    /** Whether a word names a command, whatever folders there are. */
    public static boolean isCommand(String word) {
        return COMMANDS.contains(word);
    }

    /**
     * Runs one command in this process's terminal.
     *
     * @param workbench called by the commands that need it
     * @return the exit status
     */
    public static int run(Supplier<Workbench> workbench, String... arguments) {
        return new CommandLineFace(workbench, Terminal.ofProcess()).run(arguments);
    }

    /**
     * Tells on this process's standard error why a window could not open.
     *
     * @return the exit status
     */
    public static int tell(RuntimeException failure) {
        return tell(Terminal.ofProcess(), failure);
    }

    /** JavaFX, and work that was begun on another thread, wrap what is to be told. */
    static int tell(Terminal terminal, RuntimeException failure) {
        Throwable told = failure;
        while (!(told instanceof Problem) && told.getCause() != null) {
            told = told.getCause();
        }
        return ended(terminal, told);
    }

    int run(String... arguments) {
        CommandLine commandLine = new CommandLine(new SpecimenCommand(terminal));
        commands(arguments).forEach(command -> commandLine.addSubcommand(command));
        commandLine
                .setOut(terminal.writer())
                .setExecutionExceptionHandler((failure, command, parsed) -> ended(terminal, failure))
                .setParameterExceptionHandler((wrong, given) -> misused(wrong));
        int status = commandLine.execute(arguments);
        if (!terminal.flush()) {
            terminal.error("The output could not be printed whole. Check where it goes, and whether the disk is full.");
            return Math.max(status, ExitStatus.OUTSIDE.code());
        }
        return status;
    }

    /** The command that is asked for, where it is clear: to set the others up takes a while. Else all of them. */
    private List<Object> commands(String... arguments) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("sample", () -> new SampleCommand(terminal));
        all.put("scan", () -> new ScanCommand(terminal, workbench));
        all.put("advise", () -> new AdviseCommand(terminal, workbench));
        all.put("write", () -> new WriteCommand(terminal, workbench));
        all.put("lock", () -> new LockCommand(terminal, workbench));
        all.put("build", () -> new BuildCommand(terminal, workbench, Workbench::proving));
        all.put("undo", () -> new UndoCommand(terminal, workbench));
        Supplier<Object> asked = arguments.length == 0 ? null : all.get(arguments[0]);
        return asked == null ? all.values().stream().map(Supplier::get).toList() : List.of(asked.get());
    }

    private static int ended(Terminal terminal, Throwable failure) {
        if (failure instanceof Problem problem) {
            terminal.error(problem.explanation());
            if (problem instanceof NoSolution none) {
                WaysOut.of(none.refusals()).forEach(terminal::error);
            }
        } else {
            terminal.error(
                    "This is a fault in Specimen, not in your project: " + failure
                            + ". Run the same command with SPECIMEN_JAVA_OPTS=-Dspecimen.trace=true and report what it prints.");
        }
        if (Boolean.getBoolean("specimen.trace")) {
            terminal.error(trace(failure));
        }
        return failure instanceof Problem problem ? problem.status().code() : ExitStatus.FAULT.code();
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    private int misused(ParameterException wrong) {
        terminal.error(String.valueOf(wrong.getMessage()));
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            terminal.error("Did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?");
        }
        terminal.error(
                "\"" + wrong.getCommandLine().getCommandSpec().qualifiedName() + " --help\" says what it can do.");
        return ExitStatus.BAD_INPUT.code();
    }
}
