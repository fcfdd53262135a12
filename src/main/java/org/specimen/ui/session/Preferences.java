package org.specimen.ui.session;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.specimen.app.store.Motion;
import org.specimen.app.store.Settings;
import org.specimen.app.store.SettingsStore;
import org.specimen.app.store.Theme;
import org.specimen.machine.Appearance;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.task.Tasks;

/**
 * The settings that hold in this window. A change counts at once and is kept in the background; what another window
 * changed beside it stays.
 */
public final class Preferences {

    private final SettingsStore store;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyObjectWrapper<Appearance> system = new ReadOnlyObjectWrapper<>(Appearance.UNKNOWN);
    private final ReadOnlyObjectWrapper<Optional<Failure>> notKept = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Settings> kept;
    private final BooleanBinding dark;
    private final BooleanBinding lessMotion;

    public Preferences(Settings start, SettingsStore store, TaskRunner tasks) {
        this.store = store;
        this.tasks = tasks;
        this.settings = new ReadOnlyObjectWrapper<>(start);
        this.kept = new ReadOnlyObjectWrapper<>(start);
        this.dark = Bindings.createBooleanBinding(
                () -> settings.get().theme() == Theme.DARK
                        || (settings.get().theme() == Theme.SYSTEM
                                && system.get().dark().orElse(false)),
                settings,
                system);
        this.lessMotion = Bindings.createBooleanBinding(
                () -> settings.get().motion() == Motion.REDUCED
                        || (settings.get().motion() == Motion.SYSTEM
                                && system.get().lessMotion().orElse(false)),
                settings,
                system);
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    /** The settings as whoever reads their file finds them; they follow a change a moment later. */
    public ReadOnlyObjectProperty<Settings> kept() {
        return kept.getReadOnlyProperty();
    }

    /** Why the last change could not be kept; empty where it was. */
    public ReadOnlyObjectProperty<Optional<Failure>> notKept() {
        return notKept.getReadOnlyProperty();
    }

    public BooleanBinding dark() {
        return dark;
    }

    public BooleanBinding lessMotion() {
        return lessMotion;
    }

    /** Says what the desktop looks like, once that is known. */
    public void systemLooks(Appearance now) {
        system.set(now);
    }

    /**
     * Changes a setting.
     *
     * @param change of what the person chose, and of nothing else: it is made to what is kept, too
     */
    public void change(UnaryOperator<Settings> change) {
        Settings before = settings.get();
        Settings changed = change.apply(before);
        if (changed.equals(before)) {
            return;
        }
        settings.set(changed);
        Tasks.create(progress -> store.change(before, change))
                .quietly()
                .onSuccess(now -> {
                    notKept.set(Optional.empty());
                    kept.set(now);
                })
                .onError(failure -> notKept.set(Optional.of(failure)))
                .runOn(tasks);
    }

    /** Takes the next larger of the sizes that are offered. */
    public void largerText() {
        resize(sizes -> sizes.filter(size -> size > textSize()).min(Integer::compare));
    }

    /** Takes the next smaller of the sizes that are offered. */
    public void smallerText() {
        resize(sizes -> sizes.filter(size -> size < textSize()).max(Integer::compare));
    }

    public void usualText() {
        change(now -> now.withTextSize(Settings.DEFAULT.textSize()));
    }

    private int textSize() {
        return settings.get().textSize();
    }

    private void resize(Function<Stream<Integer>, Optional<Integer>> next) {
        next.apply(Settings.TEXT_SIZES.stream()).ifPresent(size -> change(now -> now.withTextSize(size)));
    }
}
