package org.specimen.files;

/** How a file that Specimen would write stands to what lies at its path. */
public enum FileState {
    /** Nothing lies there. */
    NEW(true),
    /** What lies there is what would be written, line ends aside. */
    UNCHANGED(false),
    /** What lies there is as Specimen last wrote it; it becomes what is written now. */
    UPDATED(true),
    /** Hand-written parts are kept, ours are brought up to date. */
    MERGED(true),
    /** A file of the person's own gives way, as they chose, or as it lies at the name for files beside their own. */
    REPLACED(true),
    /** A file of the person's own stays, as they chose. */
    KEPT(false);

    private final boolean writes;

    FileState(boolean writes) {
        this.writes = writes;
    }

    /** Whether the file at the path changes. */
    public boolean writes() {
        return writes;
    }
}
