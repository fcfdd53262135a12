package org.specimen.ui.settings;

import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.specimen.app.store.Motion;
import org.specimen.app.store.Settings;
import org.specimen.app.store.Theme;
import org.specimen.ui.session.Preferences;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.task.Failure;
import org.specimen.ui.text.Texts;

/** How the person wants Specimen to look, and where it gets things from. */
public final class SettingsViewModel implements StepModel {

    private static final Texts TEXTS = Texts.of(SettingsViewModel.class);

    private final Preferences preferences;
    private final StringProperty typedIndex = new SimpleStringProperty("");
    private final StringProperty typedMirror = new SimpleStringProperty("");
    private final ObservableValue<Optional<PrimaryAction>> done;
    private final ReadOnlyObjectWrapper<Optional<String>> indexFault = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> mirrorFault = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * A model.
     *
     * @param close leads back to the step
     */
    public SettingsViewModel(Preferences preferences, Runnable close) {
        this.preferences = preferences;
        fill();
        this.done = new SimpleObjectProperty<>(Optional.of(new PrimaryAction(TEXTS.get("done"), () -> {
            takeAddresses();
            if (mayLeave()) {
                close.run();
            }
        })));
    }

    public ReadOnlyObjectProperty<Settings> settings() {
        return preferences.settings();
    }

    /** Why the last change could not be kept. */
    public ReadOnlyObjectProperty<Optional<Failure>> notKept() {
        return preferences.notKept();
    }

    /** What is wrong with the address of the index; empty if nothing. */
    public ReadOnlyObjectProperty<Optional<String>> indexFault() {
        return indexFault.getReadOnlyProperty();
    }

    /** What is wrong with the mirror; empty if nothing. */
    public ReadOnlyObjectProperty<Optional<String>> mirrorFault() {
        return mirrorFault.getReadOnlyProperty();
    }

    public void theme(Theme theme) {
        preferences.change(now -> now.withTheme(theme));
    }

    public void motion(Motion motion) {
        preferences.change(now -> now.withMotion(motion));
    }

    public void textSize(int percent) {
        preferences.change(now -> now.withTextSize(percent));
    }

    /** The address of the index as it is typed; it counts once it is taken. */
    public StringProperty typedIndex() {
        return typedIndex;
    }

    /** The mirror as it is typed; it counts once it is taken. */
    public StringProperty typedMirror() {
        return typedMirror;
    }

    /** Takes the addresses as they are typed, or says what is wrong with them. */
    public void takeAddresses() {
        indexFault.set(tried(now -> now.withPackageIndex(written(typedIndex.get()))));
        mirrorFault.set(tried(now -> now.withImageMirror(written(typedMirror.get()))));
    }

    public void reset() {
        indexFault.set(Optional.empty());
        mirrorFault.set(Optional.empty());
        preferences.change(now -> Settings.DEFAULT);
        fill();
    }

    private void fill() {
        typedIndex.set(preferences.settings().get().packageIndex().orElse(""));
        typedMirror.set(preferences.settings().get().imageMirror().orElse(""));
    }

    @Override
    public boolean mayLeave() {
        return indexFault.get().isEmpty() && mirrorFault.get().isEmpty();
    }

    @Override
    public ObservableValue<Optional<PrimaryAction>> primaryAction() {
        return done;
    }

    private static Optional<String> written(String typed) {
        return Optional.of(typed.strip()).filter(text -> !text.isEmpty());
    }

    /** The settings say themselves what they do not take. */
    private Optional<String> tried(UnaryOperator<Settings> change) {
        try {
            preferences.change(change);
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }
}
