package org.specimen.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A stream does not hold what it should: it breaks off, or its bytes are not of the format. The message says which, as the
 * end of a sentence; whoever knows where the stream comes from says the rest.
 */
public final class DamagedData extends IOException {

    private static final long serialVersionUID = 1L;

    public DamagedData(String message) {
        this(message, null);
    }

    public DamagedData(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** The message, never null. */
    public String explanation() {
        return String.valueOf(getMessage());
    }
}
