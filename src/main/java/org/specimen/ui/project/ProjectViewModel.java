package org.specimen.ui.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.specimen.app.Project;
import org.specimen.app.Samples;
import org.specimen.app.store.DraftStore;
import org.specimen.app.store.Loaded;
import org.specimen.app.store.RecentProjects;
import org.specimen.app.store.RecentProjects.Recent;
import org.specimen.app.store.SavedDraft;
import org.specimen.ui.session.DraftKeeper;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.Running;
import org.specimen.ui.task.Tasks;
import org.specimen.ui.text.Texts;

/** The step in which a project is opened and read. */
public final class ProjectViewModel implements StepModel {

    private static final Texts TEXTS = Texts.of(ProjectViewModel.class);

    /**
     * Where this step's memory lies.
     *
     * @param samples the folder that samples are copied into
     */
    public record Memory(RecentProjects recents, DraftStore drafts, DraftKeeper keeper, Path samples) {}

    /**
     * A project that was opened before.
     *
     * @param isThere whether its folder still is
     */
    public record Earlier(Path folder, boolean isThere) {}

    private final Services services;
    private final Session session;
    private final Memory memory;
    private final ReadOnlyObjectWrapper<Reading> reading = new ReadOnlyObjectWrapper<>(new Reading.None());
    private final ReadOnlyObjectWrapper<List<Earlier>> recents = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<SavedDraft>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> words = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> missing = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Failure>> sampleFailure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<SavedDraft>> discarded = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Running> looking = Optional.empty();
    private int looks;
    private boolean draftIsWanted;
    private boolean draftIsChanging;
    private boolean startsAnew;

    /**
     * A model.
     *
     * @param word what was broken in the settings, where that is so
     */
    public ProjectViewModel(Services services, Memory memory, Optional<String> word) {
        this.services = services;
        this.session = services.session();
        this.memory = memory;
        session.project().addListener((property, old, now) -> projectChanged(now));
        session.withoutProject()
                .addListener(
                        (property, old, now) -> projectChanged(session.project().get()));
        projectChanged(session.project().get());
        lookBack(word);
    }

    /** How far reading a project is. */
    public ReadOnlyObjectProperty<Reading> reading() {
        return reading.getReadOnlyProperty();
    }

    /** Newest first. */
    public ReadOnlyObjectProperty<List<Earlier>> recents() {
        return recents.getReadOnlyProperty();
    }

    /** What was left unfinished the last time. */
    public ReadOnlyObjectProperty<Optional<SavedDraft>> draft() {
        return draft.getReadOnlyProperty();
    }

    /** The same in a sentence. */
    public Optional<String> draftLine() {
        return draft.get().map(left -> {
            String key = "step." + left.step().toLowerCase(Locale.ROOT);
            String step = TEXTS.has(key) ? TEXTS.get(key) : left.step();
            return left.folder()
                    .map(folder -> TEXTS.get("draft.text", folder, step))
                    .orElseGet(() -> TEXTS.get("draft.text.without", step));
        });
    }

    /** The draft that was discarded last; it can be had back. */
    public ReadOnlyObjectProperty<Optional<SavedDraft>> discarded() {
        return discarded.getReadOnlyProperty();
    }

    /** What became of a write that was interrupted in this folder, where the person should know. */
    public ReadOnlyObjectProperty<List<String>> recovered() {
        return session.recovered();
    }

    /** What was broken in what Specimen had kept, each in a sentence. */
    public ReadOnlyObjectProperty<List<String>> words() {
        return words.getReadOnlyProperty();
    }

    /** What has to be done before Next. */
    public ReadOnlyObjectProperty<Optional<String>> missing() {
        return missing.getReadOnlyProperty();
    }

    /** Why a sample could not be copied. */
    public ReadOnlyObjectProperty<Optional<Failure>> sampleFailure() {
        return sampleFailure.getReadOnlyProperty();
    }

    public List<Samples.Sample> samples() {
        return Samples.all();
    }

    /** Where samples are copied to. */
    public Path samplesFolder() {
        return memory.samples();
    }

    public void chooseFolder() {
        Optional<Path> start = session.project()
                .get()
                .known()
                .map(project -> project.folder().toAbsolutePath().getParent());
        services.desktop().chooseFolder(TEXTS.get("choose.dialog"), start).ifPresent(this::open);
    }

    /** Opens what was dropped, where that is one project. */
    public void open(List<Path> places) {
        looking.ifPresent(Running::cancel);
        looks++;
        looking = Optional.of(Tasks.create(progress -> places.stream()
                        .map(ProjectViewModel::folderOf)
                        .distinct()
                        .toList())
                .quietly()
                .onSuccess(folders -> {
                    if (folders.size() > 1) {
                        missing.set(Optional.of(TEXTS.get("missing.one-folder")));
                    } else {
                        folders.forEach(this::read);
                    }
                })
                .onError(failure -> say(failure.message()))
                .andFinally(() -> looks--)
                .runOn(services.tasks()));
    }

    /**
     * Opens what was typed or pasted: a path, with ~ for the home folder, in quotes or not, or a file's address.
     *
     * @return whether there is anything to open
     */
    public boolean openTyped(String text) {
        Optional<Path> place = TypedPath.of(text, memory.samples().resolveSibling(""));
        if (place.isEmpty() && !text.isBlank()) {
            missing.set(Optional.of(TEXTS.get("missing.typed", text.strip())));
        }
        place.ifPresent(this::open);
        return place.isPresent();
    }

    /** Opens a folder, or the folder that a file lies in. */
    public void open(Path place) {
        open(List.of(place));
    }

    private void read(Path folder) {
        missing.set(Optional.empty());
        sampleFailure.set(Optional.empty());
        startsAnew = true;
        session.open(folder);
    }

    /** Asks the disk, which may be a slow one. */
    private static Path folderOf(Path place) {
        return Files.isRegularFile(place) ? place.toAbsolutePath().resolveSibling("") : place;
    }

    public void openSample(Samples.Sample sample) {
        sampleFailure.set(Optional.empty());
        Tasks.create(progress -> Samples.unpackInto(memory.samples(), sample.name()))
                .onSuccess(this::open)
                .onError(failure -> sampleFailure.set(Optional.of(failure)))
                .runOn(services.tasks());
    }

    public void startWithoutProject() {
        missing.set(Optional.empty());
        session.startWithoutProject();
        services.journey().next();
    }

    /** Goes on where the person left off the last time. */
    public void resume() {
        draft.get().ifPresent(left -> {
            draft.set(Optional.empty());
            startsAnew = false;
            memory.keeper().resume(left);
        });
    }

    public void discardDraft() {
        draft.get().ifPresent(left -> {
            draft.set(Optional.empty());
            discarded.set(Optional.of(left));
            keepDraft(left, false);
        });
    }

    /** Takes discarding back. */
    public void undoDiscard() {
        discarded.get().ifPresent(left -> {
            discarded.set(Optional.empty());
            draft.set(Optional.of(left));
            keepDraft(left, true);
        });
    }

    /** Deletes a draft or keeps it after all: one after the other, and what the person wanted last in the end. */
    private void keepDraft(SavedDraft left, boolean isWanted) {
        draftIsWanted = isWanted;
        if (draftIsChanging) {
            return;
        }
        draftIsChanging = true;
        Tasks.create(progress -> {
                    if (isWanted) {
                        memory.drafts().save(left);
                    } else {
                        memory.drafts().discard(left);
                    }
                    return left;
                })
                .quietly()
                .onError(failure -> say(failure.message()))
                .andFinally(() -> {
                    draftIsChanging = false;
                    if (draftIsWanted != isWanted) {
                        keepDraft(left, draftIsWanted);
                    }
                })
                .runOn(services.tasks());
    }

    public void forget(Earlier project) {
        Tasks.create(progress -> {
                    memory.recents().remove(project.folder());
                    return earlier(memory.recents().load());
                })
                .quietly()
                .onSuccess(recents::set)
                .onError(failure -> say(failure.message()))
                .runOn(services.tasks());
    }

    @Override
    public boolean mayLeave() {
        boolean isRead = looks > 0 || session.project().get() instanceof Outcome.Working;
        missing.set(
                session.hasStarted()
                        ? Optional.empty()
                        : Optional.of(TEXTS.get(isRead ? "missing.reading" : "missing")));
        return session.hasStarted();
    }

    private void projectChanged(Outcome<Project> now) {
        reading.set(Reading.of(now, session.withoutProject().get()));
        missing.set(Optional.empty());
        if (now instanceof Outcome.Ready<Project> ready) {
            draft.set(Optional.empty());
            discarded.set(Optional.empty());
            if (startsAnew) {
                offerDraftOf(ready.result().folder());
            }
            Tasks.create(progress -> {
                        memory.recents().add(ready.result().folder());
                        return earlier(memory.recents().load());
                    })
                    .quietly()
                    .onSuccess(recents::set)
                    .onError(failure -> say(failure.message()))
                    .runOn(services.tasks());
        }
    }

    /** Before the next decision takes its place. */
    private void offerDraftOf(Path folder) {
        startsAnew = false;
        Tasks.create(progress -> memory.drafts().of(folder))
                .quietly()
                .onSuccess(kept -> {
                    draft.set(kept.value());
                    kept.word().ifPresent(this::say);
                })
                .onError(failure -> say(failure.message()))
                .runOn(services.tasks());
    }

    private void say(String word) {
        words.set(
                Stream.concat(words.get().stream(), Stream.of(word)).distinct().toList());
    }

    /** What was kept from earlier days: read in the background, and offered when it is there. */
    private void lookBack(Optional<String> word) {
        record Kept(Loaded<List<Recent>> recents, Loaded<Optional<SavedDraft>> draft) {}
        Tasks.create(progress -> {
                    Loaded<Optional<SavedDraft>> last = memory.drafts().last();
                    return new Kept(memory.recents().load(), last);
                })
                .quietly()
                .onSuccess(kept -> {
                    recents.set(earlier(kept.recents()));
                    if (!session.hasStarted()) {
                        draft.set(kept.draft().value());
                    }
                    words.set(List.of(word, kept.recents().word(), kept.draft().word()).stream()
                            .flatMap(Optional::stream)
                            .toList());
                })
                .onError(failure -> say(failure.message()))
                .runOn(services.tasks());
    }

    private static List<Earlier> earlier(Loaded<List<Recent>> recents) {
        return recents.value().stream()
                .map(recent -> new Earlier(recent.folder(), Files.isDirectory(recent.folder())))
                .toList();
    }
}
