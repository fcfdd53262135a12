package org.specimen.proof.docker;

import java.nio.file.Path;
import java.util.List;
import org.specimen.machine.MachineFacts;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.problem.BadInput;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Station;
import org.specimen.task.Progress;

/**
 * What is done with images beside building them. Each verb throws {@link OutsideFailure} where the engine cannot be
 * reached or fails, and {@link org.specimen.task.Cancelled} where it was cancelled, which leaves nothing behind.
 */
public final class ImageStore {

    private final Engines engines;

    ImageStore(Engines engines) {
        this.engines = engines;
    }

    /** With the engine of this computer, looked for anew each time. */
    public static ImageStore ofThisComputer() {
        return new ImageStore(Engines.ofThisComputer());
    }

    /** With an engine that is known already. */
    public static ImageStore of(MachineFacts.Engine engine) {
        return new ImageStore(Engines.of(() -> engine));
    }

    /**
     * An image that was written into a file.
     *
     * @param image its name
     * @param bytes of the file
     * @param sha256 of the file, in hexadecimal
     */
    public record Saved(String image, Path file, long bytes, String sha256) {}

    /**
     * A file whose images the engine has now, or would have taken names from.
     *
     * @param images their names; the identity of one that has none
     * @param taken names in the file that images have which Specimen did not make; if there are any, nothing was loaded
     */
    public record Loaded(Path file, List<String> images, List<String> taken) {
        public Loaded {
            images = List.copyOf(images);
            taken = List.copyOf(taken);
        }
    }

    /**
     * The images that a Dockerfile begins with, which the engine has now.
     *
     * @param fetched those that were not there before
     * @param present those that were
     */
    public record Fetched(List<String> fetched, List<String> present) {
        public Fetched {
            fetched = List.copyOf(fetched);
            present = List.copyOf(present);
        }
    }

    /**
     * Layers of Specimen's builds that no image with a name needs.
     *
     * @param bytes that they take up, as far as the engine tells
     */
    public record Unused(int layers, long bytes) {}

    /**
     * Writes the image of a project into a file, as {@code docker save} does; packed by gzip where its name ends in .gz or
     * .tgz. The file appears only once it is whole.
     *
     * @param replace whether a file that is there may be replaced
     * @throws BadInput if the file is there and may not be replaced, or its folder is not there
     * @throws NoSolution if the image was not built yet
     */
    public Saved save(EnvironmentPlan plan, Path file, boolean replace, Progress progress) {
        return engines.with(engine ->
                new ImageSaving(engine, engines.preflight(), progress).save(ImageName.of(plan), file, replace));
    }

    /**
     * Gives the engine the images of a file. The file is looked through before.
     *
     * @param replace whether an image of the same name that Specimen did not make may lose its name
     * @throws BadInput if the file is no archive of images
     * @throws NoSolution if the engine does not take them
     */
    public Loaded load(Path file, boolean replace, Progress progress) {
        return engines.with(engine -> new ImageLoading(engine, engines.preflight(), progress).load(file, replace));
    }

    /**
     * Fetches the images that a project's Dockerfile begins with, unless they are there.
     *
     * @throws BadInput if there is no Dockerfile
     * @throws NoSolution if a registry does not have one of them
     */
    public Fetched fetch(MakeRequest request, Progress progress) {
        BuildFiles files = new BuildFiles(request.folder(), request.plan());
        BaseImages bases = new BaseImages(files.read(files.dockerfile()), request.mirror());
        return engines.with(engine -> {
            BaseImagePull pulling = new BaseImagePull(engine, telling(progress), progress);
            List<String> fetched = bases.fetch(pulling, Preflight.platform(engine.info(), request.plan()));
            return new Fetched(
                    fetched,
                    bases.fetched().stream()
                            .filter(name -> !fetched.contains(name))
                            .toList());
        });
    }

    private static ProofListener telling(Progress progress) {
        return new ProofListener() {
            @Override
            public void progressed(Station station, String what, long done, long total) {
                progress.doing(what, done, total);
            }
        };
    }

    /** What {@link #clean} would remove. */
    public Unused unused(Progress progress) {
        return engines.with(engine -> new CleaningUp(engine, progress).look());
    }

    /**
     * Removes layers of builds of Specimen that no image with a name needs, and containers of its that ended. What is not
     * Specimen's stays, and so does what belongs to something that runs.
     *
     * @return what was removed
     */
    public Unused clean(Progress progress) {
        return engines.with(engine -> new CleaningUp(engine, progress).clean());
    }
}
