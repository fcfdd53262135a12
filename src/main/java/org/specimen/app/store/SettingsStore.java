package org.specimen.app.store;

import org.specimen.problem.OutsideFailure;

/** Keeps the settings. */
public final class SettingsStore {

    public SettingsStore(UserFolders folders) {}

    /** The settings; the usual ones where there are none yet, or the file is broken. */
    public synchronized Loaded<Settings> load() {
        return Loaded.well(Settings.DEFAULT);
    }

    /**
     * Keeps settings in place of the last ones.
     *
     * @throws OutsideFailure if the disk does not take them
     */
    public synchronized void save(Settings settings) {}
}
