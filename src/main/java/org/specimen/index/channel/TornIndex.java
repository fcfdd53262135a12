package org.specimen.index.channel;

import java.io.IOException;

/** A file is not the index that was written: it was cut off, overwritten, or is of another layout. It is made anew. */
final class TornIndex extends IOException {

    private static final long serialVersionUID = 1L;

    TornIndex(String message) {
        super(message);
    }
}
