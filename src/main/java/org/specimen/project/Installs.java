package org.specimen.project;

import org.specimen.format.RequirementsFile;

/** Where the installations that commands make are gathered. */
interface Installs {

    /** Something that pip installs. */
    void pip(RequirementsFile.Line line, Evidence evidence);

    /** Something that conda installs. */
    void conda(String word, Evidence evidence);

    /** A Debian package. */
    void system(String name, Evidence evidence);

    /** A module of Python that is made from another language. */
    void compiled(String module);

    /** A list that pip or conda is given by its path, as it is on the computer where the command runs. */
    void file(String path, FileKind kind, Evidence evidence);
}
