package org.specimen.ui.files;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.specimen.app.Preview;
import org.specimen.app.Project;
import org.specimen.files.ExistingChoice;
import org.specimen.files.FileRole;
import org.specimen.files.Undo;
import org.specimen.machine.OperatingSystem;
import org.specimen.ui.files.FilesPage.Looking;
import org.specimen.ui.files.FilesPage.Remedy;
import org.specimen.ui.files.FilesPage.Trouble;
import org.specimen.ui.files.FilesPage.Written;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.Running;
import org.specimen.ui.task.Tasks;

/** The step in which files are looked at and written. */
public final class FilesViewModel implements StepModel {

    final Services services;
    private final Session session;
    private final ReadOnlyObjectWrapper<FilesPage> page = new ReadOnlyObjectWrapper<>(new FilesPage.Making());
    private final ReadOnlyObjectWrapper<Optional<FileRow>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FileText>> text = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty asDifference = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<Optional<Trouble>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Undo>> undone = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<PrimaryAction>> primary =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    /** The preview from before the last write or undoing; it says nothing of the folder any more. */
    private @Nullable Preview outdated;
    /** The preview whose files the page shows, or showed last. */
    private @Nullable Preview shown;

    private @Nullable Running looking;
    private @Nullable Running reading;

    public FilesViewModel(Services services) {
        this.services = services;
        session = services.session();
        session.preview().addListener((property, old, now) -> refresh());
        session.project().addListener((property, old, now) -> refresh());
        session.withoutProject().addListener((property, old, now) -> refresh());
        session.projects().addListener((property, old, now) -> forget());
        page.addListener((property, old, now) -> refreshPrimary());
        busy.addListener((property, old, now) -> refreshPrimary());
        refresh();
        refreshPrimary();
    }

    ReadOnlyObjectProperty<FilesPage> page() {
        return page.getReadOnlyProperty();
    }

    /** The file whose text is shown. */
    ReadOnlyObjectProperty<Optional<FileRow>> selected() {
        return selected.getReadOnlyProperty();
    }

    /** What it says; it follows a moment after {@link #selected}. */
    ReadOnlyObjectProperty<Optional<FileText>> text() {
        return text.getReadOnlyProperty();
    }

    /** Whether the difference is shown where there is one. */
    BooleanProperty asDifference() {
        return asDifference;
    }

    /** What did not work. */
    ReadOnlyObjectProperty<Optional<Trouble>> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /** The write that was just taken back. */
    ReadOnlyObjectProperty<Optional<Undo>> undone() {
        return undone.getReadOnlyProperty();
    }

    /** Whether files are being written or taken back. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** The system whose commands are shown first. */
    OperatingSystem system() {
        return OperatingSystem.ofJavaName(System.getProperty("os.name", ""));
    }

    @Override
    public ObservableValue<Optional<PrimaryAction>> primaryAction() {
        return primary.getReadOnlyProperty();
    }

    @Override
    public boolean mayLeave() {
        return !(page.get() instanceof FilesPage.Homeless);
    }

    void select(FileRow row) {
        boolean isAnother = !selected.get().equals(Optional.of(row));
        selected.set(Optional.of(row));
        if (isAnother && page.get() instanceof Looking shown) {
            read(shown.folder(), row);
        }
    }

    /** Decides about a file of the person's own. */
    void choose(FileRole role, ExistingChoice choice) {
        undone.set(Optional.empty());
        session.wish(wishes -> {
            Map<FileRole, ExistingChoice> existing = new EnumMap<>(FileRole.class);
            existing.putAll(wishes.existing());
            if (choice == ExistingChoice.BESIDE) {
                existing.remove(role);
            } else {
                existing.put(role, choice);
            }
            return wishes.withExisting(existing);
        });
    }

    /** Lets the person choose where the files go: the first time, or in place of a folder that is no use. */
    void chooseFolder() {
        Optional<Path> start = session.project().get().known().map(Project::folder);
        services.desktop()
                .chooseFolder(FilesTexts.TEXTS.get("folder.choose.title"), start)
                .ifPresent(folder -> {
                    trouble.set(Optional.empty());
                    if (session.withoutProject().get()) {
                        session.settleIn(folder);
                    } else {
                        session.open(folder, session.decisions().get());
                    }
                });
    }

    /** Writes the files that are looked at. While that is under way, or nothing would change, it does nothing. */
    void write() {
        Optional<Project> project = session.project().get().ready();
        Optional<Preview> preview = session.preview()
                .get()
                .ready()
                .filter(ready -> isShown(ready) && ready.comparison().changesSomething());
        if (busy.get() || project.isEmpty() || preview.isEmpty()) {
            return;
        }
        begin();
        Tasks.create(progress -> Written.by(session.workbench(), project.get(), preview.get()))
                .saying(FilesTexts.TEXTS.get("writing"))
                .toTheEnd()
                .onSuccess(written -> {
                    outdated = preview.get();
                    page.set(written);
                    session.reread();
                })
                .onError(failure -> failed(false, failure))
                .andFinally(() -> busy.set(false))
                .runOn(services.tasks());
    }

    /** Takes the last write back. */
    void undoWrite() {
        Optional<Path> folder = session.project().get().known().map(Project::folder);
        if (busy.get() || folder.isEmpty()) {
            return;
        }
        begin();
        Tasks.create(progress -> session.workbench().undo(folder.get()))
                .saying(FilesTexts.TEXTS.get("undoing"))
                .toTheEnd()
                .onSuccess(taken -> {
                    outdated = session.preview().get().known().orElse(null);
                    undone.set(taken);
                    page.set(new FilesPage.Making());
                    session.reread();
                })
                .onError(failure -> failed(true, failure))
                .andFinally(() -> busy.set(false))
                .runOn(services.tasks());
    }

    /** Looks at the folder as it is now. */
    void lookAgain() {
        trouble.set(Optional.empty());
        undone.set(Optional.empty());
        session.project().get().known().ifPresentOrElse(known -> session.reread(), this::chooseFolder);
    }

    /** Does once more what did not work. */
    void tryAgain() {
        trouble.get()
                .ifPresentOrElse(
                        failed -> {
                            if (failed.undoing()) {
                                undoWrite();
                            } else {
                                write();
                            }
                        },
                        this::lookAgain);
    }

    /** Shows the files again after they were written. */
    void showFiles() {
        session.preview().get().ready().ifPresent(this::look);
    }

    void goToPackages() {
        services.journey().go(Step.PACKAGES);
    }

    /** Of another project nothing has been shown, tried or chosen. */
    private void forget() {
        stopLooking();
        selected.set(Optional.empty());
        text.set(Optional.empty());
        trouble.set(Optional.empty());
        undone.set(Optional.empty());
        page.set(new FilesPage.Making());
        refresh();
    }

    private void begin() {
        trouble.set(Optional.empty());
        undone.set(Optional.empty());
        stopLooking();
        busy.set(true);
    }

    private void failed(boolean undoing, Failure failure) {
        trouble.set(Optional.of(new Trouble(undoing, failure, Remedy.of(failure))));
    }

    private void refresh() {
        Optional<Failure> failure = session.project()
                .get()
                .whyNot()
                .or(() -> session.preview().get().whyNot());
        Optional<Preview> preview = session.preview().get().ready();
        if (failure.isPresent()) {
            stopLooking();
            page.set(new FilesPage.Unavailable(failure.get(), Remedy.of(failure.get())));
        } else if (session.withoutProject().get() && session.project().get() instanceof Outcome.Nothing) {
            page.set(new FilesPage.Homeless());
        } else if (preview.isPresent() && session.project().get().ready().isPresent()) {
            if (!isOutdated(preview.get()) && !isWritten(preview.get())) {
                look(preview.get());
            }
        } else if (!(page.get() instanceof Looking) && !(page.get() instanceof Written)) {
            page.set(new FilesPage.Making());
        }
    }

    @SuppressWarnings("ReferenceEquality") // another preview may say the same
    private boolean isOutdated(Preview preview) {
        return preview == outdated;
    }

    @SuppressWarnings("ReferenceEquality") // another preview may say the same
    private boolean isShown(Preview preview) {
        return preview == shown;
    }

    /** Whether the page says already that these files are written. */
    private boolean isWritten(Preview preview) {
        return page.get() instanceof Written written
                && written.folder().equals(preview.comparison().folder())
                && !preview.comparison().changesSomething();
    }

    private void stopLooking() {
        if (looking != null) {
            looking.cancel();
        }
    }

    private void look(Preview preview) {
        stopLooking();
        looking = Tasks.create(progress -> Looking.of(session.workbench(), preview))
                .quietly()
                .onSuccess(files -> {
                    shown = preview;
                    show(files);
                })
                .onError(failure -> page.set(new FilesPage.Unavailable(failure, Remedy.of(failure))))
                .runOn(services.tasks());
    }

    private void show(Looking files) {
        Optional<FileRow> row = selected.get()
                .flatMap(last -> files.rows().stream()
                        .filter(now -> now.role() == last.role())
                        .findFirst())
                .or(() -> files.rows().stream().findFirst());
        page.set(files);
        selected.set(row);
        row.ifPresent(shown -> read(files.folder(), shown));
    }

    private void read(Path folder, FileRow row) {
        if (reading != null) {
            reading.cancel();
        }
        reading = Tasks.create(progress -> FileText.of(folder, row))
                .quietly()
                .onSuccess(read -> text.set(Optional.of(read)))
                .runOn(services.tasks());
    }

    private void refreshPrimary() {
        primary.set(primaryNow());
    }

    private Optional<PrimaryAction> primaryNow() {
        if (busy.get()) {
            return Optional.of(PrimaryAction.underWay(FilesTexts.TEXTS.get("working")));
        }
        if (page.get() instanceof FilesPage.Making) {
            return Optional.of(PrimaryAction.underWay(FilesTexts.TEXTS.get("making")));
        }
        if (page.get() instanceof FilesPage.Homeless) {
            return Optional.of(new PrimaryAction(FilesTexts.TEXTS.get("folder.choose"), this::chooseFolder));
        }
        return page.get() instanceof Looking files && files.count() > 0
                ? Optional.of(new PrimaryAction(FilesTexts.TEXTS.counted("write", files.count()), this::write))
                : Optional.empty();
    }
}
