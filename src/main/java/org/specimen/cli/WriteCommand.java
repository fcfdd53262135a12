package org.specimen.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.specimen.advice.Stack;
import org.specimen.app.MissingPython;
import org.specimen.app.NameQuestion;
import org.specimen.app.Preview;
import org.specimen.app.Project;
import org.specimen.app.Wishes;
import org.specimen.app.Workbench;
import org.specimen.catalogue.TorchBuild;
import org.specimen.files.ExistingChoice;
import org.specimen.files.FileRole;
import org.specimen.files.WriteReport;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.Options;
import org.specimen.plan.Planner;
import org.specimen.problem.BadInput;
import org.specimen.problem.ExitStatus;
import org.specimen.problem.NoSolution;
import org.specimen.python.PackageName;
import org.specimen.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the files that pin a project. */
@Command(
        name = "write",
        description = {
            "Writes the files that pin a project: the plan (specimen.yml), the files of the stack, and ENVIRONMENT.md.",
            "It starts from specimen.yml where there is one; answers and options count over it."
        })
final class WriteCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    Path folder;

    @Mixin
    AnswersOption answers = new AnswersOption();

    @Option(
            names = "--stack",
            paramLabel = "STACK",
            description = "Takes this stack instead of the advised one: venv, conda, docker or docker-conda.")
    @Nullable
    String stack;

    @Option(names = "--python", paramLabel = "VERSION", description = "Takes this Python, as in 3.12 or 3.12.4.")
    @Nullable
    String python;

    @Mixin
    IndexOptions index = new IndexOptions();

    @Option(
            names = "--conda-channel",
            paramLabel = "URL",
            description =
                    "Takes conda's packages from this channel alone: a name, an address or a folder. Several times,"
                            + " the first one counts most. Without it, from conda-forge.")
    List<String> channels = List.of();

    @Option(names = "--dry-run", description = "Shows what would change and writes nothing.")
    boolean dryRun;

    @Option(
            names = "--existing",
            paramLabel = "CHOICE",
            description = "What to do about files of your own that stand in the way: keep, replace, or beside"
                    + " (save as NAME.specimen; the default).")
    @Nullable
    String existing;

    @Option(
            names = "--pylock",
            description = "Writes the pins into a pylock.toml too (PEP 751), from now on. It needs an"
                    + " index on the network.")
    boolean pylock;

    @Option(
            names = "--torch",
            paramLabel = "BUILD",
            description =
                    "Takes this build of PyTorch, from now on: cpu, one for a version of CUDA as in cu126, or usual."
                            + " For venv and Docker.")
    @Nullable
    String torch;

    @Option(
            names = "--leave-out",
            paramLabel = "NAME",
            split = ",",
            description = "Leaves a package out from now on, though the project names it. Several: NAME,NAME")
    List<String> leaveOut = List.of();

    @Option(
            names = "--confirm-name",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Says that a name is right, though it looks like that of another package." + " Several: NAME,NAME")
    List<String> confirmedNames = List.of();

    private final Terminal terminal;
    private final Supplier<Workbench> workbench;

    WriteCommand(Terminal terminal, Supplier<Workbench> workbench) {
        this.terminal = terminal;
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Wishes wishes = Wishes.NONE
                .withAnswers(answers.read())
                .withStack(Optional.ofNullable(stack).map(WriteCommand::stack))
                .withPython(Optional.ofNullable(python))
                .withLeftOut(leaveOut.stream().map(WriteCommand::packageName).toList())
                .withExisting(Optional.ofNullable(existing)
                        .map(WriteCommand::existing)
                        .orElse(Map.of()));
        Workbench bench = workbench.get().choosingFrom(index.read()).withChannels(channels);
        if (!dryRun) {
            terminal.lines(bench.recover(folder).messages());
        }
        Project project = bench.open(folder, Progress.NONE);
        Preview preview = bench.preview(project, withOptions(wishes, project), Progress.NONE);
        Optional<LocalDate> then = index.asOf == null ? bench.lastWorkedOn(project) : Optional.empty();
        Optional<MissingPython> missing = bench.missingPython(Optional.of(project), preview.plan());
        if (dryRun) {
            terminal.lines(WriteText.before(preview, missing, then));
        } else {
            checkNames(preview);
            WriteReport report = bench.write(preview);
            terminal.lines(WriteText.after(folder, preview, report, missing, then));
        }
        return ExitStatus.DONE.code();
    }

    private static void checkNames(Preview preview) {
        if (!preview.questions().isEmpty()) {
            throw new NoSolution(
                    preview.questions().stream().map(NameQuestion::unanswered).toList());
        }
    }

    /** What is chosen here stays chosen, beside what the plan or the project says. */
    private Wishes withOptions(Wishes wishes, Project project) {
        Options before =
                project.plan().map(EnvironmentPlan::options).orElseGet(() -> Planner.suggestedOptions(project.facts()));
        Options after = before.withPylock(pylock || before.pylock())
                .withConfirmedNames(
                        confirmedNames.stream().map(WriteCommand::packageName).toList());
        if (torch != null) {
            after = after.withTorch(torchBuild(torch));
        }
        return after.equals(before) ? wishes : wishes.withOptions(Optional.of(after));
    }

    private static Optional<TorchBuild> torchBuild(String key) {
        if (key.equals("usual")) {
            return Optional.empty();
        }
        return Optional.of(TorchBuild.ofKey(key)
                .orElseThrow(() ->
                        new BadInput("--torch is cpu, a version of CUDA as in cu126, or usual, not \"" + key + "\".")));
    }

    private static PackageName packageName(String text) {
        return PackageName.tryOf(text)
                .orElseThrow(() -> new BadInput("\"" + text + "\" cannot be the name of a package."));
    }

    private static Stack stack(String key) {
        return Stack.ofKey(key)
                .orElseThrow(() -> new BadInput("There is no stack \"" + key + "\". The stacks are "
                        + String.join(
                                ", ",
                                Arrays.stream(Stack.values()).map(Stack::key).toList()) + "."));
    }

    private static Map<FileRole, ExistingChoice> existing(String word) {
        ExistingChoice choice = switch (word) {
            case "keep" -> ExistingChoice.KEEP;
            case "replace" -> ExistingChoice.REPLACE;
            case "beside" -> ExistingChoice.BESIDE;
            default -> throw new BadInput("--existing is keep, replace or beside, not \"" + word + "\".");
        };
        Map<FileRole, ExistingChoice> choices = new LinkedHashMap<>();
        for (FileRole role : FileRole.values()) {
            choices.put(role, choice);
        }
        return choices;
    }
}
