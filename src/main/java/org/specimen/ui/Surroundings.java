package org.specimen.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import org.specimen.app.Workbench;
import org.specimen.app.log.Log;
import org.specimen.app.store.Loaded;
import org.specimen.app.store.Settings;
import org.specimen.app.store.UserFolders;
import org.specimen.catalogue.Catalogue;
import org.specimen.machine.Appearance;
import org.specimen.ui.session.Desktop;
import org.specimen.ui.session.Proofs;
import org.specimen.ui.task.TaskRunner;

/**
 * What a window stands on; tests and screenshots stand on something else than this computer.
 *
 * @param settings those that were kept in the folders
 * @param appearance looks at the desktop's theme and its wish for less motion; called in the background
 * @param samples the folder that samples are copied into
 */
public record Surroundings(
        Workbench workbench,
        Proofs proofs,
        Catalogue catalogue,
        UserFolders folders,
        Loaded<Settings> settings,
        Clock clock,
        Supplier<Appearance> appearance,
        Path samples,
        Desktop desktop,
        TaskRunner tasks,
        Log log) {}
