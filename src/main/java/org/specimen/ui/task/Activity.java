package org.specimen.ui.task;

/**
 * What is being done in the background now.
 *
 * @param what for a person, as in "reading 312 of 840 files"; may be empty at first
 * @param total 0 if it is not known
 */
public record Activity(String what, long done, long total) {

    /** Nothing has been said of it yet. */
    static final Activity BEGINNING = new Activity("", 0, 0);
}
