package org.specimen.ui.task;

/**
 * What is being done in the background now.
 *
 * @param what for a person, as in "reading 312 of 840 files"; may be empty at first
 * @param total 0 if it is not known
 * @param mayCancel whether it can be stopped
 */
public record Activity(String what, long done, long total, boolean mayCancel) {

    /** What can be stopped. */
    public Activity(String what, long done, long total) {
        this(what, done, total, true);
    }
}
