package org.specimen.project;

import java.util.Locale;
import java.util.Set;

/** What a file of code is for, by its place and name. */
final class ProjectFiles {

    private static final Set<String> DEVELOPMENT_FOLDERS =
            Set.of("test", "tests", "testing", "doc", "docs", "ci", "maint", "maintenance");

    private static final Set<String> DEVELOPMENT_FILES =
            Set.of("conftest.py", "noxfile.py", "setup.py", "versioneer.py", "fabfile.py", "dodo.py");

    private ProjectFiles() {}

    /** Whether only people who work on the project itself need it: tests, documentation, building. */
    static boolean isDevelopment(String path) {
        String[] parts = path.toLowerCase(Locale.ROOT).split("/", -1);
        for (int i = 0; i < parts.length - 1; i++) {
            if (DEVELOPMENT_FOLDERS.contains(parts[i])) {
                return true;
            }
        }
        String name = parts[parts.length - 1];
        return DEVELOPMENT_FILES.contains(name)
                || (name.endsWith(".py") && (name.startsWith("test_") || name.endsWith("_test.py")));
    }
}
