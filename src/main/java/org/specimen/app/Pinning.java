package org.specimen.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.specimen.catalogue.Catalogue;
import org.specimen.index.CatalogueChannel;
import org.specimen.index.CondaChannel;
import org.specimen.index.PackageIndex;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PackageManager;
import org.specimen.plan.PlannedCondaPackage;
import org.specimen.plan.PlannedPackage;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Refusal;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.resolve.CondaPinner;
import org.specimen.resolve.CondaRequest;
import org.specimen.resolve.Lockfile;
import org.specimen.resolve.PipPinner;
import org.specimen.resolve.PipRequest;
import org.specimen.task.Progress;

/** Finds the releases for a plan, from the index that is at hand. */
final class Pinning {

    private final Catalogue catalogue;
    private final PackageIndex index;
    private final CondaChannel channel;
    private final Progress progress;

    Pinning(Catalogue catalogue, PackageIndex index, Progress progress) {
        this.catalogue = catalogue;
        this.progress = progress;
        this.index = index;
        this.channel = new CatalogueChannel(catalogue);
    }

    /**
     * Finds them.
     *
     * @param questions about names; those that nobody knows are refused
     * @throws NoSolution if something cannot be pinned
     */
    Lockfile pin(EnvironmentPlan plan, EarlierPins earlier, List<NameQuestion> questions) {
        List<Refusal> refused = questions.stream()
                .filter(question -> !question.isKnown())
                .map(question -> question.refusal(index.title()))
                .toList();
        if (refused.isEmpty()) {
            return pin(plan, earlier);
        }
        List<Refusal> all = new ArrayList<>(refused);
        try {
            pin(plan, earlier);
        } catch (NoSolution more) {
            more.refusals().stream()
                    .filter(other ->
                            refused.stream().noneMatch(known -> known.subject().equals(other.subject())))
                    .forEach(all::add);
        }
        throw new NoSolution(all);
    }

    private Lockfile pin(EnvironmentPlan plan, EarlierPins earlier) {
        List<Requirement> requirements = plan.directPackages().stream()
                .map(PlannedPackage::requirement)
                .map(earlier::withPinByHand)
                .toList();
        if (plan.stack().usesConda()) {
            return new CondaPinner(channel, index, catalogue)
                    .pin(
                            new CondaRequest(
                                    plan.python(),
                                    plan.platforms(),
                                    requirements,
                                    decidedFor(PackageManager.PIP, plan),
                                    decidedFor(PackageManager.CONDA, plan),
                                    plan.packages().stream()
                                            .filter(planned ->
                                                    planned.condaName().isPresent())
                                            .collect(Collectors.toMap(
                                                    PlannedPackage::name,
                                                    planned ->
                                                            planned.condaName().get())),
                                    plan.condaPackages().stream()
                                            .map(PlannedCondaPackage::spec)
                                            .toList(),
                                    earlier.kept()),
                            progress);
        }
        return new PipPinner(index, catalogue)
                .pin(new PipRequest(plan.python(), plan.platforms(), requirements, earlier.kept()), progress);
    }

    private static Set<PackageName> decidedFor(PackageManager manager, EnvironmentPlan plan) {
        return plan.packages().stream()
                .filter(planned -> planned.from().filter(manager::equals).isPresent())
                .map(PlannedPackage::name)
                .collect(Collectors.toSet());
    }
}
