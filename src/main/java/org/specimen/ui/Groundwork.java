package org.specimen.ui;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.specimen.app.log.Log;
import org.specimen.app.store.Loaded;
import org.specimen.app.store.Settings;
import org.specimen.app.store.SettingsStore;
import org.specimen.app.store.UserFolders;
import org.specimen.catalogue.Catalogue;
import org.specimen.ui.frame.FrameView;
import org.specimen.ui.project.ProjectView;
import org.specimen.ui.session.Session;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.text.Texts;

/** What the window stands on and JavaFX has no part in, so that it can be made while JavaFX starts. */
record Groundwork(UserFolders folders, Log log, Clock clock, Loaded<Settings> settings) {

    /** JavaFX makes the application itself; this is how something reaches it. */
    private static final CompletableFuture<Groundwork> LAID = CompletableFuture.supplyAsync(Groundwork::lay);

    /** The first frame does not wait for it. */
    private static final CompletableFuture<Catalogue> CATALOGUE = LAID.thenApplyAsync(laid -> readUp());

    /** Begins on another thread. */
    static void begin() {
        // Whoever calls this has loaded the class.
    }

    /** Waits until it is there. */
    static Groundwork laid() {
        return LAID.join();
    }

    /** Waits until it is there. */
    static Catalogue catalogue() {
        return CATALOGUE.join();
    }

    private static Catalogue readUp() {
        // Java keeps what it has read.
        List.of(FrameView.class, ProjectView.class, Session.class, TaskRunner.class)
                .forEach(Texts::of);
        return Catalogue.open();
    }

    private static Groundwork lay() {
        // JavaFX's first style sheet asks for a logger, and the first logger of all looks into every jar.
        System.getLogger(Groundwork.class.getName());
        UserFolders folders = UserFolders.ofThisComputer();
        return new Groundwork(
                folders,
                Log.in(folders.logs()),
                // Its zone is nobody's concern here; to find one, Java looks into every jar for further time zones.
                Clock.systemUTC(),
                new SettingsStore(folders).load());
    }
}
