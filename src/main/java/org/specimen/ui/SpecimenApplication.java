package org.specimen.ui;

import static org.specimen.app.store.Theme.DARK;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.specimen.advice.Rulebook;
import org.specimen.app.CondaChannels;
import org.specimen.app.PackageIndexes;
import org.specimen.app.Proving;
import org.specimen.app.Workbench;
import org.specimen.app.log.Log;
import org.specimen.app.store.Settings;
import org.specimen.machine.AppearanceProbe;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineProbe;
import org.specimen.ui.frame.FrameOutline;
import org.specimen.ui.session.Proofs;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.theme.Theme;

/** The window, on this computer. */
public final class SpecimenApplication extends Application {

    /** Work that is over by then is never shown, so that nothing flickers. */
    private static final long MOMENT_MILLIS = 300;

    private final Executor background = Executors.newCachedThreadPool(SpecimenApplication::daemon);
    private final CompletableFuture<Rulebook> rulebook = new CompletableFuture<>();
    private final CompletableFuture<MachineFacts> machine = new CompletableFuture<>();
    private final Groundwork groundwork = Groundwork.laid();
    private final Log log = groundwork.log();
    private Optional<Throwable> failure = Optional.empty();

    @Override
    public void start(Stage stage) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> log.failure("on the screen", fault));
        OpeningSize size = OpeningSize.on(Screen.getPrimary().getVisualBounds());
        Settings settings = groundwork.settings().value();
        Scene scene = new Scene(new FrameOutline(settings, size.width()), size.width(), size.height());
        Theme.apply(scene, settings.theme() == DARK, settings.textSize());
        stage.setTitle("Specimen");
        stage.setScene(scene);
        size.open(stage);
        stage.show();
        FirstFrame.then(scene, () -> {
            FirstWindow.drawn();
            // Where no graphics card draws, this thread first has to hand the picture to the screen.
            Platform.runLater(() -> {
                size.letGo(stage);
                fillOrEnd(stage, scene);
            });
        });
    }

    /** An outline that nothing will ever fill helps nobody; {@link #stop} says why it closes. */
    private void fillOrEnd(Stage stage, Scene scene) {
        try {
            fill(stage, scene);
            FirstFrame.then(scene, FirstWindow::filled);
        } catch (RuntimeException | LinkageError failed) {
            failure = Optional.of(failed);
            Platform.exit();
        }
    }

    private void fill(Stage stage, Scene scene) {
        rulebook.completeAsync(Rulebook::shipped, background);
        machine.completeAsync(MachineProbe::probe, background);
        Theme.loadOtherFonts();
        Window window = new Window(surroundings(stage), scene);
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> {
            log.failure("on the screen", fault);
            window.tell(fault);
        });
        Closing closing = closing(window, stage);
        stage.setOnCloseRequest(event -> {
            if (!closing.isAllowed()) {
                event.consume();
            }
        });
        getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(window::open);
    }

    @Override
    public void stop() {
        log.close();
        failure.ifPresent(failed -> {
            throw new IllegalStateException("the window could not be made", failed);
        });
    }

    private Surroundings surroundings(Stage stage) {
        return new Surroundings(
                new Workbench(
                        Groundwork.catalogue(),
                        rulebook::join,
                        machine::join,
                        PackageIndexes.ofThisComputer(Groundwork.catalogue()),
                        CondaChannels.ofThisComputer(Groundwork.catalogue())),
                Proofs.by(() -> Proving.ofThisComputer(Groundwork.catalogue(), machine::join)),
                Groundwork.catalogue(),
                groundwork.folders(),
                groundwork.settings(),
                groundwork.clock(),
                AppearanceProbe::probe,
                Path.of(System.getProperty("user.home", ".")).resolve("specimen-samples"),
                new JavaFxDesktop(stage, getHostServices()),
                new TaskRunner(
                        background,
                        Platform::runLater,
                        failure -> log.failure("work in the background", failure),
                        CompletableFuture.delayedExecutor(MOMENT_MILLIS, TimeUnit.MILLISECONDS, Platform::runLater)),
                log);
    }

    static Closing closing(Window window, Stage stage) {
        return new Closing(
                window.services().tasks(), work -> ClosingQuestion.ask(stage, work), window::keepDraft, stage::close);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "background");
        thread.setDaemon(true);
        return thread;
    }
}
