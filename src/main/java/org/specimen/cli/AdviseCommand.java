package org.specimen.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.specimen.app.Advice;
import org.specimen.app.Workbench;
import org.specimen.format.JsonWriter;
import org.specimen.problem.ExitStatus;
import org.specimen.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which stack fits a project, and why. */
@Command(
        name = "advise",
        description = "Says whether venv, Conda, Docker, or Conda inside Docker fits, and why.",
        footer = {
            "",
            "The answers file has these keys; each may be left out or be \"unknown\":",
            "  people             me, same-os-team, mixed-os-team, public",
            "  os-trouble         yes, no: do differences between operating systems bite?",
            "  machines           one, several",
            "  horizon            weeks, months, years: how long must results be reproducible?",
            "  purpose            exploration, paper, pipeline, teaching, application",
            "  runs-on            any of laptop, ci, cluster, cloud-vm, hosted-notebook",
            "  compiled           yes, no: are libraries below Python needed, such as GDAL?",
            "  python             any, or a version such as 3.12",
            "  gpu                none, wheels (packages that bring their own CUDA), mps (Apple),",
            "                     cuda (a fixed CUDA version, or code to compile)",
            "  docker             ready, installable, no",
            "  operating-systems  any of linux, macos, windows",
            "  ai                 any of api, models, randomness",
            "",
            "Several values are written as a list: runs-on: [laptop, cluster]"
        })
final class AdviseCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description = "The project's folder; without it, the answers alone decide.")
    @Nullable
    Path folder;

    @Mixin
    AnswersOption answers = new AnswersOption();

    @Option(names = "--json", description = "Prints one JSON document.")
    boolean json;

    private final Terminal terminal;
    private final Supplier<Workbench> workbench;

    AdviseCommand(Terminal terminal, Supplier<Workbench> workbench) {
        this.terminal = terminal;
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Workbench bench = workbench.get();
        Advice advice = bench.advise(
                Optional.ofNullable(folder).map(project -> bench.open(project, Progress.NONE)), answers.read());
        if (json) {
            terminal.document(JsonWriter.write(AdviceJson.of(advice.recommendation())));
        } else {
            terminal.lines(advice.facts().map(ScanText::nothingFound).orElse(List.of()));
            terminal.lines(AdviceText.of(advice.recommendation()));
        }
        return ExitStatus.DONE.code();
    }
}
