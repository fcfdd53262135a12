package org.specimen.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import org.specimen.problem.Conflict;
import org.specimen.problem.NoSolution;
import org.specimen.resolve.CondaLocked.PipFile;
import org.specimen.resolve.conda.JointOutcome;
import org.specimen.resolve.conda.JointProblem;
import org.specimen.resolve.conda.JointProblem.OnPlatform;
import org.specimen.resolve.conda.JointSolver;
import org.specimen.task.Progress;

/** Locks a project's environment.yml: finds the exact packages that it means on each platform. */
public final class CondaLocking {

    private static final List<String> FILES = List.of("environment.yml", "environment.yaml");

    private final ChannelStores stores;
    private final Map<String, String> environment;
    private final PipLocking pip;
    private final Optional<LocalDate> asOf;

    /**
     * Locks by the package lists of some stores.
     *
     * @param environment the variables of the process, by which conda lets a machine be described
     * @param pip locks pip's part
     * @param asOf the day whose packages are wanted; empty for today's
     */
    CondaLocking(ChannelStores stores, Map<String, String> environment, PipLocking pip, Optional<LocalDate> asOf) {
        this.stores = stores;
        this.environment = Map.copyOf(environment);
        this.pip = pip;
        this.asOf = asOf;
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
     * @param pip the files that pip installs on top
     * @param left says of what is not locked why
     * @param skipped records of the channels that could not be read
     */
    public record Locked(
            String file,
            EnvironmentYaml asked,
            List<String> channels,
            List<MatchSpec> specs,
            Map<Platform, List<PackageRecord>> packages,
            Map<Platform, List<VirtualPackage>> virtual,
            Map<Platform, List<PipFile>> pip,
            List<String> left,
            long skipped) {}

    /**
     * Locks.
     *
     * @throws BadInput if there is no environment.yml, or something in it cannot be read
     * @throws NoSolution if there is no such environment on one of the platforms
     * @throws org.specimen.problem.OutsideFailure if a channel or the package index cannot be read
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
        try (OpenLists lists = new OpenLists(stores.of(channels), asOf, progress)) {
            Map<Platform, List<PackageRecord>> packages = new LinkedHashMap<>();
            Map<Platform, List<VirtualPackage>> virtual = new LinkedHashMap<>();
            Map<Platform, List<PipFile>> files = new LinkedHashMap<>();
            Set<String> left = new LinkedHashSet<>();
            for (Platform platform : platforms(wish, file, asked)) {
                EnvironmentYaml askedHere = asked.on(platform);
                List<MatchSpec> specs = specs(file, askedHere, wish, channels);
                List<VirtualPackage> here = virtual(platform);
                OnPlatform there = new OnPlatform(lists.of(channels, platform), here);
                List<PackageRecord> records = solved(platform, there, specs, file, channelNames, progress);
                packages.put(platform, records);
                virtual.put(platform, here);
                PipLocking.Part onTop = pip.lock(platform, askedHere, records, progress);
                files.put(platform, onTop.files());
                left.addAll(onTop.left());
            }
            return new Locked(
                    file,
                    asked,
                    channelNames,
                    specs(file, asked, wish, channels),
                    packages,
                    virtual,
                    files,
                    List.copyOf(left),
                    lists.skipped());
        }
    }

    private static List<MatchSpec> specs(String file, EnvironmentYaml asked, Wish wish, List<Channel> channels) {
        return CondaWishes.of(file, asked, wish.channels().isEmpty() ? List.of() : channels);
    }

    private static List<PackageRecord> solved(
            Platform platform,
            OnPlatform there,
            List<MatchSpec> specs,
            String file,
            List<String> channels,
            Progress progress) {
        progress.doing("solving for " + platform, 0, 0);
        JointOutcome outcome = JointSolver.solve(JointProblem.on(platform, there, specs, Set.of()), progress);
        if (outcome instanceof JointOutcome.Solved solved) {
            return solved.records().getOrDefault(platform, List.of());
        }
        String begins = "What " + file + " asks for cannot be had from " + String.join(" and ", channels) + ". ";
        throw NoSolution.of(((JointOutcome.Impossible) outcome)
                .conflicts().stream()
                        .map(conflict -> new Conflict(
                                conflict.subjects(), begins + conflict.what(), conflict.because(), conflict.remedies()))
                        .toList());
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
