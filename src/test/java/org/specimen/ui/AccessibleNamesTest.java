package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.advice.Stack;
import org.specimen.app.Samples;
import org.specimen.app.store.DraftStore;
import org.specimen.app.store.RecentProjects;
import org.specimen.app.store.Settings;
import org.specimen.app.store.SettingsStore;
import org.specimen.app.store.UserFolders;
import org.specimen.ui.advice.AdviceView;
import org.specimen.ui.advice.AdviceViewModel;
import org.specimen.ui.control.StepView;
import org.specimen.ui.files.FilesView;
import org.specimen.ui.files.FilesViewModel;
import org.specimen.ui.options.OptionsView;
import org.specimen.ui.options.OptionsViewModel;
import org.specimen.ui.packages.PackagesView;
import org.specimen.ui.packages.PackagesViewModel;
import org.specimen.ui.project.ProjectView;
import org.specimen.ui.project.ProjectViewModel;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.DraftKeeper;
import org.specimen.ui.session.FakeDesktop;
import org.specimen.ui.session.Preferences;
import org.specimen.ui.session.Services;
import org.specimen.ui.settings.SettingsView;
import org.specimen.ui.settings.SettingsViewModel;
import org.specimen.ui.situation.SituationView;
import org.specimen.ui.situation.SituationViewModel;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.theme.Theme;
import org.specimen.ui.trial.TrialView;
import org.specimen.ui.trial.TrialViewModel;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Whoever hears the window instead of seeing it is told what every control is for. */
@NeedsJavaFx
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // made on JavaFX's own thread, before each test
class AccessibleNamesTest {

    private static final Map<String, Function<Services, StepView>> PAGES = Map.of(
            "situation", services -> new SituationView(new SituationViewModel(services)),
            "advice", services -> new AdviceView(new AdviceViewModel(services)),
            "packages", services -> new PackagesView(new PackagesViewModel(services)),
            "options", services -> new OptionsView(new OptionsViewModel(services)),
            "files", services -> new FilesView(new FilesViewModel(services)),
            "trial", services -> new TrialView(new TrialViewModel(services)));

    @TempDir
    Path folder;

    private StackPane root;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        root = new StackPane();
        Scene scene = new Scene(root, 1280, 800);
        Theme.apply(scene, false, 100);
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(strings = {"situation", "advice", "packages", "options", "files", "trial"})
    void everyControlThatTakesTheKeyboardHasAName(String page, FxRobot robot) {
        Services services = BareServices.immediate();
        services.session().open(Samples.unpackInto(folder, "data-analysis"));
        services.session().wish(wishes -> wishes.withStack(Optional.of(Stack.DOCKER_CONDA)));

        show(robot, () -> Optional.ofNullable(PAGES.get(page)).orElseThrow().apply(services));

        assertEveryControlHasAName();
    }

    @Test
    void everyControlOfTheProjectsPageHasANameBeforeAProjectIsOpen(FxRobot robot) {
        Services before = BareServices.immediate();
        ProjectViewModel left = project(before);
        left.entered();
        left.openSample(left.samples().get(0));
        before.journey().next();
        before.session().wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)));

        show(robot, () -> new ProjectView(project(BareServices.immediate()), before.desktop()));

        assertThat(root.lookup("#resume")).isNotNull();
        assertEveryControlHasAName();
    }

    @Test
    void everyControlOfTheProjectsPageHasANameOnceAProjectIsRead(FxRobot robot) {
        Services services = BareServices.immediate();
        services.session().open(Samples.unpackInto(folder, "data-analysis"));

        show(robot, () -> new ProjectView(project(services), services.desktop()));

        assertEveryControlHasAName();
    }

    @Test
    void everyControlOfTheSettingsHasAName(FxRobot robot) {
        Preferences preferences =
                new Preferences(Settings.DEFAULT, new SettingsStore(UserFolders.in(folder)), TaskRunner.immediate());

        show(robot, () -> new SettingsView(new SettingsViewModel(preferences, () -> {}), new FakeDesktop()));

        assertEveryControlHasAName();
    }

    private void show(FxRobot robot, Supplier<StepView> page) {
        robot.interact(() -> {
            StepView view = page.get();
            root.getChildren().setAll(view.node());
            view.model().entered();
            root.applyCss();
            root.layout();
            expand(root);
            root.applyCss();
            root.layout();
        });
    }

    private void assertEveryControlHasAName() {
        assertThat(SpokenNames.heard(root)).isNotEmpty();
        assertThat(SpokenNames.nameless(root)).isEmpty();
    }

    private ProjectViewModel project(Services services) {
        UserFolders folders = UserFolders.in(folder.resolve("home"));
        DraftStore drafts = new DraftStore(folders, BareServices.CLOCK);
        return new ProjectViewModel(
                services,
                new ProjectViewModel.Memory(
                        new RecentProjects(folders, BareServices.CLOCK),
                        drafts,
                        new DraftKeeper(services.session(), services.journey(), drafts, services.tasks()),
                        folder.resolve("samples")),
                Optional.empty());
    }

    private static void expand(Node node) {
        if (node instanceof TitledPane pane) {
            pane.setExpanded(true);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(AccessibleNamesTest::expand);
        }
    }
}
