package org.specimen.files;

/** What is done about a file of the person's own that stands where Specimen would write. */
public enum ExistingChoice {
    /** Theirs stays, and ours is not written. */
    KEEP,
    /** Ours takes the place of theirs, which is backed up. */
    REPLACE,
    /** Theirs stays, and ours is written beside it under another name. */
    BESIDE
}
