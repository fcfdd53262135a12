package org.specimen.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.specimen.app.store.Settings;
import org.specimen.app.store.SettingsStore;
import org.specimen.app.store.UserFolders;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.problem.BadInput;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.RegistryMirror;
import org.specimen.proof.docker.ImageStore;
import org.specimen.proof.docker.ImageStore.Fetched;
import org.specimen.proof.docker.ImageStore.Loaded;
import org.specimen.proof.docker.ImageStore.Saved;
import org.specimen.proof.docker.ImageStore.Unused;
import org.specimen.task.Progress;

/**
 * What is done with the image of a project beside building it: for a workshop it is saved into a file and loaded from it,
 * or what it begins with is fetched beforehand; and what builds left is removed. Both faces of Specimen call it. What each
 * verb throws, {@link ImageStore} says.
 */
public final class Images {

    private final ImageStore store;
    private final Supplier<Optional<RegistryMirror>> usualMirror;

    /**
     * Joins the parts.
     *
     * @param usualMirror the one in Specimen's settings
     */
    public Images(ImageStore store, Supplier<Optional<RegistryMirror>> usualMirror) {
        this.store = store;
        this.usualMirror = usualMirror;
    }

    /** On this computer. */
    public static Images ofThisComputer() {
        return new Images(ImageStore.ofThisComputer(), Images::mirrorOfThisComputer);
    }

    /** The mirror in Specimen's settings. */
    static Optional<RegistryMirror> mirrorOfThisComputer() {
        Settings settings =
                new SettingsStore(UserFolders.ofThisComputer()).load().value();
        return settings.imageMirror().map(RegistryMirror::new);
    }

    /**
     * The mirror that a person names.
     *
     * @throws BadInput if it cannot stand before the name of an image
     */
    public static RegistryMirror mirror(String named) {
        try {
            return Settings.DEFAULT
                    .withImageMirror(Optional.of(named))
                    .imageMirror()
                    .map(RegistryMirror::new)
                    .orElseThrow();
        } catch (IllegalArgumentException wrong) {
            throw new BadInput(String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** What a project's image is called in a file, where nobody says otherwise: its .dockerignore leaves it out. */
    public static String fileName(EnvironmentPlan plan) {
        return plan.imageName() + ".tar";
    }

    /**
     * Writes the image of a project into a file.
     *
     * @param replace whether a file that is there may be replaced
     */
    public Saved save(Project project, Path file, boolean replace, Progress progress) {
        return store.save(plan(project), file, replace, progress);
    }

    /**
     * Gives the engine the images of a file.
     *
     * @param replace whether an image of the same name that Specimen did not make may lose its name
     */
    public Loaded load(Path file, boolean replace, Progress progress) {
        return store.load(file, replace, progress);
    }

    /**
     * Fetches the images that a project's Dockerfile begins with, unless they are there.
     *
     * @param mirror empty for the one in the settings
     */
    public Fetched fetch(Project project, Optional<RegistryMirror> mirror, Progress progress) {
        MakeRequest request = new MakeRequest(
                project.folder().toAbsolutePath().normalize(),
                plan(project),
                Optional.empty(),
                List.of(),
                false,
                mirror.or(usualMirror));
        return store.fetch(request, progress);
    }

    /** What {@link #clean} would remove. */
    public Unused unused(Progress progress) {
        return store.unused(progress);
    }

    /** Removes what builds of Specimen left and no image with a name needs. */
    public Unused clean(Progress progress) {
        return store.clean(progress);
    }

    private static EnvironmentPlan plan(Project project) {
        EnvironmentPlan plan = project.plan()
                .filter(written -> !written.written().isEmpty())
                .orElseThrow(() -> new BadInput(AppTexts.get("proof.nothing-written", project.folder())));
        if (!plan.stack().usesDocker()) {
            throw new BadInput(AppTexts.get(
                    "images.no-image", project.folder(), plan.stack().title()));
        }
        return plan;
    }
}
