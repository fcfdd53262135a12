package org.specimen.index;

/**
 * The metadata of one release is there but cannot be understood, as that of old releases sometimes is. It concerns that
 * release alone: whoever chooses takes another.
 */
public final class UnreadableMetadata extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param what what is wrong with it, for a person, as in {@code its Requires-Dist 'numpy>==1' is no requirement} */
    public UnreadableMetadata(String what) {
        super(what);
    }

    /** What is wrong with it, never null. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
