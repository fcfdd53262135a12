package org.specimen.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.Channel;
import org.specimen.conda.ChannelMatch;
import org.specimen.conda.VirtualPackage;
import org.specimen.conda.VirtualPackages;
import org.specimen.index.CatalogueChannel;
import org.specimen.index.CatalogueIndex;
import org.specimen.index.channel.ChannelStore;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PlannedCondaPackage;
import org.specimen.problem.BadInput;
import org.specimen.problem.NetworkFailure;
import org.specimen.resolve.OpenChannels;
import org.specimen.resolve.conda.JointProblem.OnPlatform;
import org.specimen.task.Progress;

/** Finds the channels that conda's packages come from, by what a person chose, and opens their package lists. */
public final class CondaChannels {

    /** Channels whose packages conda-forge has as well: older, or under Anaconda's terms of service. */
    private static final Set<String> LEFT_TO_CONDA_FORGE =
            Set.of("conda-forge", "defaults", "anaconda", "main", "r", "pytorch", "nvidia");

    private final Catalogue catalogue;
    private final boolean usualIsAsked;

    /** Kept from one choice to the next, with its connections. */
    private @Nullable ChannelStore store;

    private List<Channel> storeFor = List.of();

    private CondaChannels(Catalogue catalogue, boolean usualIsAsked) {
        this.catalogue = catalogue;
        this.usualIsAsked = usualIsAsked;
    }

    /** None, unless one is named. */
    public static CondaChannels noneUnlessNamed(Catalogue catalogue) {
        return new CondaChannels(catalogue, false);
    }

    /** Conda-forge and what a project needs beside it; the catalogue where that cannot be reached. */
    public static CondaChannels ofThisComputer(Catalogue catalogue) {
        return new CondaChannels(catalogue, true);
    }

    /**
     * Channels that can be asked until they are closed.
     *
     * @param channels empty where their packages are not known
     * @param notes what a person should know of where answers came from
     * @param outage why they could not be reached; empty where they were, or nobody was to be asked
     */
    record Open(Optional<OpenChannels> channels, List<String> notes, Optional<String> outage, Runnable closing)
            implements AutoCloseable {

        static final Open NONE = new Open(Optional.empty(), List.of(), Optional.empty(), () -> {});

        @Override
        public void close() {
            closing.run();
        }
    }

    /**
     * Opens them.
     *
     * @param named the names, addresses or folders that the person gave, in place of all others
     * @param folder what a relative path starts from
     * @param gpu whether the environment is for a GPU of NVIDIA's
     * @throws BadInput if an address is none
     */
    Open open(
            List<String> named, IndexChoice choice, EnvironmentPlan plan, Path folder, boolean gpu, Progress progress) {
        if (!plan.stack().usesConda() || (named.isEmpty() && !usualIsAsked)) {
            return Open.NONE;
        }
        List<Channel> channels = named.isEmpty()
                ? usual(plan)
                : named.stream()
                        .map(name -> LocalChannel.parse(name, folder))
                        .distinct()
                        .toList();
        OpenLists lists = new OpenLists(store(channels, choice.offline()), choice.asOf(), progress);
        try {
            Map<TargetPlatform, OnPlatform> platforms = new EnumMap<>(TargetPlatform.class);
            for (TargetPlatform platform : plan.platforms()) {
                platforms.put(
                        platform,
                        new OnPlatform(lists.of(channels, platform.condaPlatform()), virtual(platform, plan, gpu)));
            }
            return new Open(
                    Optional.of(new OpenChannels(channels, platforms)), notes(lists), Optional.empty(), lists::close);
        } catch (NetworkFailure failure) {
            lists.close();
            // Whoever names a channel wants that one and no other.
            if (!failure.isOutage() || (!named.isEmpty() && !choice.offline())) {
                throw failure;
            }
            Optional<String> outage = Optional.of(failure)
                    .filter(out -> out.kind() != NetworkFailure.Kind.OFFLINE)
                    .map(NetworkFailure::explanation);
            return new Open(Optional.empty(), List.of(without(failure)), outage, () -> {});
        } catch (RuntimeException failed) {
            lists.close();
            throw failed;
        }
    }

    private synchronized ChannelStore store(List<Channel> channels, boolean offline) {
        if (offline) {
            return ChannelStores.keptOnThisComputer().of(channels);
        }
        ChannelStore open = store;
        if (open == null || !storeFor.equals(channels)) {
            open = ChannelStores.ofThisComputer().of(channels);
            store = open;
            storeFor = channels;
        }
        return open;
    }

    private static List<String> notes(OpenLists lists) {
        return lists.skipped() == 0
                ? List.of()
                : List.of(lists.skipped() + " records of the channels could not be read and did not count.");
    }

    private String without(NetworkFailure failure) {
        String why = failure.kind() == NetworkFailure.Kind.OFFLINE ? "No network was asked." : failure.explanation();
        return why + " The versions for conda are those that " + new CatalogueIndex(catalogue).title()
                + " has seen; nobody solved them together, and there is no conda-lock.yml.";
    }

    /** Conda-forge, and behind it those that the project's packages are on. */
    private List<Channel> usual(EnvironmentPlan plan) {
        Set<Channel> channels = new LinkedHashSet<>(List.of(Channel.CONDA_FORGE));
        CatalogueChannel seen = new CatalogueChannel(catalogue);
        Stream<String> ofDistributions = plan.directPackages().stream()
                .flatMap(planned -> catalogue.condaName(planned.name()).stream())
                .filter(name -> name.contains("::"))
                .map(name -> name.substring(0, name.indexOf("::")));
        Stream<String> ofOthers = plan.condaPackages().stream()
                .map(PlannedCondaPackage::spec)
                .flatMap(spec -> spec
                        .channel()
                        .filter(channel -> !(channel instanceof ChannelMatch.Like))
                        .map(Object::toString)
                        .or(() -> spec.exactName().map(name -> seen.channelOf(name.value())))
                        .stream());
        Stream.concat(ofDistributions, ofOthers)
                .filter(name -> !LEFT_TO_CONDA_FORGE.contains(name) && !name.startsWith("pkgs/"))
                .map(Channel::parse)
                .forEach(channels::add);
        return new ArrayList<>(channels);
    }

    /** What the machine is taken to have; a GPU only where the project computes on one. */
    private List<VirtualPackage> virtual(TargetPlatform platform, EnvironmentPlan plan, boolean gpu) {
        return VirtualPackages.assumed(
                platform.condaPlatform(), gpu ? Map.of("CONDA_OVERRIDE_CUDA", cuda(plan)) : Map.of());
    }

    private String cuda(EnvironmentPlan plan) {
        String version = plan.options()
                .cuda()
                .orElseGet(() -> catalogue.baseImages().recommendedCuda().version());
        return version.substring(0, version.lastIndexOf('.'));
    }
}
