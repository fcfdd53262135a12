package org.specimen.ui;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.specimen.advice.Rulebook;
import org.specimen.app.Workbench;
import org.specimen.app.log.Log;
import org.specimen.machine.AppearanceProbe;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineProbe;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.theme.Theme;

/** The window, on this computer. */
public final class SpecimenApplication extends Application {

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
        stage.setOnCloseRequest(event -> close(event, window, stage));
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
    }

    @Override
    public void stop() {
        log.close();
    }

    private Surroundings surroundings(Stage stage) {
        return new Surroundings(
                new Workbench(groundwork.catalogue(), rulebook::join, machine::join),
                groundwork.catalogue(),
                groundwork.folders(),
                groundwork.settings(),
                groundwork.clock(),
                AppearanceProbe::probe,
                Path.of(System.getProperty("user.home", ".")).resolve("specimen-samples"),
                new JavaFxDesktop(stage, getHostServices()),
                new TaskRunner(
                        background, Platform::runLater, failure -> log.failure("work in the background", failure)),
                log);
    }

    /** Work that is under way is asked about once, and cancelled; how far the person came is kept. */
    static void close(WindowEvent event, Window window, Stage stage) {
        if (window.isWorking() && !ClosingQuestion.ask(stage)) {
            event.consume();
            return;
        }
        window.services().tasks().cancelAll();
        window.keepDraft();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "background");
        thread.setDaemon(true);
        return thread;
    }
}
