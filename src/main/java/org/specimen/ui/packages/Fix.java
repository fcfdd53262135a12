package org.specimen.ui.packages;

/**
 * A way out that the person can take with one click.
 *
 * @param text a verb first, as in "Leave it out"
 */
record Fix(String text, Runnable run) {}
