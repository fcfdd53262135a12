package org.specimen.project;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a file of code is for, by its place and name. */
final class ProjectFiles {

    private static final Set<String> DEVELOPMENT_FOLDERS = Set.of(
            "test",
            "tests",
            "testing",
            "doc",
            "docs",
            "documentation",
            "website",
            "ci",
            "maint",
            "maintenance",
            "maint_tools",
            "build_tools",
            "release_tools",
            "buildtools",
            "_themes",
            "asv_bench");

    private static final List<String> DEVELOPMENT_PREFIXES =
            List.of("docs_", "docs-", "doc_", "doc-", "tests_", "tests-");

    private static final List<String> DEVELOPMENT_SUFFIXES = List.of("_tests", "-tests", "_test", "-test");

    private static final Set<String> DEVELOPMENT_FILES =
            Set.of("conftest.py", "noxfile.py", "setup.py", "versioneer.py", "fabfile.py", "dodo.py");

    /** In the folder of a library they serve its makers; in that of an analysis they are often the analysis itself. */
    private static final Set<String> BESIDE_FOLDERS = Set.of(
            "scripts",
            "script",
            "tools",
            "tool",
            "developer",
            "dev",
            "devtools",
            "contrib",
            "packaging",
            "release",
            "releasing",
            "admin",
            "util",
            "conda",
            "conda-recipe",
            "recipe",
            "docker");

    private static final Set<String> TIMING_FOLDERS =
            Set.of("benchmark", "benchmarks", "benchmarking", "bench", "perf", "performance", "profiling");

    private ProjectFiles() {}

    /** Whether only people who work on the project itself need it: tests, documentation, building. */
    static boolean isDevelopment(String path) {
        String[] parts = path.toLowerCase(Locale.ROOT).split("/", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            String folder = parts[i];
            if (DEVELOPMENT_FOLDERS.contains(folder) || (isOfWords(folder) && hasDevelopmentWord(folder))) {
                return true;
            }
        }
        String name = parts[parts.length - 1];
        return DEVELOPMENT_FILES.contains(name)
                || (name.endsWith(".py") && (name.startsWith("test_") || name.endsWith("_test.py")));
    }

    private static boolean isOfWords(String folder) {
        return folder.indexOf('_') >= 0 || folder.indexOf('-') >= 0;
    }

    private static boolean hasDevelopmentWord(String folder) {
        return DEVELOPMENT_PREFIXES.stream().anyMatch(folder::startsWith)
                || DEVELOPMENT_SUFFIXES.stream().anyMatch(folder::endsWith);
    }

    /** Whether it lies in a folder of the project's own that holds tools rather than what they are for. */
    static boolean isBeside(String path) {
        int slash = path.indexOf('/');
        return isForTiming(path)
                || (slash > 0
                        && BESIDE_FOLDERS.contains(path.substring(0, slash).toLowerCase(Locale.ROOT)));
    }

    /** Whether it lies in a folder of the project's own that measures how fast the code is. */
    static boolean isForTiming(String path) {
        int slash = path.indexOf('/');
        return slash > 0 && TIMING_FOLDERS.contains(path.substring(0, slash).toLowerCase(Locale.ROOT));
    }
}
