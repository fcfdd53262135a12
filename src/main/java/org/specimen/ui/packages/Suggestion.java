package org.specimen.ui.packages;

/**
 * Something to add that the person may mean.
 *
 * @param entry what would be added, as a person would type it
 * @param newest its newest version, empty if none is known
 * @param hint why it is suggested, where its name does not say so; may be empty
 */
record Suggestion(String entry, String newest, String hint) {}
