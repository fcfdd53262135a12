package org.specimen.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/** The content of a file that a person wrote: short, however it grows while it is read. */
final class Bytes {

    /** No file that a person wrote is longer; notebooks hold pictures and are read as a stream. */
    static final int MOST = 10_000_000;

    /** Lock files are written by tools, for every platform at once. */
    static final int MOST_OF_A_LOCK = 20_000_000;

    private Bytes() {}

    /** @throws IOException if the file cannot be read */
    static byte[] of(ProjectFile file) throws IOException {
        try (InputStream in = Files.newInputStream(file.location())) {
            return in.readNBytes(MOST_OF_A_LOCK);
        }
    }
}
