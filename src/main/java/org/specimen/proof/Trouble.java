package org.specimen.proof;

import java.util.List;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.problem.Problem;

/**
 * Something that does not work, for a person, and what settles it.
 *
 * @param what happened, to what: one sentence
 * @param whatToDo one or two sentences
 * @param fixes what can be done at a click, best first; may be empty
 * @param isOutside whether nothing is wrong with the project: the network or the disk failed, and another day it works
 */
public record Trouble(String what, String whatToDo, List<Fix> fixes, boolean isOutside) {

    public Trouble {
        fixes = List.copyOf(fixes);
    }

    public Trouble(String what, String whatToDo, List<Fix> fixes) {
        this(what, whatToDo, fixes, false);
    }

    public Trouble(String what, String whatToDo) {
        this(what, whatToDo, List.of());
    }

    /** The same, for which the project is not to blame. */
    public Trouble outside() {
        return new Trouble(what, whatToDo, fixes, true);
    }

    /** Both sentences. */
    public String text() {
        return whatToDo.isEmpty() ? what : what + " " + whatToDo;
    }

    /** It, where nothing can go on before it is settled: a question to the person, or something outside that failed. */
    public Problem refusal() {
        return fixes.stream().anyMatch(Fix.ReplaceExisting.class::isInstance)
                ? new NoSolution(text())
                : new OutsideFailure(text());
    }

    /** One way to settle it. */
    public sealed interface Fix {

        /** A Debian package for the image, to be put among the options, and the environment made again. */
        record AddSystemPackage(String name) implements Fix {}

        /** A distribution that the code imports and nothing asks for. */
        record AddPackage(String name) implements Fix {}

        /** JupyterLab, to be put among the packages. */
        record AddJupyterLab() implements Fix {}

        /** An environment of this name that somebody else made, to be given up for the new one. */
        record ReplaceExisting(String name) implements Fix {}

        /** A command for the person to type. */
        record TypeCommand(String command) implements Fix {}
    }
}
