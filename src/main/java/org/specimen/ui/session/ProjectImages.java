package org.specimen.ui.session;

import java.nio.file.Path;
import org.specimen.app.Images;
import org.specimen.app.Project;
import org.specimen.proof.docker.ImageStore.Fetched;
import org.specimen.proof.docker.ImageStore.Loaded;
import org.specimen.proof.docker.ImageStore.Saved;
import org.specimen.proof.docker.ImageStore.Unused;
import org.specimen.task.Progress;

/** What the window asks of {@link Images}, whose words hold for each verb here. All of them take their time. */
public interface ProjectImages {

    /** In place of a file that is there: the person was asked. */
    Saved save(Project project, Path file, Progress progress);

    Loaded load(Path file, boolean replace, Progress progress);

    Fetched fetch(Project project, Progress progress);

    Unused unused(Progress progress);

    Unused clean(Progress progress);
}
