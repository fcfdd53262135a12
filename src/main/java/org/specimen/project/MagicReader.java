package org.specimen.project;

import java.util.List;
import java.util.Set;
import org.specimen.format.RequirementsFile;
import org.specimen.format.ShellCommands;

/** Reads what a notebook hands to IPython or to the shell: installations, extensions, and files that it writes. */
final class MagicReader {

    /** Cells whose lines a shell runs. */
    private static final Set<String> SHELL_CELLS = Set.of("bash", "sh", "zsh", "!", "system", "sx");

    /** Extensions that IPython and Jupyter have with them. */
    private static final Set<String> OWN_EXTENSIONS = Set.of("autoreload", "storemagic", "google.colab.data_table");

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
        if (magic.startsWith("%")) {
            readLine(words(lines[0]), place, facts);
        }
    }

    private static List<String> words(String line) {
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
        words.stream().filter(word -> word.endsWith(".py")).forEach(facts.writtenFiles::add);
        boolean list = words.stream().anyMatch(word -> word.endsWith(".txt") && word.contains("requirements"));
        if ((name.equals("writefile") || name.equals("file")) && list) {
            for (int i = 1; i < lines.length; i++) {
                Evidence evidence = place.plus(i);
                RequirementsFile.parseLine(lines[i], i).ifPresent(line -> facts.pip(line, evidence));
            }
        } else if (name.equals("cython")) {
            addImport("Cython", place, facts);
        }
    }

    private static void readLine(List<String> words, CodeReader.Place place, CodeFacts facts) {
        String name = words.isEmpty() ? "" : words.get(0).substring(1);
        String argument = words.size() > 1 ? words.get(1) : "";
        if ((name.equals("load_ext") || name.equals("reload_ext"))
                && isModule(argument)
                && !OWN_EXTENSIONS.contains(argument)) {
            addImport(argument.equals("cython") ? "Cython" : argument, place, facts);
        } else if (name.equals("matplotlib") && (argument.equals("widget") || argument.equals("ipympl"))) {
            addImport("ipympl", place, facts);
        } else if (name.equals("pylab")) {
            PYLAB.forEach(module -> addImport(module, place, facts));
        }
    }

    private static boolean isModule(String word) {
        return !word.isEmpty()
                && Character.isJavaIdentifierStart(word.charAt(0))
                && word.chars().allMatch(c -> c == '.' || Character.isJavaIdentifierPart(c));
    }

    private static void addImport(String module, CodeReader.Place place, CodeFacts facts) {
        Evidence evidence = place.plus(0);
        facts.imports.add(new CodeFacts.ImportAt(new Import(module, List.of(), 0, false, evidence.line()), evidence));
    }
}
