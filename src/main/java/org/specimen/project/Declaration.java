package org.specimen.project;

import org.specimen.conda.MatchSpec;
import org.specimen.python.Requirement;

/** A package as one of the project's own files asks for it. */
public sealed interface Declaration {

    Evidence evidence();

    /** The comment that the person wrote beside it, without its {@code #}; empty if there is none. */
    String comment();

    /** As pip understands it: a line of requirements.txt, of pyproject.toml, or under {@code pip:}. */
    record Pip(Requirement requirement, Evidence evidence, String comment) implements Declaration {}

    /** As conda understands it: an item of {@code dependencies:} in environment.yml. */
    record Conda(MatchSpec spec, Evidence evidence, String comment) implements Declaration {}
}
