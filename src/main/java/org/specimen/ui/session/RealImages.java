package org.specimen.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import org.specimen.app.Images;
import org.specimen.app.Project;
import org.specimen.proof.docker.ImageStore.Fetched;
import org.specimen.proof.docker.ImageStore.Loaded;
import org.specimen.proof.docker.ImageStore.Saved;
import org.specimen.proof.docker.ImageStore.Unused;
import org.specimen.task.Progress;

/** Images on this computer. */
final class RealImages implements ProjectImages {

    private final Images images = Images.ofThisComputer();

    @Override
    public Saved save(Project project, Path file, Progress progress) {
        return images.save(project, file, true, progress);
    }

    @Override
    public Loaded load(Path file, boolean replace, Progress progress) {
        return images.load(file, replace, progress);
    }

    @Override
    public Fetched fetch(Project project, Progress progress) {
        return images.fetch(project, Optional.empty(), progress);
    }

    @Override
    public Unused unused(Progress progress) {
        return images.unused(progress);
    }

    @Override
    public Unused clean(Progress progress) {
        return images.clean(progress);
    }
}
