package org.specimen.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.conda.Channel;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.Platform;
import org.specimen.conda.VirtualPackage;
import org.specimen.conda.VirtualPackages;
import org.specimen.format.EnvironmentYaml;
import org.specimen.problem.BadInput;
import org.specimen.problem.NoSolution;
import org.specimen.resolve.conda.CondaOutcome;
import org.specimen.resolve.conda.CondaProblem;
import org.specimen.resolve.conda.CondaSolver;
import org.specimen.task.Progress;

/** Locks a project's environment.yml: finds the exact packages that it means on each platform. */
public final class CondaLocking {

    private static final List<String> FILES = List.of("environment.yml", "environment.yaml");

    private final ChannelStores stores;
    private final Map<String, String> environment;

    /**
     * Locks by the package lists of some stores.
     *
     * @param environment the variables of the process, by which conda lets a machine be described
     */
    public CondaLocking(ChannelStores stores, Map<String, String> environment) {
        this.stores = stores;
        this.environment = Map.copyOf(environment);
    }

    /** Locks by the channels that this computer can reach. */
    public static CondaLocking ofThisComputer() {
        return new CondaLocking(ChannelStores.ofThisComputer(), System.getenv());
    }

    /** The name of the file that says what to lock, where there is one. */
    public static Optional<String> environmentIn(Path folder) {
        return FILES.stream()
                .filter(name -> SmallFiles.inProject(folder, name).isPresent())
                .findFirst();
    }

    /**
     * What is to be locked.
     *
     * @param platforms where it shall hold; none for those of the file, or the one of this computer
     * @param channels names, addresses or folders to take in place of those of the file; none for those of the file
     */
    public record Wish(Path folder, List<Platform> platforms, List<String> channels) {
        public Wish {
            platforms = List.copyOf(platforms);
            channels = List.copyOf(channels);
        }
    }

    /**
     * A locked environment.
     *
     * @param file the name of the file that was locked
     * @param asked what stands in it
     * @param channels as a person writes them
     * @param pip what stands under {@code pip:}, which is not locked
     * @param skipped records of the channels that could not be read
     */
    public record Locked(
            String file,
            EnvironmentYaml asked,
            List<String> channels,
            List<MatchSpec> specs,
            Map<Platform, List<PackageRecord>> packages,
            Map<Platform, List<VirtualPackage>> virtual,
            List<String> pip,
            long skipped) {}

    /**
     * Locks.
     *
     * @throws BadInput if there is no environment.yml, or something in it cannot be read
     * @throws NoSolution if there is no such environment on one of the platforms
     * @throws org.specimen.problem.OutsideFailure if a channel cannot be read
     */
    public Locked lock(Wish wish, Progress progress) {
        if (!Files.isDirectory(wish.folder())) {
            throw new BadInput("There is no folder " + wish.folder() + ". Check the name.");
        }
        String file = environmentIn(wish.folder())
                .orElseThrow(() -> new BadInput("There is no environment.yml in " + wish.folder()
                        + ". \"specimen write\" makes one, for the stacks with Conda."));
        EnvironmentYaml asked = EnvironmentYaml.parse(
                file, SmallFiles.inProject(wish.folder(), file).orElseThrow());
        List<Channel> channels = channels(wish, asked).stream()
                .map(name -> LocalChannel.parse(name, wish.folder()))
                .toList();
        // Not as they were written: that may hold a login.
        List<String> channelNames = channels.stream().map(Channel::toString).toList();
        try (OpenLists lists = new OpenLists(stores.of(channels), Optional.empty(), progress)) {
            Map<Platform, List<PackageRecord>> packages = new LinkedHashMap<>();
            Map<Platform, List<VirtualPackage>> virtual = new LinkedHashMap<>();
            for (Platform platform : platforms(wish, file, asked)) {
                List<MatchSpec> specs = specs(file, asked.on(platform), wish, channels);
                List<VirtualPackage> here = virtual(platform);
                CondaProblem problem = new CondaProblem(specs, lists.of(channels, platform), here, Set.of());
                packages.put(platform, solved(problem, file, platform, channelNames, progress));
                virtual.put(platform, here);
            }
            return new Locked(
                    file,
                    asked,
                    channelNames,
                    specs(file, asked, wish, channels),
                    packages,
                    virtual,
                    CondaWishes.pip(asked),
                    lists.skipped());
        }
    }

    private static List<MatchSpec> specs(String file, EnvironmentYaml asked, Wish wish, List<Channel> channels) {
        return CondaWishes.of(file, asked, wish.channels().isEmpty() ? List.of() : channels);
    }

    private static List<PackageRecord> solved(
            CondaProblem problem, String file, Platform platform, List<String> channels, Progress progress) {
        progress.doing("solving for " + platform, 0, 0);
        CondaOutcome outcome = CondaSolver.solve(problem, progress);
        if (outcome instanceof CondaOutcome.Solved solved) {
            return solved.records();
        }
        CondaOutcome.Impossible impossible = (CondaOutcome.Impossible) outcome;
        List<String> lines = new ArrayList<>();
        lines.add("What " + file + " asks for cannot be had for " + platform + " from " + String.join(" and ", channels)
                + ": " + impossible.what());
        lines.addAll(impossible.waysOut());
        if (!impossible.why().isEmpty()) {
            lines.add("Why:");
            impossible.why().forEach(line -> lines.add("  " + line));
        }
        throw new NoSolution(String.join("\n", lines));
    }

    private List<VirtualPackage> virtual(Platform platform) {
        try {
            return VirtualPackages.assumed(platform, environment);
        } catch (IllegalArgumentException wrong) {
            throw new BadInput(wrong.getMessage() + ". Set it to a version, or to nothing.", wrong);
        }
    }

    /** Those that are named, else those of the file, else this computer's. */
    private static List<Platform> platforms(Wish wish, String file, EnvironmentYaml asked) {
        if (!wish.platforms().isEmpty()) {
            return wish.platforms().stream().distinct().toList();
        }
        if (!asked.platforms().isEmpty()) {
            return asked.platforms().stream()
                    .map(name -> Platform.tryOf(name)
                            .filter(platform -> platform != Platform.NOARCH)
                            .orElseThrow(() -> new BadInput("There is no platform \"" + name + "\", which " + file
                                    + " names. Conda's are linux-64, linux-aarch64, osx-arm64, osx-64, win-64 and rarer"
                                    + " ones.")))
                    .distinct()
                    .toList();
        }
        return List.of(Platform.current()
                .orElseThrow(() ->
                        new BadInput("Conda knows no platform like this computer. Name one: --platform linux-64")));
    }

    private static List<String> channels(Wish wish, EnvironmentYaml asked) {
        List<String> named = wish.channels().isEmpty() ? asked.channels() : wish.channels();
        List<String> channels = named.stream()
                .filter(name -> !name.equals(Channel.NO_DEFAULTS.name()))
                .distinct()
                .toList();
        return channels.isEmpty() ? List.of(Channel.CONDA_FORGE.name()) : channels;
    }
}
