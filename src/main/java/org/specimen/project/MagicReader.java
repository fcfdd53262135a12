package org.specimen.project;

import java.util.List;
import java.util.Set;
import org.specimen.format.RequirementsFile;
import org.specimen.format.ShellCommands;

/** Reads what a notebook hands to IPython or to the shell: installations, and files that it writes. */
final class MagicReader {

    /** Cells whose lines a shell runs. */
    private static final Set<String> SHELL_CELLS = Set.of("bash", "sh", "zsh", "!", "system", "sx");

    /** What {@code %pylab} imports by itself. */
    private static final List<String> PYLAB = List.of("matplotlib", "numpy");

    private MagicReader() {}

    /**
     * Adds what it tells.
     *
     * @param magic from its {@code %} or {@code !} on; of a whole cell every line is a command
     */
    static void read(String magic, CodeReader.Place place, CodeFacts facts) {
        String[] lines = magic.replace("\\\n", "  ").split("\r\n|[\n\r]", -1);
        if (magic.startsWith("%%")) {
            readCell(lines, place, facts);
            return;
        }
        for (int i = 0; i < lines.length; i++) {
            ShellReader.read(lines[i], place.plus(i), facts);
        }
        if (words(lines[0]).contains("%pylab")) {
            addPylab(place, facts);
        }
    }

    /** Those of the first command on a line, with quotes resolved. */
    static List<String> words(String line) {
        return ShellCommands.parse(line).stream().findFirst().orElse(List.of());
    }

    private static void readCell(String[] lines, CodeReader.Place place, CodeFacts facts) {
        List<String> words = words(lines[0]);
        String name = words.isEmpty() ? "" : words.get(0).substring(2);
        boolean shell = SHELL_CELLS.contains(name)
                || (name.equals("script") && words.size() > 1 && words.get(1).endsWith("sh"));
        if (shell) {
            for (int i = 1; i < lines.length; i++) {
                ShellReader.read(lines[i], place.plus(i), facts);
            }
            return;
        }
        words.stream()
                .filter(word -> word.endsWith(".py") || word.endsWith(".pyx"))
                .forEach(facts.writtenFiles::add);
        boolean list = words.stream().anyMatch(word -> word.endsWith(".txt") && word.contains("requirements"));
        if ((name.equals("writefile") || name.equals("file")) && list) {
            for (int i = 1; i < lines.length; i++) {
                Evidence evidence = place.plus(i);
                RequirementsFile.parseLine(lines[i], i).ifPresent(line -> facts.pip(line, evidence));
            }
        }
    }

    private static void addPylab(CodeReader.Place place, CodeFacts facts) {
        Evidence evidence = place.plus(0);
        for (String module : PYLAB) {
            Import read = new Import(module, List.of(), 0, false, evidence.line());
            facts.add(read, evidence);
        }
    }
}
