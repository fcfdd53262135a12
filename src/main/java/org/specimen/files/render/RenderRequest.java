package org.specimen.files.render;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.specimen.advice.Recommendation;
import org.specimen.advice.Stack;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.files.FileNames;
import org.specimen.files.FileRole;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.GpuUse;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.python.PackageName;
import org.specimen.resolve.CondaLocked;
import org.specimen.resolve.Lockfile;

/**
 * Everything that the files are made from.
 *
 * @param names where the files will lie, so that they name each other rightly
 */
public record RenderRequest(
        EnvironmentPlan plan,
        Lockfile lock,
        Recommendation recommendation,
        ProjectFacts facts,
        Catalogue catalogue,
        FileNames names) {

    /** @throws IllegalArgumentException if the lockfile is not one for the plan's stack */
    public RenderRequest {
        if (plan.stack().usesConda() != lock instanceof Lockfile.Conda) {
            throw new IllegalArgumentException(
                    "this lockfile is not one for " + plan.stack().title());
        }
    }

    Stack stack() {
        return plan.stack();
    }

    String name(FileRole role) {
        return names.of(role);
    }

    /** Whether one of the person's own files stays in the place of this one. */
    boolean isKept(FileRole role) {
        return names.kept().contains(role);
    }

    /** Why the person has this package; empty if it is not theirs or there are no words. */
    String why(PackageName name) {
        return plan.directPackages().stream()
                .filter(planned -> planned.name().equals(name))
                .map(PlannedPackage::why)
                .findFirst()
                .orElse("");
    }

    /** Whether pip's part is installed from a requirements.txt of its own. */
    boolean hasRequirements() {
        return !stack().usesConda() || venvOnTop();
    }

    /** Whether the pip packages of a nested stack stand in a venv on top of Conda. */
    boolean venvOnTop() {
        return stack() == Stack.DOCKER_CONDA && plan.options().venvOnTop();
    }

    boolean hasReferences() {
        return !lock.references().isEmpty();
    }

    /** Every file that conda installs, where the packages of its channels are known. */
    Optional<CondaLocked> condaLock() {
        return lock instanceof Lockfile.Conda conda ? conda.locked() : Optional.empty();
    }

    /** Whether the lock of conda names all that is installed, so that nothing is left for an installer to choose. */
    boolean isLockedWhole() {
        return condaLock().isPresent() && lock.isWhole() && !installsPipApart();
    }

    /** Whether pip installs something beside the lock of conda, which has no files of it. */
    boolean installsPipApart() {
        return condaLock().filter(locked -> !locked.hasPip()).isPresent()
                && !lock.pip().isEmpty()
                && !venvOnTop();
    }

    boolean hasHashes() {
        return !lock.pip().isEmpty()
                && lock.pip().stream().noneMatch(pin -> pin.hashes().isEmpty());
    }

    /** Whether the project is installed as a package. */
    boolean installsProject() {
        return plan.options().installProject() && facts.installable().isPresent();
    }

    boolean hasJupyter() {
        PackageName jupyterLab = PackageName.of("jupyterlab");
        boolean fromPip = lock.pip().stream().anyMatch(pin -> pin.name().equals(jupyterLab));
        boolean fromConda = lock instanceof Lockfile.Conda conda
                && conda.conda().stream().anyMatch(pin -> pin.name().equals("jupyterlab"));
        return plan.options().jupyter() && (fromPip || fromConda);
    }

    /** CUDA of a nested stack; the other stacks have no image of NVIDIA's. */
    Optional<String> cuda() {
        return stack() == Stack.DOCKER_CONDA ? plan.options().cuda() : Optional.empty();
    }

    /** Whether the project computes on an NVIDIA GPU: what was answered, or else what the code shows. */
    boolean usesGpu() {
        return GpuUse.of(plan, facts);
    }

    /** The file that the guide keeps the image in. */
    String imageArchive() {
        return plan.imageName() + ".tar";
    }

    /** The file that the guide makes of the image for a cluster. */
    String apptainerFile() {
        return plan.imageName() + ".sif";
    }

    /** The platforms that the lockfile holds on, in the order of {@link TargetPlatform}. */
    Set<TargetPlatform> platforms() {
        return new TreeSet<>(lock.platforms());
    }
}
