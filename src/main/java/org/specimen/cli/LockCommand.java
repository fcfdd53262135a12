package org.specimen.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.specimen.app.CondaLockFile;
import org.specimen.app.CondaLocking;
import org.specimen.app.CondaLocking.Locked;
import org.specimen.app.CondaLocking.Wish;
import org.specimen.app.PlainFiles;
import org.specimen.conda.Platform;
import org.specimen.problem.BadInput;
import org.specimen.problem.ExitStatus;
import org.specimen.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes down the exact packages that an environment.yml means. */
@Command(
        name = "lock",
        description = {
            "Finds the exact packages that the project's environment.yml means, and writes them into conda-lock.yml.",
            "Neither conda nor the platform that it is for is needed."
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

    @Option(
            names = "--platform",
            paramLabel = "P",
            split = ",",
            description =
                    "Where it shall hold: linux-64, osx-arm64, win-64 … Several times, or P,P. This computer otherwise.")
    List<String> platforms = List.of();

    @Option(
            names = "--conda-channel",
            paramLabel = "URL",
            description =
                    "A channel's name, address or folder, in place of those in environment.yml. Several times, the first one counts most.")
    List<String> channels = List.of();

    @Option(
            names = "--explicit",
            description = "Writes a list of files for each platform beside it, for conda create --file.")
    boolean explicit;

    @Option(names = "--dry-run", description = "Says what would be locked, and writes nothing.")
    boolean dryRun;

    private final Terminal terminal;
    private final Supplier<CondaLocking> locking;

    LockCommand(Terminal terminal, Supplier<CondaLocking> locking) {
        this.terminal = terminal;
        this.locking = locking;
    }

    @Override
    public Integer call() {
        Wish wish =
                new Wish(folder, platforms.stream().map(LockCommand::platform).toList(), channels);
        Locked locked = locking.get().lock(wish, Progress.NONE);
        Map<String, String> files = new LinkedHashMap<>();
        files.put(CondaLockFile.NAME, CondaLockFile.text(locked));
        if (explicit) {
            locked.packages()
                    .keySet()
                    .forEach(platform ->
                            files.put(CondaLockFile.explicitName(platform), CondaLockFile.explicit(locked, platform)));
        }
        if (!dryRun) {
            PlainFiles.write(folder, files);
        }
        terminal.lines(told(locked, files));
        return ExitStatus.DONE.code();
    }

    private static Platform platform(String name) {
        return Platform.tryOf(name.strip())
                .filter(platform -> platform != Platform.NOARCH)
                .orElseThrow(() -> new BadInput("There is no platform \"" + name
                        + "\". Conda's are linux-64, linux-aarch64, osx-arm64, osx-64, win-64 and rarer ones."));
    }

    private List<String> told(Locked locked, Map<String, String> files) {
        List<String> lines = new ArrayList<>();
        String counts = locked.packages().entrySet().stream()
                .map(entry -> Counted.of(entry.getValue().size(), "package") + " for " + entry.getKey())
                .collect(Collectors.joining(", "));
        lines.add((dryRun ? "Would write " : "Wrote ") + String.join(", ", files.keySet()) + ": " + counts + ".");
        if (!locked.pip().isEmpty()) {
            lines.add("Not locked, because it stands under pip: " + String.join(", ", locked.pip())
                    + ". Install it with pip afterwards.");
        }
        if (locked.skipped() > 0) {
            lines.add(Counted.of(locked.skipped(), "record") + " of the channels could not be read and did not count.");
        }
        return lines;
    }
}
