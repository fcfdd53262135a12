package org.specimen.project;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.specimen.format.PyprojectToml;

/** What packages are for, by the names of the files and the groups that ask for them. */
final class Roles {

    private static final Set<String> DEVELOPMENT_WORDS = Set.of(
            "dev",
            "devel",
            "develop",
            "development",
            "test",
            "tests",
            "testing",
            "doc",
            "docs",
            "documentation",
            "lint",
            "linting",
            "ci",
            "build",
            "style",
            "format",
            "formatting",
            "typing",
            "types",
            "mypy",
            "sphinx",
            "rtd",
            "precommit",
            "profile",
            "profiling",
            "publish",
            "packaging",
            "coverage",
            "benchmark",
            "release",
            "maintainer",
            "tox");

    private static final Set<String> SHOWING_WORDS = Set.of(
            "tutorial",
            "tutorials",
            "example",
            "examples",
            "demo",
            "demos",
            "shared",
            "notebook",
            "notebooks",
            "binder",
            "book",
            "website");

    private static final Set<String> OPTIONAL_WORDS = Set.of("optional", "opt", "extra", "extras", "all");

    private static final Pattern WORD_BREAK = Pattern.compile("[^a-z]+");

    private Roles() {}

    /** What a file or a group is for, by the words in its name: {@code requirements-dev.txt}, {@code docs/environment.yml}. */
    static Role of(String path) {
        Role role = Role.RUNTIME;
        for (String word : WORD_BREAK.split(path.toLowerCase(Locale.ROOT), -1)) {
            if (DEVELOPMENT_WORDS.contains(word)) {
                return Role.DEVELOPMENT;
            }
            role = OPTIONAL_WORDS.contains(word) ? Role.OPTIONAL : role;
        }
        return role;
    }

    /** Whether a group is for what shows a library to people, by the words in its name. */
    static boolean isShowing(String group) {
        return WORD_BREAK.splitAsStream(group.toLowerCase(Locale.ROOT)).anyMatch(SHOWING_WORDS::contains);
    }

    /**
     * What a group in a project's own settings is for. A group that is chosen by name and does not sound like work on the
     * project itself is an extra.
     */
    static Role of(PyprojectToml.Purpose purpose, String group) {
        return switch (purpose) {
            case RUN -> Role.RUNTIME;
            case EXTRA -> of(group) == Role.DEVELOPMENT ? Role.DEVELOPMENT : Role.OPTIONAL;
            case DEVELOPMENT -> isChosen(group) ? Role.OPTIONAL : Role.DEVELOPMENT;
            case BUILD -> Role.DEVELOPMENT;
        };
    }

    private static boolean isChosen(String group) {
        return !group.isEmpty() && !group.equals("default") && of(group) != Role.DEVELOPMENT;
    }
}
