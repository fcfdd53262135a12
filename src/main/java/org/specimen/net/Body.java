package org.specimen.net;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** The bytes of an answer. They are shared and not copied: nobody changes them. */
public final class Body {

    static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    Body(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, to be read only. */
    public byte[] bytes() {
        return bytes;
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    public int length() {
        return bytes.length;
    }
}
