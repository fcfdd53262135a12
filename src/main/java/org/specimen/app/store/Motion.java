package org.specimen.app.store;

/** Whether things in the window move. */
public enum Motion {
    /** As the desktop has it, where that can be told. */
    SYSTEM,
    FULL,
    REDUCED
}
