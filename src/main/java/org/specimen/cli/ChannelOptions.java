package org.specimen.cli;

import java.nio.file.Path;
import java.util.List;
import org.specimen.app.CondaLocking.Wish;
import org.specimen.conda.Platform;
import org.specimen.problem.BadInput;
import picocli.CommandLine.Option;

/** Says what an environment.yml is locked for, and from where. */
final class ChannelOptions {

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

    /** Whether any of them was given. */
    boolean areGiven() {
        return !platforms.isEmpty() || !channels.isEmpty() || explicit;
    }

    /** What is to be locked in a folder. */
    Wish wish(Path folder) {
        return new Wish(folder, platforms.stream().map(ChannelOptions::platform).toList(), channels);
    }

    private static Platform platform(String name) {
        return Platform.tryOf(name.strip())
                .filter(platform -> platform != Platform.NOARCH)
                .orElseThrow(() -> new BadInput("There is no platform \"" + name
                        + "\". Conda's are linux-64, linux-aarch64, osx-arm64, osx-64, win-64 and rarer ones."));
    }
}
