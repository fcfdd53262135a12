package org.specimen.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.advice.Stack;
import org.specimen.catalogue.Catalogue;
import org.specimen.conda.MatchSpec;
import org.specimen.index.CatalogueChannel;
import org.specimen.index.PackageIndex;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PackageManager;
import org.specimen.plan.PlannedCondaPackage;
import org.specimen.plan.PlannedPackage;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Refusal;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.resolve.ChannelPinner;
import org.specimen.resolve.ChannelRequest;
import org.specimen.resolve.CondaPinner;
import org.specimen.resolve.CondaRequest;
import org.specimen.resolve.Lockfile;
import org.specimen.resolve.OpenChannels;
import org.specimen.resolve.PipPinner;
import org.specimen.resolve.PipRequest;
import org.specimen.task.Progress;

/** Finds the releases for a plan, from the index that is at hand. */
final class Pinning {

    /** What fixes CUDA inside of an environment (conda-forge). */
    private static final String CUDA_VERSION = "cuda-version";

    private final Catalogue catalogue;
    private final PackageIndex index;
    private final Optional<OpenChannels> channels;
    private final Progress progress;

    /** @param channels those whose packages are known, for stacks with Conda */
    Pinning(Catalogue catalogue, PackageIndex index, Optional<OpenChannels> channels, Progress progress) {
        this.catalogue = catalogue;
        this.progress = progress;
        this.index = index;
        this.channels = channels;
    }

    /**
     * Finds them.
     *
     * @param questions about names; those that nobody knows are refused
     * @param pythons those that will do, should a channel not have the planned one
     * @throws NoSolution if something cannot be pinned
     */
    Lockfile pin(EnvironmentPlan plan, EarlierPins earlier, List<NameQuestion> questions, SpecifierSet pythons) {
        List<Refusal> refused = questions.stream()
                .filter(question -> !question.isKnown())
                .map(question -> question.refusal(index.title()))
                .toList();
        if (refused.isEmpty()) {
            return pin(plan, earlier, pythons);
        }
        List<Refusal> all = new ArrayList<>(refused);
        try {
            pin(plan, earlier, pythons);
        } catch (NoSolution more) {
            more.refusals().stream()
                    .filter(other ->
                            refused.stream().noneMatch(known -> known.subject().equals(other.subject())))
                    .forEach(all::add);
        }
        throw new NoSolution(all);
    }

    private Lockfile pin(EnvironmentPlan plan, EarlierPins earlier, SpecifierSet pythons) {
        List<Requirement> requirements = plan.directPackages().stream()
                .map(PlannedPackage::requirement)
                .map(earlier::withPinByHand)
                .toList();
        if (plan.stack().usesConda()) {
            return channels.map(there -> fromChannels(there, plan, earlier, requirements, pythons))
                    .orElseGet(() -> new CondaPinner(new CatalogueChannel(catalogue), index, catalogue)
                            .pin(
                                    request(
                                            plan,
                                            earlier,
                                            requirements,
                                            specs(plan).toList()),
                                    progress));
        }
        return new PipPinner(index, catalogue)
                .pin(new PipRequest(plan.python(), plan.platforms(), requirements, earlier.kept()), progress);
    }

    private Lockfile.Conda fromChannels(
            OpenChannels there,
            EnvironmentPlan plan,
            EarlierPins earlier,
            List<Requirement> requirements,
            SpecifierSet pythons) {
        List<MatchSpec> specs = Stream.concat(
                        specs(plan).map(spec -> isOpen(spec, there) ? spec : withoutChannel(spec)), cuda(plan, there))
                .toList();
        return new ChannelPinner(there, index, catalogue, progress)
                .pin(new ChannelRequest(request(plan, earlier, requirements, specs), pythons, earlier.keptFiles()));
    }

    private static Stream<MatchSpec> specs(EnvironmentPlan plan) {
        return plan.condaPackages().stream().map(PlannedCondaPackage::spec);
    }

    private static boolean isOpen(MatchSpec spec, OpenChannels there) {
        return spec.channel().isEmpty()
                || there.channels().stream().anyMatch(spec.channel().get()::matches);
    }

    private static MatchSpec withoutChannel(MatchSpec spec) {
        return new MatchSpec(
                spec.name(), spec.version(), spec.build(), Optional.empty(), spec.subdir(), spec.details());
    }

    /** The CUDA that a nested stack is built on, unless the project itself asks for one. */
    private static Stream<MatchSpec> cuda(EnvironmentPlan plan, OpenChannels there) {
        boolean isAsked = specs(plan)
                .anyMatch(spec -> spec.exactName()
                        .filter(name -> name.value().equals(CUDA_VERSION))
                        .isPresent());
        return plan
                .options()
                .cuda()
                .filter(version -> plan.stack() == Stack.DOCKER_CONDA && !isAsked && there.hasEverywhere(CUDA_VERSION))
                .map(version -> MatchSpec.parse(CUDA_VERSION + "=" + version.substring(0, version.lastIndexOf('.'))))
                .stream();
    }

    private static CondaRequest request(
            EnvironmentPlan plan, EarlierPins earlier, List<Requirement> requirements, List<MatchSpec> specs) {
        return new CondaRequest(
                plan.python(),
                plan.platforms(),
                requirements,
                decidedFor(PackageManager.PIP, plan),
                decidedFor(PackageManager.CONDA, plan),
                plan.packages().stream()
                        .filter(planned -> planned.condaName().isPresent())
                        .collect(Collectors.toMap(
                                PlannedPackage::name,
                                planned -> planned.condaName().get())),
                specs,
                earlier.kept());
    }

    private static Set<PackageName> decidedFor(PackageManager manager, EnvironmentPlan plan) {
        return plan.packages().stream()
                .filter(planned -> planned.from().filter(manager::equals).isPresent())
                .map(PlannedPackage::name)
                .collect(Collectors.toSet());
    }
}
