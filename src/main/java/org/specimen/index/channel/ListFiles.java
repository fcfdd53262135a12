package org.specimen.index.channel;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.specimen.task.Progress;

/** Where the package lists of channels are fetched from. */
public interface ListFiles {

    /** Whether it can fetch what is at an address. */
    boolean serves(String url);

    /**
     * Reads a file, unless it is the one at hand.
     *
     * @param url without credentials
     * @param tag which file is at hand, as an earlier call told; empty if none is
     * @return the tag of the file; the one that was given if nothing was read, and empty if there is no such file
     * @throws IOException if it cannot be read, or whatever the reading throws
     * @throws org.specimen.problem.NetworkFailure if it cannot be fetched
     */
    Optional<String> read(String url, String tag, Reading reading, Progress progress) throws IOException;

    /** What is done with a file while it is fetched. */
    @FunctionalInterface
    interface Reading {

        /**
         * Reads the file to its end.
         *
         * @param tag which file it is
         */
        void read(InputStream in, String tag) throws IOException;
    }
}
