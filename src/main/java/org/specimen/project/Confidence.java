package org.specimen.project;

/** How sure it is that a package is the one that the project means. */
public enum Confidence {
    /** The project names it in a file of its own. */
    DECLARED,
    /** The catalogue knows that it provides the imported module. */
    KNOWN,
    /** Nothing is known but the name of the imported module. */
    GUESSED
}
