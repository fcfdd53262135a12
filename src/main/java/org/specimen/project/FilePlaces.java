package org.specimen.project;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What each file of a project's code is for. */
final class FilePlaces {

    /** Sphinx reads its settings from a file of this name, beside the first page. */
    private static final String SPHINX_SETTINGS = "conf.py";

    /** Invoke finds its tasks in a file of this name. */
    private static final String TASKS = "tasks.py";

    /** What is imported only to extend or drive these tools, which work on the code and are no part of it. */
    private static final Set<String> EXTENDED_TOOLS = Set.of("pylint", "flake8", "sphinx", "nox", "asv");

    /** A file of such a name that imports one of the libraries for tests holds tests, wherever it lies. */
    private static final Set<String> TEST_FILES = Set.of("test.py", "tests.py");

    private static final Set<String> TEST_LIBRARIES = Set.of("pytest", "nose", "nose2", "unittest", "unittest2");

    /** The folders beside the code of a library whose programs are not what the code is for. */
    private final Set<String> beside = new HashSet<>();

    private final Set<String> development = new HashSet<>();

    /**
     * @param library whether the project is a package that says what it needs, with code outside of its tools
     * @param files all files of the project
     */
    FilePlaces(boolean library, List<ProjectFile> files, List<CodeFacts> code, LocalModules modules) {
        Set<String> firstPages = new HashSet<>();
        for (ProjectFile file : files) {
            if (file.name().startsWith("index.")) {
                firstPages.add(file.folder());
            }
        }
        for (CodeFacts facts : code) {
            int slash = facts.file.lastIndexOf('/');
            String name = facts.file.substring(slash + 1);
            boolean settings = name.equals(SPHINX_SETTINGS)
                    && firstPages.contains(slash < 0 ? "" : facts.file.substring(0, slash));
            boolean tasks = name.equals(TASKS)
                    && facts.imports.stream()
                            .anyMatch(at -> at.read().topLevel().equals("invoke"));
            boolean extension = importsOneOf(EXTENDED_TOOLS, facts);
            boolean tests = TEST_FILES.contains(name) && importsOneOf(TEST_LIBRARIES, facts);
            if (settings || tasks || extension || tests) {
                development.add(facts.file);
            }
        }
        if (library) {
            Set<String> using = new HashSet<>();
            code.stream()
                    .filter(facts -> ProjectFiles.isBeside(facts.file))
                    .forEach(facts -> (isStudy(facts, modules) ? using : beside).add(top(facts.file)));
            beside.removeAll(using);
        }
    }

    /** Whether it imports one of these and cannot do without. */
    private static boolean importsOneOf(Set<String> modules, CodeFacts facts) {
        return facts.imports.stream()
                .anyMatch(at -> !at.read().optional()
                        && at.read().level() == 0
                        && modules.contains(at.read().topLevel()));
    }

    /** Scripts that use the library may be what the project is for; those that time it are not. */
    private static boolean isStudy(CodeFacts facts, LocalModules modules) {
        return !ProjectFiles.isForTiming(facts.file)
                && facts.imports.stream()
                        .anyMatch(at -> modules.isRootPackage(at.read().topLevel()));
    }

    private static String top(String path) {
        return path.substring(0, path.indexOf('/'));
    }

    FilePlace of(String path) {
        if (development.contains(path) || ProjectFiles.isDevelopment(path)) {
            return FilePlace.DEVELOPMENT;
        }
        return path.contains("/") && beside.contains(top(path)) ? FilePlace.BESIDE : FilePlace.PROJECT;
    }
}
