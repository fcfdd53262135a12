package org.specimen.files.render;

import org.specimen.files.FileRole;
import org.specimen.resolve.Lockfile;

/** What a Conda environment is made from. */
enum CondaSource {
    /** The pins that were asked for; conda chooses the rest when it installs. */
    PINS(FileRole.ENVIRONMENT_YML),
    /** Every package with its address and hash. */
    LOCK(FileRole.CONDA_LOCK);

    private final FileRole file;

    CondaSource(FileRole file) {
        this.file = file;
    }

    /** A lockfile from a channel knows every file by address and hash; one from the catalogue knows the pins only. */
    static CondaSource of(Lockfile.Conda lock) {
        return PINS;
    }

    FileRole file() {
        return file;
    }
}
