package org.specimen.project;

/** What a file of code is for, by where it lies. */
enum FilePlace {
    PROJECT,
    /** Beside the code of a library: its tools and scripts, which those who install it never get. */
    BESIDE,
    /** Tests, documentation, building. */
    DEVELOPMENT
}
