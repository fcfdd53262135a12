package org.specimen.resolve;

import org.specimen.python.Extra;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;

/** What the solver chooses for pip: each is a package of its universe. */
sealed interface Node {

    /** A distribution; its candidates are its releases. */
    record Distribution(PackageName name) implements Node {}

    /** What an extra adds to a distribution; its candidates are the same releases, and each needs that release. */
    record WithExtra(PackageName name, Extra extra) implements Node {}

    /** The Python; it has one candidate. */
    record Interpreter() implements Node {}

    /**
     * What a release that cannot be used needs; it has no candidates.
     *
     * @param why what is wrong with the release, behind its name: {@code has no file for Windows}
     */
    record Impossible(String why) implements Node {}

    /** What may be wanted of one of these. */
    sealed interface Wanted {

        record Versions(SpecifierSet specifiers) implements Wanted {}

        /** One release, by its number among the candidates. */
        record Same(int candidate) implements Wanted {}
    }
}
