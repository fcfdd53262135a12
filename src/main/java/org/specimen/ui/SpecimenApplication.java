package org.specimen.ui;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.specimen.advice.Rulebook;
import org.specimen.app.Workbench;
import org.specimen.catalogue.Catalogue;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineProbe;
import org.specimen.ui.frame.FrameView;
import org.specimen.ui.session.Journey;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.theme.Theme;

/** The window. */
public final class SpecimenApplication extends Application {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    @Override
    public void start(Stage stage) {
        Executor background = Executors.newCachedThreadPool(SpecimenApplication::daemon);
        CompletableFuture<Rulebook> rulebook = CompletableFuture.supplyAsync(Rulebook::shipped, background);
        CompletableFuture<MachineFacts> machine = CompletableFuture.supplyAsync(MachineProbe::probe, background);
        Catalogue catalogue = Catalogue.open();
        TaskRunner tasks = new TaskRunner(background, Platform::runLater, failure -> {});
        Session session = new Session(new Workbench(catalogue, rulebook::join, machine::join), tasks);
        Services services = new Services(
                session,
                new Journey(session),
                tasks,
                catalogue,
                new JavaFxDesktop(stage, getHostServices()),
                InstantSource.system());
        Theme.loadFonts();
        FrameView frame = new FrameView(services, new Pages(services), new VBox(), () -> {});
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(frame.node(), Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        Theme.apply(scene, false, 100);
        stage.setTitle("Specimen");
        stage.setMinWidth(Math.min(900, screen.getWidth()));
        stage.setMinHeight(Math.min(520, screen.getHeight()));
        stage.setScene(scene);
        stage.show();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "background");
        thread.setDaemon(true);
        return thread;
    }
}
