package org.specimen.format;

import java.util.Set;

/**
 * How far what only IPython understands reaches in a cell: magics, commands to the system, and bare installs (IPython,
 * "Built-in magic commands" and "Input transformations").
 */
final class MagicExtent {

    /** Cell magics whose cells hold Python; what stands under any other one is another language or a file. */
    private static final Set<String> PYTHON_CELLS = Set.of(
            "time",
            "timeit",
            "capture",
            "prun",
            "memit",
            "mprun",
            "lprun",
            "px",
            "python",
            "python3",
            "pypy",
            "debug",
            "snakeviz",
            "heat",
            "scalene",
            "wandb",
            "notify",
            "skip",
            "local",
            "manim",
            "pyinstrument",
            "cache");

    /** Line magics that are followed by a Python statement. */
    private static final Set<String> PYTHON_LINES = Set.of("time", "timeit", "prun", "memit");

    private MagicExtent() {}

    /**
     * Where a magic ends that begins a line, or {@code at} where none does.
     *
     * @param at where the line begins, behind its spaces
     * @param first whether nothing but empty lines stands above
     */
    static int ofLine(SourceCharacters text, int at, boolean first) {
        if (first && text.startsWith("%%", at)) {
            return PYTHON_CELLS.contains(text.word(at + 2)) ? text.endOfLine(at) : text.length();
        }
        if (text.at(at) == '%') {
            String name = text.word(at + 1);
            return PYTHON_LINES.contains(name) ? at + 1 + name.length() : endOfCommand(text, at);
        }
        return text.at(at) == '!' || isBareInstall(text, at) ? endOfCommand(text, at) : at;
    }

    /** Where a magic ends that gives a variable its value, as in {@code files = !ls} and {@code x = %env HOME}. */
    static int ofValue(SourceCharacters text, int at) {
        return text.at(at) == '!' || text.at(at) == '%' ? endOfCommand(text, at) : at;
    }

    /** {@code pip install x}: IPython takes the percent sign as said. */
    private static boolean isBareInstall(SourceCharacters text, int at) {
        String word = text.word(at);
        return (word.equals("pip") || word.equals("conda") || word.equals("mamba"))
                && text.startsWith(" install ", at + word.length());
    }

    /** The end of the line, or of the line that a backslash at its end continues. */
    private static int endOfCommand(SourceCharacters text, int at) {
        int end = text.endOfLine(at);
        while (end < text.length() && text.at(end - 1) == '\\') {
            end = text.endOfLine(text.afterLineBreak(end));
        }
        return end;
    }
}
