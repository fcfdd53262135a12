package org.specimen.ui.trial;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.specimen.app.Images;
import org.specimen.app.Project;
import org.specimen.proof.docker.ImageStore.Fetched;
import org.specimen.proof.docker.ImageStore.Loaded;
import org.specimen.proof.docker.ImageStore.Saved;
import org.specimen.proof.docker.ImageStore.Unused;
import org.specimen.task.Progress;
import org.specimen.ui.session.ProjectImages;
import org.specimen.ui.session.Services;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.Running;
import org.specimen.ui.task.Tasks;
import org.specimen.ui.text.Texts;

/** What is done with the image beside building it. One thing at a time: what is asked for meanwhile is passed over. */
final class ImageModel {

    private static final Texts TEXTS = Texts.of(ImageModel.class);

    /** What came of the last thing. */
    sealed interface Said {

        /** Nothing was done yet, or it was cancelled. */
        record Nothing() implements Said {}

        record IsSaved(Saved saved) implements Said {}

        record IsLoaded(Loaded loaded) implements Said {}

        /** The file was not loaded, as other images have its names: the person may want it all the same. */
        record NameTaken(Loaded loaded) implements Said {}

        record IsFetched(Fetched fetched) implements Said {}

        /** This much can be removed, if the person wants it. */
        record CanClean(Unused unused) implements Said {}

        record IsClean(Unused removed) implements Said {}

        record NotDone(Failure failure) implements Said {}
    }

    private final Services services;
    private final ProjectImages images;
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(new Said.Nothing());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable Running running;
    /** Counts what was begun: what something earlier still says is not heard. */
    private int begun;

    ImageModel(Services services) {
        this.services = services;
        images = services.proofs().images();
    }

    ReadOnlyObjectProperty<Said> said() {
        return said.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** Writes the image into a file that the person chooses. */
    void save() {
        Optional<Project> project = services.session().opened();
        Optional<String> name = project.flatMap(Project::plan).map(Images::fileName);
        if (project.isPresent() && name.isPresent()) {
            services.desktop()
                    .chooseFileToSave(TEXTS.get("image.save.title"), project.map(Project::folder), name.get())
                    .ifPresent(file -> start(
                            "image.saving", progress -> new Said.IsSaved(images.save(project.get(), file, progress))));
        }
    }

    /** Loads the images of a file that the person chooses. */
    void load() {
        services.desktop()
                .chooseFileToOpen(TEXTS.get("image.load.title"), folder())
                .ifPresent(file -> load(file, false));
    }

    /** Loads the file although other images have its names, which they lose. */
    void loadAllTheSame() {
        if (said.get() instanceof Said.NameTaken taken) {
            load(taken.loaded().file(), true);
        }
    }

    private void load(Path file, boolean replace) {
        start("image.loading", progress -> {
            Loaded loaded = images.load(file, replace, progress);
            return loaded.taken().isEmpty() ? new Said.IsLoaded(loaded) : new Said.NameTaken(loaded);
        });
    }

    /** Fetches what the image begins with. */
    void fetch() {
        services.session()
                .opened()
                .ifPresent(project ->
                        start("image.fetching", progress -> new Said.IsFetched(images.fetch(project, progress))));
    }

    /** Looks what could be removed. */
    void look() {
        start("image.looking", progress -> new Said.CanClean(images.unused(progress)));
    }

    /** Removes it. */
    void clean() {
        start("image.cleaning", progress -> new Said.IsClean(images.clean(progress)));
    }

    /** Leaves it. */
    void leave() {
        said.set(new Said.Nothing());
    }

    /** Of another project, nothing was done. */
    void forget() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        begun++;
        busy.set(false);
        leave();
    }

    private Optional<Path> folder() {
        return services.session().opened().map(Project::folder);
    }

    private void start(String saying, Function<Progress, Said> work) {
        if (busy.get()) {
            return;
        }
        int mine = ++begun;
        busy.set(true);
        leave();
        Running started = Tasks.create(work)
                .saying(TEXTS.get(saying))
                .counting((what, done, total) -> what)
                .cleaningUp()
                .onSuccess(outcome -> say(mine, outcome))
                .onError(failure -> say(mine, new Said.NotDone(failure)))
                .andFinally(() -> over(mine))
                .runOn(services.tasks());
        if (busy.get()) {
            running = started;
        }
    }

    private void say(int which, Said outcome) {
        if (which == begun) {
            said.set(outcome);
        }
    }

    private void over(int which) {
        if (which == begun) {
            busy.set(false);
            running = null;
        }
    }
}
