package org.specimen.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.specimen.app.CondaLockFile;
import org.specimen.app.CondaLocking;
import org.specimen.app.CondaLocking.Locked;
import org.specimen.app.MissingPython;
import org.specimen.app.PlainFiles;
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

/** Finds the exact packages that a plan, or an environment.yml as it stands, means. */
@Command(
        name = "lock",
        description = {
            "Pins again what the plan of a project (specimen.yml) says, and writes the files that pin it. Nothing is",
            "decided anew; versions that are pinned stay while they fit.",
            "",
            "Where there is no plan, or where a platform or a channel is named, it finds the exact packages that the",
            "project's environment.yml means, and writes them into conda-lock.yml. Neither conda nor the platform that",
            "it is for is needed."
        },
        footer = {
            "",
            "The machine is taken to have what conda assumes for the platform. CONDA_OVERRIDE_CUDA, CONDA_OVERRIDE_GLIBC,",
            "CONDA_OVERRIDE_OSX and CONDA_OVERRIDE_ARCHSPEC say otherwise; an empty one takes it away."
        })
final class LockCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "The project's folder.")
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    Path folder;

    @Mixin
    IndexOptions index = new IndexOptions();

    @Mixin
    ChannelOptions channel = new ChannelOptions();

    private final Terminal terminal;
    private final Supplier<Workbench> workbench;

    LockCommand(Terminal terminal, Supplier<Workbench> workbench) {
        this.terminal = terminal;
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Workbench bench = workbench.get().choosingFrom(index.read());
        if (channel.areGiven()) {
            lockEnvironment(bench);
            return ExitStatus.DONE.code();
        }
        terminal.lines(bench.recover(folder).messages());
        Project project = bench.open(folder, Progress.NONE);
        if (project.plan().isEmpty()) {
            if (CondaLocking.environmentIn(folder).isEmpty()) {
                throw new BadInput("There is no " + PlanFile.NAME + " and no environment.yml in " + folder
                        + ", so that nothing says what to pin. Run \"specimen write " + folder + "\" first.");
            }
            lockEnvironment(bench);
            return ExitStatus.DONE.code();
        }
        Preview preview = bench.preview(project, Wishes.NONE, Progress.NONE);
        Optional<MissingPython> missing = bench.missingPython(Optional.of(project), preview.plan());
        if (channel.dryRun) {
            terminal.lines(WriteText.before(preview, missing, Optional.empty()));
        } else {
            WriteReport report = bench.write(preview);
            terminal.lines(WriteText.after(folder, preview, report, missing, Optional.empty()));
        }
        return ExitStatus.DONE.code();
    }

    private void lockEnvironment(Workbench bench) {
        Locked locked = bench.locking().lock(channel.wish(folder), Progress.NONE);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(CondaLockFile.NAME, CondaLockFile.text(locked));
        if (channel.explicit) {
            locked.packages()
                    .keySet()
                    .forEach(platform ->
                            files.put(CondaLockFile.explicitName(platform), CondaLockFile.explicit(locked, platform)));
        }
        if (!channel.dryRun) {
            PlainFiles.write(folder, files);
        }
        terminal.lines(told(locked, files));
    }

    private List<String> told(Locked locked, Map<String, String> files) {
        List<String> lines = new ArrayList<>();
        String counts = locked.packages().entrySet().stream()
                .map(entry -> Counted.of(
                                entry.getValue().size()
                                        + locked.pip()
                                                .getOrDefault(entry.getKey(), List.of())
                                                .size(),
                                "package")
                        + " for " + entry.getKey())
                .collect(Collectors.joining(", "));
        lines.add(
                (channel.dryRun ? "Would write " : "Wrote ") + String.join(", ", files.keySet()) + ": " + counts + ".");
        lines.addAll(locked.left());
        if (locked.channels().stream().anyMatch(name -> name.equals("defaults") || name.startsWith("pkgs/"))) {
            lines.add("The channel defaults is Anaconda's own, and its terms ask larger organisations for a licence."
                    + " conda-forge needs none: lock with --conda-channel conda-forge, and name it in " + locked.file()
                    + ".");
        }
        if (locked.skipped() > 0) {
            lines.add(Counted.of(locked.skipped(), "record") + " of the channels could not be read and did not count.");
        }
        return lines;
    }
}
