package org.specimen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.specimen.app.JupyterListener;
import org.specimen.app.Project;
import org.specimen.app.ProofWishes;
import org.specimen.app.Proving;
import org.specimen.app.Workbench;
import org.specimen.problem.BadInput;
import org.specimen.problem.ExitStatus;
import org.specimen.problem.NoSolution;
import org.specimen.proof.JupyterAddress;
import org.specimen.proof.LogLine;
import org.specimen.proof.ProofRequest;
import org.specimen.proof.RunLimits;
import org.specimen.proof.Station;
import org.specimen.proof.Trouble;
import org.specimen.task.Cancelled;
import org.specimen.task.Interruption;
import org.specimen.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Opens the notebooks of a project with Jupyter in the environment that its files make. */
@Command(
        name = "jupyter",
        description = {
            "Opens the notebooks of a project with Jupyter in the environment that its files make. The environment is made",
            "first where it is not there yet. Only this computer reaches it, at the address that is printed: keep that to",
            "yourself. What you save there is saved in the project. Ctrl-C ends it, and leaves no container behind.",
            "",
            "In a container, what runs there sees the project and the network, and nothing else of this computer. In a venv",
            "and in a conda environment it may do what you may."
        },
        footer = {
            "",
            "Exit status: 0 it was shut down from its own page; 1 there is no Jupyter in the environment, or the environment",
            "cannot be made; 2 wrong usage; 3 Jupyter, the environment's tool, the disk or the network failed; 130 it was",
            "ended by Ctrl-C."
        })
final class JupyterCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    @Parameters(index = "0", paramLabel = "DIR", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    Path folder;

    @Mixin
    MakeOptions options = new MakeOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port to listen on. Without it, 8888 or the next that is free.")
    @Nullable
    Integer port;

    @Option(names = "--no-browser", description = "Prints the address and opens no browser.")
    boolean noBrowser;

    private final Terminal terminal;
    private final Supplier<Workbench> workbench;
    private final Function<Workbench, Proving> provings;
    private final Browser browser;

    JupyterCommand(
            Terminal terminal, Supplier<Workbench> workbench, Function<Workbench, Proving> provings, Browser browser) {
        this.terminal = terminal;
        this.workbench = workbench;
        this.provings = provings;
        this.browser = browser;
    }

    @Override
    public Integer call() {
        if (port != null && (port < 1 || port > HIGHEST_PORT)) {
            throw new BadInput("--port is a number from 1 to " + HIGHEST_PORT + ".");
        }
        RunLimits usual = ProofWishes.USUAL.limits();
        ProofWishes wishes = options.read()
                .withCommand(Optional.of(List.of()))
                .withLimits(new RunLimits(usual.time(), options.memory(), true, usual.gpu()));
        Workbench bench = workbench.get();
        Proving proving = provings.apply(bench);
        List<String> recovered = bench.recover(folder).messages();
        Project project = bench.open(folder, Progress.NONE);
        if (project.plan().isEmpty()) {
            throw new BadInput("Nothing was written for " + folder + " yet, so there is no environment to open it in."
                    + " Run \"specimen write " + folder + "\" first.");
        }
        ProofRequest request = proving.request(project, wishes);
        terminal.lines(recovered);
        // What is told of the end is told before the process may end.
        try (Interruption interruption = Interruption.heard(Progress.NONE)) {
            return open(proving, request, interruption);
        }
    }

    private int open(Proving proving, ProofRequest request, Progress progress) {
        Live live = new Live();
        try {
            proving.notebooks()
                    .open(request, port == null ? OptionalInt.empty() : OptionalInt.of(port), live, progress);
            terminal.line("Jupyter was shut down.");
        } catch (Cancelled cancelled) {
            terminal.line("");
            terminal.line(live.answered ? "Jupyter is stopped." : "Cancelled before Jupyter was up.");
            terminal.flush();
            return Interruption.STATUS;
        } catch (NoSolution none) {
            if (live.isLacking) {
                terminal.error(none.explanation());
                terminal.error("Set \"jupyter: true\" under \"options\" in specimen.yml, and type:");
                terminal.error("  specimen write " + folder);
                return ExitStatus.NO.code();
            }
            if (live.taken.isPresent()) {
                terminal.error(BuildText.trouble(live.taken.get()));
                return ExitStatus.NO.code();
            }
            throw none;
        }
        terminal.flush();
        return ExitStatus.DONE.code();
    }

    /**
     * Says how the environment is made. What Jupyter says is not for the person who works in it, and in a container names
     * an address that is none here; its last words are told where it fails.
     */
    private final class Live extends BuildText.Live implements JupyterListener {

        private volatile boolean answered;
        private boolean isLacking;

        /** Something of somebody else's in the place of the environment. */
        private Optional<Trouble> taken = Optional.empty();

        Live() {
            super(terminal);
        }

        @Override
        public void logged(LogLine line) {
            if (line.station() != Station.RUN || line.source() == LogLine.Source.SPECIMEN) {
                super.logged(line);
            }
        }

        @Override
        public void troubled(Station station, Trouble trouble) {
            isLacking |= trouble.fixes().contains(new Trouble.Fix.AddJupyterLab());
            if (trouble.fixes().stream().anyMatch(Trouble.Fix.ReplaceExisting.class::isInstance)) {
                taken = Optional.of(trouble);
            }
        }

        @Override
        public void answers(JupyterAddress address, Optional<Path> page) {
            answered = true;
            terminal.line("");
            terminal.line("Jupyter runs on this computer. What you save there is saved in "
                    + folder.toAbsolutePath().normalize() + ".");
            // As it is: the token in it is the person's way in.
            terminal.document("  " + address.full() + "\n");
            terminal.line("Ctrl-C ends it.");
            terminal.flush();
            if (!noBrowser && !page.map(browser::open).orElse(false)) {
                terminal.line("No browser could be opened: open the address yourself.");
                terminal.flush();
            }
        }
    }
}
