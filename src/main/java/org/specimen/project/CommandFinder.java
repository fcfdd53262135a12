package org.specimen.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What may be the way to run a project, likeliest first. */
final class CommandFinder {

    /** First words of names that people give to what is to be run. */
    private static final List<String> LIKELY = List.of("main", "run", "analysis", "analyse", "analyze", "app", "train");

    private static final Set<String> NOT_RUN = Set.of(
            "setup.py",
            "conftest.py",
            "noxfile.py",
            "versioneer.py",
            "hubconf.py",
            "config.py",
            "settings.py",
            "utils.py");

    private static final int MOST = 20;

    private CommandFinder() {}

    /**
     * The commands.
     *
     * @param code the facts of every script and notebook, by path
     * @param library whether the project is there to be imported: what lies in its folders with a main guard tries or
     *     measures a part of it, and is not what one installs it for
     */
    static List<List<String>> find(List<CodeFacts> code, boolean library) {
        Set<String> imported = new HashSet<>();
        code.forEach(facts -> facts.imports.forEach(at -> imported.add(at.read().topLevel())));
        List<List<String>> commands = new ArrayList<>();
        code.stream()
                .filter(facts -> isProgram(facts, imported))
                .filter(facts -> !library || isAtTop(facts.file) || isMainModule(facts.file))
                .sorted(Comparator.<CodeFacts>comparingInt(facts -> rank(facts)).thenComparing(facts -> facts.file))
                .limit(MOST)
                .forEach(facts -> commands.add(command(facts.file)));
        return commands;
    }

    private static boolean isProgram(CodeFacts facts, Set<String> imported) {
        String name = name(facts.file);
        if (ProjectFiles.isDevelopment(facts.file) || ProjectFiles.isForTiming(facts.file) || NOT_RUN.contains(name)) {
            return false;
        }
        if (facts.file.endsWith(".ipynb")) {
            return facts.runs;
        }
        if (!name.endsWith(".py") && !name.endsWith(".pyw")) {
            return false;
        }
        String module = name.substring(0, name.lastIndexOf('.'));
        return facts.mainGuard
                || isMainModule(facts.file)
                || (facts.runs && isAtTop(facts.file) && !imported.contains(module));
    }

    private static boolean isAtTop(String file) {
        return !file.contains("/");
    }

    private static boolean isMainModule(String file) {
        return name(file).equals("__main__.py");
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** Small for what is likely meant to be run. */
    private static int rank(CodeFacts facts) {
        int depth = (int) facts.file.chars().filter(c -> c == '/').count();
        String name = name(facts.file).toLowerCase(Locale.ROOT);
        boolean likely = LIKELY.stream().anyMatch(name::startsWith);
        int kind = name.endsWith(".ipynb") ? 20 : name.equals("__main__.py") ? 10 : facts.mainGuard ? 1 : 2;
        return depth * 40 + kind - (likely ? 1 : 0);
    }

    private static List<String> command(String file) {
        if (file.endsWith(".ipynb")) {
            return List.of("jupyter", "execute", path(file));
        }
        boolean module = file.endsWith("/__main__.py");
        String folder = module ? file.substring(0, file.length() - "/__main__.py".length()) : "";
        if (module && folder.replace("src/", "").chars().allMatch(c -> c == '/' || Character.isJavaIdentifierPart(c))) {
            String dotted = (folder.startsWith("src/") ? folder.substring(4) : folder).replace('/', '.');
            return List.of("python", "-m", dotted);
        }
        return List.of("python", path(file));
    }

    /** A program takes what begins with a dash for an option (POSIX, "Utility Syntax Guidelines"). */
    private static String path(String file) {
        return file.startsWith("-") ? "./" + file : file;
    }
}
