package org.specimen.project;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.specimen.format.RequirementsFile;
import org.specimen.format.ShellCommands;

/** Finds installations in commands: those of notebooks, of Dockerfiles, and of what prepares a container. */
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
            "--proxy",
            "--progress-bar",
            "--no-binary",
            "--only-binary",
            "--use-feature",
            "--global-option",
            "--retries",
            "--group",
            "-P",
            "--source");

    private static final Set<String> CONDA_VALUES =
            Set.of("-c", "--channel", "-n", "--name", "-p", "--prefix", "--solver", "--platform", "--subdir", "-r");

    /** Programs whose words are no command. */
    private static final Set<String> SAYS = Set.of("echo", "printf", "grep", "sed", "cat");

    private static final Set<String> CONDAS = Set.of("conda", "mamba", "micromamba", "pixi");

    private static final Set<String> CONDA_VERBS = Set.of("install", "create", "add");

    /** What installs others; an environment brings its own. */
    private static final Set<String> INSTALLERS = Set.of(
            "pip",
            "wheel",
            "setuptools",
            "virtualenv",
            "pipenv",
            "poetry",
            "uv",
            "pdm",
            "pip-tools",
            "conda-lock",
            "pipx");

    /** The program that makes modules of Fortran (NumPy documentation, "F2PY user guide"). */
    private static final Pattern F2PY = Pattern.compile("(^|/|!|numpy\\.)f2py[0-9.]*$");

    private ShellReader() {}

    /** Adds what a line for a shell installs. */
    static void read(String line, Evidence evidence, Installs installs) {
        ShellCommands.parse(line).forEach(words -> readCommand(words, evidence, installs));
    }

    private static void readCommand(List<String> words, Evidence evidence, Installs installs) {
        for (int i = 0; i < words.size(); i++) {
            String tool = tool(words.get(i));
            List<String> rest = words.subList(i + 1, words.size());
            int verb = verb(rest);
            if (F2PY.matcher(words.get(i)).find()) {
                readCompiler(rest, installs);
                return;
            }
            if (verb < 0 || SAYS.contains(tool)) {
                return;
            }
            String action = rest.get(verb);
            List<String> arguments = rest.subList(verb + 1, rest.size());
            boolean install = action.equals("install");
            if (isPip(tool) && install) {
                readPip(arguments, evidence, installs);
                return;
            } else if ((tool.equals("uv") || tool.equals("poetry") || tool.equals("pdm")) && action.equals("add")) {
                readPip(arguments, evidence, installs);
                return;
            } else if (CONDAS.contains(tool) && CONDA_VERBS.contains(action)) {
                readConda(arguments, evidence, installs);
                return;
            } else if (CONDAS.contains(tool) && action.equals("env")) {
                readCondaFile(arguments, evidence, installs);
                return;
            } else if ((tool.equals("apt-get") || tool.equals("apt") || tool.equals("aptitude")) && install) {
                readApt(arguments, evidence, installs);
                return;
            }
        }
    }

    private static void readCompiler(List<String> arguments, Installs installs) {
        int name = arguments.indexOf("-m") + 1;
        if (name > 0 && name < arguments.size()) {
            installs.compiled(arguments.get(name));
        }
    }

    /** {@code !/opt/conda/bin/pip3.9} without all but the name of the program. */
    private static String tool(String word) {
        int begin = Math.max(Math.max(word.lastIndexOf('/'), word.lastIndexOf('!')), word.lastIndexOf('%')) + 1;
        String name = word.substring(begin).toLowerCase(Locale.ROOT);
        return name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name;
    }

    private static boolean isPip(String tool) {
        String version = tool.startsWith("pip") ? tool.substring(3) : "x";
        return tool.equals("pipenv")
                || version.isEmpty()
                || version.chars().allMatch(c -> c == '.' || c == '-' || (c >= '0' && c <= '9'));
    }

    /** Behind a program and its own options comes what it is to do. */
    private static int verb(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).startsWith("-")) {
                return i;
            }
        }
        return -1;
    }

    private static void readApt(List<String> arguments, Evidence evidence, Installs installs) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            int equals = word.indexOf('=');
            String name = equals > 0 && !word.startsWith("-") ? word.substring(0, equals) : word;
            if (word.equals("-o") || word.equals("-t")) {
                i++;
            } else if (isRedirection(word)) {
                return;
            } else if (isPlainName(name)) {
                installs.system(name, evidence);
            }
        }
    }

    static boolean isPlainName(String word) {
        return !word.isEmpty()
                && Character.isLetterOrDigit(word.charAt(0))
                && word.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "+-.:".indexOf(c) >= 0));
    }

    private static void readPip(List<String> arguments, Evidence evidence, Installs installs) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            boolean last = i + 1 >= arguments.size();
            if (PIP_VALUES.contains(word)) {
                i++;
            } else if ((word.equals("-r") || word.equals("--requirement")) && !last) {
                installs.file(arguments.get(++i), FileKind.REQUIREMENTS, evidence);
            } else if (word.startsWith("-r") && word.length() > 2) {
                installs.file(word.substring(2), FileKind.REQUIREMENTS, evidence);
            } else if ((word.equals("-c") || word.equals("--constraint")) && !last) {
                i++;
            } else if ((word.equals("-e") || word.equals("--editable")) && !last) {
                addPip("-e " + arguments.get(++i), evidence, installs);
            } else if (isRedirection(word)) {
                return;
            } else if (!last && arguments.get(i + 1).equals("install")) {
                // the command stands twice on the line
                i++;
            } else if (!word.startsWith("-") && isLiteral(word)) {
                addPip(word, evidence, installs);
            }
        }
    }

    private static boolean isRedirection(String word) {
        return word.startsWith(">")
                || word.startsWith("<")
                || word.startsWith("2>")
                || word.startsWith("&>")
                || word.startsWith("1>");
    }

    /** Neither a variable of the shell nor one of IPython. */
    private static boolean isLiteral(String word) {
        return word.indexOf('$') < 0 && word.indexOf('{') < 0 && word.indexOf('`') < 0 && !word.isBlank();
    }

    private static void addPip(String text, Evidence evidence, Installs installs) {
        Optional<RequirementsFile.Line> line = RequirementsFile.parseLine(text, evidence.line());
        boolean installer = line.isPresent()
                && line.get() instanceof RequirementsFile.Wanted wanted
                && INSTALLERS.contains(wanted.requirement().name().value());
        if (!installer && isLiteral(text)) {
            line.ifPresent(found -> installs.pip(found, evidence));
        }
    }

    private static void readConda(List<String> arguments, Evidence evidence, Installs installs) {
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            boolean file = word.equals("--file") || word.equals("-f");
            if (file && i + 1 < arguments.size()) {
                addFile(arguments.get(++i), evidence, installs);
            } else if (CONDA_VALUES.contains(word) || isCombined(word)) {
                i++;
            } else if (isRedirection(word)) {
                return;
            } else if (!word.startsWith("-") && isLiteral(word) && !isInstaller(word)) {
                installs.conda(word, evidence);
            }
        }
    }

    /** {@code -yc conda-forge}. */
    private static boolean isCombined(String word) {
        return word.length() > 2
                && word.charAt(0) == '-'
                && word.charAt(1) != '-'
                && "cnp".indexOf(word.charAt(word.length() - 1)) >= 0;
    }

    private static boolean isInstaller(String word) {
        int end = 0;
        while (end < word.length() && "=<>! [".indexOf(word.charAt(end)) < 0) {
            end++;
        }
        String name = word.substring(0, end);
        return INSTALLERS.contains(name) || CONDAS.contains(name);
    }

    /** {@code conda env create -f environment.yml}. */
    private static void readCondaFile(List<String> arguments, Evidence evidence, Installs installs) {
        for (int i = 0; i + 1 < arguments.size(); i++) {
            if (arguments.get(i).equals("-f") || arguments.get(i).equals("--file")) {
                installs.file(arguments.get(i + 1), FileKind.ENVIRONMENT_YML, evidence);
            }
        }
    }

    private static void addFile(String path, Evidence evidence, Installs installs) {
        boolean yaml = path.endsWith(".yml") || path.endsWith(".yaml");
        installs.file(path, yaml ? FileKind.ENVIRONMENT_YML : FileKind.REQUIREMENTS, evidence);
    }
}
