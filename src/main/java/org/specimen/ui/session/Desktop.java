package org.specimen.ui.session;

import java.nio.file.Path;
import java.util.Optional;

/** What only the desktop can do: its dialogs, its clipboard, its file manager. */
public interface Desktop {

    /**
     * Lets the person choose a folder.
     *
     * @param start where to begin; empty for the system's choice
     * @return empty if they chose none
     */
    Optional<Path> chooseFolder(String title, Optional<Path> start);

    /**
     * Lets the person choose where a file is saved; they were asked where one of that name is there already.
     *
     * @param name what the file is called if they say nothing else
     * @return empty if they chose none
     */
    Optional<Path> chooseFileToSave(String title, Optional<Path> start, String name);

    /**
     * Lets the person choose a file that is there.
     *
     * @return empty if they chose none
     */
    Optional<Path> chooseFileToOpen(String title, Optional<Path> start);

    /** Puts text on the clipboard. */
    void copy(String text);

    /** Opens a file or folder in the program that the system has for it. */
    void open(Path path);

    /** Opens a page in the browser. */
    void browse(String address);
}
