package org.specimen.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.specimen.format.RequirementsFile;

/** Finds installations in what a notebook hands to IPython or to the shell. */
final class ShellReader {

    /** Options of {@code pip install} that take the next word. */
    private static final Set<String> PIP_VALUES = Set.of(
            "-i",
            "--index-url",
            "--extra-index-url",
            "-f",
            "--find-links",
            "-t",
            "--target",
            "--prefix",
            "--root",
            "--timeout",
            "--trusted-host",
            "--cache-dir",
            "--python-version",
            "--platform",
            "--src",
            "--proxy");

    private static final Set<String> CONDA_VALUES =
            Set.of("-c", "--channel", "-n", "--name", "-p", "--prefix", "--file");

    /** The program that makes modules of Fortran (NumPy documentation, "F2PY user guide"). */
    private static final Pattern F2PY = Pattern.compile("(^|/|!|numpy\\.)f2py[0-9.]*$");

    private ShellReader() {}

    /**
     * Adds what the command installs.
     *
     * @param magic from its {@code %} or {@code !} on; of a whole cell every line is a command
     */
    static void read(String magic, CodeReader.Place place, CodeFacts facts) {
        String[] lines = magic.replace("\\\n", "  ").split("\r\n|[\n\r]", -1);
        boolean shellCell = magic.startsWith("%%bash")
                || magic.startsWith("%%sh")
                || magic.startsWith("%%script")
                || magic.startsWith("%%!")
                || magic.startsWith("%%system");
        if (magic.startsWith("%%") && !shellCell) {
            words(lines[0]).stream()
                    .filter(word -> word.endsWith(".py") || word.endsWith(".pyx"))
                    .forEach(facts.writtenFiles::add);
            return;
        }
        for (int i = shellCell ? 1 : 0; i < lines.length; i++) {
            for (String command : lines[i].split("&&|;(?=\\s*\\w)|\\|\\|", -1)) {
                readCommand(words(command), place.plus(i), facts);
            }
        }
    }

    /** The words of a command, with quotes resolved; a comment ends it. */
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = '\0';
        boolean inWord = false;
        for (int i = 0; i < command.length(); i++) {
            char c = command.charAt(i);
            if (quote != '\0') {
                if (c == quote) {
                    quote = '\0';
                } else {
                    word.append(c);
                }
            } else if (c == '"' || c == '\'') {
                quote = c;
                inWord = true;
            } else if (Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                inWord = false;
            } else if (c == '#' && !inWord) {
                break;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return words;
    }

    private static void readCommand(List<String> words, Evidence evidence, CodeFacts facts) {
        if (words.stream().anyMatch(word -> F2PY.matcher(word).find())) {
            int name = words.indexOf("-m") + 1;
            if (name > 0 && name < words.size()) {
                facts.compiledModules.add(words.get(name));
            }
            return;
        }
        int install = words.indexOf("install");
        if (install < 1) {
            return;
        }
        String program = words.get(install - 1);
        String tool = program.substring(
                Math.max(Math.max(program.lastIndexOf('/'), program.lastIndexOf('!')), program.lastIndexOf('%')) + 1);
        List<String> arguments = words.subList(install + 1, words.size());
        if (tool.startsWith("pip")) {
            readPip(arguments, evidence, facts);
        } else if (tool.equals("conda") || tool.equals("mamba") || tool.equals("micromamba")) {
            readConda(arguments, evidence, facts);
        } else if (tool.equals("apt-get")
                || tool.equals("apt")
                || words.subList(0, install).contains("apt-get")) {
            for (String name : arguments) {
                if (isPlainName(name)) {
                    facts.systemPackages.add(new ProjectFacts.SystemPackage(name, evidence));
                }
            }
        }
    }

    static boolean isPlainName(String word) {
        return !word.isEmpty()
                && Character.isLetterOrDigit(word.charAt(0))
                && word.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "+-.:".indexOf(c) >= 0));
    }

    private static void readPip(List<String> arguments, Evidence evidence, CodeFacts facts) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            boolean takesNext = word.equals("-e")
                    || word.equals("--editable")
                    || word.equals("-r")
                    || word.equals("--requirement")
                    || word.equals("-c")
                    || word.equals("--constraint");
            if (PIP_VALUES.contains(word)) {
                i++;
            } else if (takesNext && i + 1 < arguments.size()) {
                addPip(word + " " + arguments.get(++i), evidence, facts);
            } else if (isRedirection(word)) {
                return;
            } else if (i + 1 < arguments.size() && arguments.get(i + 1).equals("install")) {
                // the command stands twice on the line
                i++;
            } else if (!word.startsWith("-") && word.indexOf('$') < 0 && word.indexOf('{') < 0) {
                addPip(word, evidence, facts);
            }
        }
    }

    private static boolean isRedirection(String word) {
        return word.equals(">")
                || word.equals("|")
                || word.startsWith("2>")
                || word.equals("&>")
                || word.startsWith(">/");
    }

    private static void addPip(String text, Evidence evidence, CodeFacts facts) {
        RequirementsFile.parseLine(text, evidence.line())
                .ifPresent(line ->
                        facts.installs.add(new CodeFacts.InstallAt(Optional.of(line), Optional.empty(), evidence)));
    }

    private static void readConda(List<String> arguments, Evidence evidence, CodeFacts facts) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            if (CONDA_VALUES.contains(word)) {
                i++;
            } else if (isRedirection(word)) {
                return;
            } else if (!word.startsWith("-") && word.indexOf('$') < 0 && word.indexOf('{') < 0) {
                facts.installs.add(new CodeFacts.InstallAt(Optional.empty(), Optional.of(word), evidence));
            }
        }
    }
}
