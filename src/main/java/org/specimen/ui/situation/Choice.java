package org.specimen.ui.situation;

/**
 * One answer that may be chosen.
 *
 * @param value as in the answers file
 * @param line what it means, in one line; empty if the label says it all
 */
record Choice(String value, String label, String line) {}
