package org.specimen.ui;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.specimen.advice.Rulebook;
import org.specimen.app.CondaChannels;
import org.specimen.app.PackageIndexes;
import org.specimen.app.Proving;
import org.specimen.app.Workbench;
import org.specimen.app.log.Log;
import org.specimen.machine.AppearanceProbe;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineProbe;
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

    @Override
    public void start(Stage stage) {
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> log.failure("on the screen", fault));
        OpeningSize size = OpeningSize.on(Screen.getPrimary().getVisualBounds());
        Window window = new Window(surroundings(stage), size.width(), size.height());
        Thread.currentThread().setUncaughtExceptionHandler((thread, fault) -> {
            log.failure("on the screen", fault);
            window.tell(fault);
        });
        stage.setTitle("Specimen");
        stage.setScene(window.scene());
        Closing closing = closing(window, stage);
        stage.setOnCloseRequest(event -> {
            if (!closing.isAllowed()) {
                event.consume();
            }
        });
        size.open(stage);
        stage.show();
        FirstFrame.then(window.scene(), () -> {
            size.letGo(stage);
            complete(window);
        });
    }

    /** What is needed once something is opened does not hold the first frame up. */
    private void complete(Window window) {
        rulebook.completeAsync(Rulebook::shipped, background);
        machine.completeAsync(MachineProbe::probe, background);
        Theme.loadOtherFonts();
        window.complete();
        getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(window::open);
    }

    @Override
    public void stop() {
        log.close();
    }

    private Surroundings surroundings(Stage stage) {
        return new Surroundings(
                new Workbench(
                        groundwork.catalogue(),
                        rulebook::join,
                        machine::join,
                        PackageIndexes.ofThisComputer(groundwork.catalogue()),
                        CondaChannels.ofThisComputer(groundwork.catalogue())),
                Proofs.by(() -> Proving.ofThisComputer(groundwork.catalogue(), machine::join)),
                groundwork.catalogue(),
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
