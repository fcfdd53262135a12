package org.specimen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.specimen.app.IndexChoice;
import org.specimen.app.Preview;
import org.specimen.app.Project;
import org.specimen.app.ProofWishes;
import org.specimen.app.Proving;
import org.specimen.app.Workbench;
import org.specimen.files.WriteReport;
import org.specimen.format.JsonWriter;
import org.specimen.problem.BadInput;
import org.specimen.problem.ExitStatus;
import org.specimen.proof.Proof;
import org.specimen.proof.ProofListener;
import org.specimen.proof.ProofRequest;
import org.specimen.proof.ReportData;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;
import org.specimen.proof.Trouble;
import org.specimen.proof.Verdict;
import org.specimen.task.Cancelled;
import org.specimen.task.Interruption;
import org.specimen.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the environment of a project, runs the project in it, and says whether it reproduced. */
@Command(
        name = "build",
        description = {
            "Makes the environment of a project from its files, checks that every import works, runs the project in it",
            "on a copy, compares its results with those in the project, and says whether it reproduced. The report is",
            "written into the project: reproducibility-report.html and .json.",
            "",
            "A container holds what runs in it: no network unless you allow it, and your files are out of its reach. A",
            "venv and a conda environment do not: what runs there may do what you may."
        },
        footer = {
            "",
            "Exit status: 0 it reproduced, or ran and there was nothing to compare; 1 it differs here or failed; 2 wrong",
            "usage; 3 the environment's tool, the disk or the network failed; 130 it was cancelled by Ctrl-C."
        })
final class BuildCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    Path folder;

    @Mixin
    BuildOptions options = new BuildOptions();

    @Option(
            names = "--freeze",
            description = "Writes what was really there into the files: the digest of the base image, and the exact"
                    + " system packages.")
    boolean freeze;

    @Option(names = "--json", description = "Prints one JSON document: the report.")
    boolean json;

    private final Terminal terminal;
    private final Supplier<Workbench> workbench;
    private final Function<Workbench, Proving> provings;

    BuildCommand(Terminal terminal, Supplier<Workbench> workbench, Function<Workbench, Proving> provings) {
        this.terminal = terminal;
        this.workbench = workbench;
        this.provings = provings;
    }

    @Override
    public Integer call() {
        ProofWishes wishes = options.read();
        Workbench bench = workbench.get();
        Proving proving = provings.apply(bench);
        List<String> recovered = bench.recover(folder).messages();
        Project project = bench.open(folder, Progress.NONE);
        if (project.plan().isEmpty()) {
            throw new BadInput("Nothing was written for " + folder + " yet, so there is nothing to build. Run"
                    + " \"specimen write " + folder + "\" first.");
        }
        ProofRequest request = proving.request(project, wishes);
        if (!json) {
            terminal.lines(recovered);
        }
        // What is told of a cancelled build is told before the process may end.
        try (Interruption interruption = Interruption.heard(Progress.NONE)) {
            return build(bench, proving, project, request, interruption);
        }
    }

    private int build(
            Workbench bench, Proving proving, Project project, ProofRequest request, Interruption interruption) {
        try {
            Proof proof =
                    proving.prove(request, json ? ProofListener.NONE : new BuildText.Live(terminal), interruption);
            if (json) {
                terminal.document(JsonWriter.write(ReportData.of(proof)));
            } else {
                terminal.lines(BuildText.of(proof, proving.report(folder)));
            }
            if (freeze && proof.environment().isPresent()) {
                freeze(bench, proving, project, proof, interruption);
            }
            return status(proof);
        } catch (Cancelled cancelled) {
            terminal.error("Cancelled. Nothing is left of the run.");
            return Interruption.STATUS;
        }
    }

    private void freeze(Workbench bench, Proving proving, Project project, Proof proof, Progress progress) {
        Workbench choosing = options.make.index == null
                ? bench
                : bench.choosingFrom(IndexChoice.USUAL.withIndex(options.make.index));
        Preview preview = proving.freeze(choosing, project, proof, progress);
        WriteReport report = choosing.write(preview);
        if (!json) {
            terminal.lines(BuildText.frozen(report));
        }
    }

    private static int status(Proof proof) {
        boolean isToolMissing = proof.stations().stream()
                .anyMatch(report -> report.station() == Station.TOOL && report.state() == StationState.FAILED);
        boolean isFromOutside =
                proof.environment().isEmpty() && proof.trouble().stream().anyMatch(Trouble::isOutside);
        if (isToolMissing || isFromOutside) {
            return ExitStatus.OUTSIDE.code();
        }
        boolean isNo = proof.verdict() == Verdict.FAILED || proof.verdict() == Verdict.DIFFERS;
        return (isNo ? ExitStatus.NO : ExitStatus.DONE).code();
    }
}
