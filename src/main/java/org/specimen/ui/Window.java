package org.specimen.ui;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.specimen.app.store.DraftStore;
import org.specimen.app.store.Loaded;
import org.specimen.app.store.RecentProjects;
import org.specimen.app.store.Settings;
import org.specimen.app.store.SettingsStore;
import org.specimen.ui.control.Words;
import org.specimen.ui.frame.FrameView;
import org.specimen.ui.frame.LayersSide;
import org.specimen.ui.project.ProjectViewModel;
import org.specimen.ui.session.DraftKeeper;
import org.specimen.ui.session.Journey;
import org.specimen.ui.session.Preferences;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.settings.SettingsView;
import org.specimen.ui.settings.SettingsViewModel;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.Tasks;
import org.specimen.ui.theme.Motion;
import org.specimen.ui.theme.Theme;

/** Joins the parts of the window. */
public final class Window {

    private static final double HUNDRED = 100;

    private final Surroundings surroundings;
    private final Services services;
    private final Preferences preferences;
    private final DraftKeeper keeper;
    private final Pages pages;
    private final LayersSide layers;
    private final FrameView frame;
    private final Scene scene;

    /**
     * A window.
     *
     * @param scene gets this window's content for its own
     */
    public Window(Surroundings surroundings, Scene scene) {
        this.surroundings = surroundings;
        Loaded<Settings> settings = surroundings.settings();
        preferences =
                new Preferences(settings.value(), new SettingsStore(surroundings.folders()), surroundings.tasks());
        Theme.begin(preferences.dark().get());
        Session session = new Session(surroundings.workbench(), surroundings.tasks());
        Journey journey = new Journey(session);
        services = new Services(
                session,
                journey,
                surroundings.tasks(),
                surroundings.proofs(),
                surroundings.catalogue(),
                surroundings.desktop(),
                surroundings.clock());
        DraftStore drafts = new DraftStore(surroundings.folders(), surroundings.clock());
        keeper = new DraftKeeper(session, journey, drafts, surroundings.tasks());
        RecentProjects recents = new RecentProjects(surroundings.folders(), surroundings.clock());
        Words.TEXT_SIZE.bind(Bindings.createDoubleBinding(
                () -> Theme.TEXT * preferences.settings().get().textSize() / HUNDRED, preferences.settings()));
        pages = new Pages(
                services,
                new ProjectViewModel.Memory(recents, drafts, keeper, surroundings.samples()),
                settings.word());
        this.scene = scene;
        layers = new LayersSide(session, surroundings.catalogue(), preferences, scene.widthProperty());
        frame = new FrameView(services, pages, layers, this::openSettings);
        frame.watch(keeper.notKept());
        scene.setRoot(frame.node());
        Motion.REDUCED.bind(preferences.lessMotion());
        dress();
        frame.takeFocus();
        Tasks.create(progress -> surroundings.appearance().get())
                .quietly()
                .onSuccess(preferences::systemLooks)
                .runOn(surroundings.tasks());
        preferences.dark().addListener((property, old, now) -> dress());
        preferences.settings().addListener((property, old, now) -> dress());
        preferences.kept().addListener((property, old, now) -> {
            if (!old.packageIndex().equals(now.packageIndex())) {
                session.tryAgain();
            }
        });
        accelerate(KeyCode.PLUS, preferences::largerText);
        accelerate(KeyCode.ADD, preferences::largerText);
        accelerate(KeyCode.EQUALS, preferences::largerText);
        accelerate(KeyCode.MINUS, preferences::smallerText);
        accelerate(KeyCode.SUBTRACT, preferences::smallerText);
        accelerate(KeyCode.DIGIT0, preferences::usualText);
    }

    public Scene scene() {
        return scene;
    }

    public Services services() {
        return services;
    }

    public Preferences preferences() {
        return preferences;
    }

    public FrameView frame() {
        return frame;
    }

    /** Opens a project's folder, as if it had been chosen on the first page. */
    public void open(Path folder) {
        pages.project().open(folder);
    }

    /** Shows a fault that nothing else has caught. */
    public void tell(Throwable fault) {
        frame.tell(Failure.of(fault));
    }

    /** Whether work is under way that the person started. */
    public boolean isWorking() {
        return surroundings.tasks().isWorking();
    }

    /** Keeps how far the person came, before the window closes. */
    public void keepDraft() {
        keeper.keepNow();
    }

    private void openSettings() {
        SettingsViewModel model = new SettingsViewModel(preferences, frame::closeAside);
        frame.showAside(new SettingsView(model, surroundings.desktop()));
    }

    private void dress() {
        Theme.apply(
                scene, preferences.dark().get(), preferences.settings().get().textSize());
    }

    private void accelerate(KeyCode key, Runnable action) {
        scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), action);
        scene.getAccelerators()
                .put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN), action);
    }
}
