package org.specimen.project;

import java.util.List;
import java.util.Set;
import org.specimen.python.PackageName;

/** Decides what a distribution is needed for. */
final class PackageRoles {

    /** What is run on the code and never by it; where a program imports one, it is no tool there. */
    private static final Set<String> DEVELOPMENT_TOOLS = Set.of(
            "pytest",
            "nose",
            "nose2",
            "hypothesis",
            "mock",
            "flake8",
            "pep8",
            "black",
            "blackdoc",
            "mypy",
            "pyright",
            "ruff",
            "isort",
            "pylint",
            "pylama",
            "tox",
            "nox",
            "coverage",
            "coveralls",
            "codecov",
            "sphinx",
            "myst-parser",
            "myst-nb",
            "furo",
            "pydata-sphinx-theme",
            "recommonmark",
            "mkdocs",
            "mkdocstrings",
            "pymdown-extensions",
            "pdoc",
            "pdoc3",
            "pre-commit",
            "twine",
            "bumpversion",
            "bump2version",
            "bumpver",
            "build",
            "wheel",
            "setuptools",
            "setuptools-scm",
            "versioneer",
            "cython",
            "cibuildwheel",
            "check-manifest",
            "pip-tools",
            "poetry",
            "hatch",
            "flit",
            "conda-build",
            "conda-verify",
            "anaconda-client",
            "asv",
            "autopep8",
            "yapf",
            "pycodestyle",
            "pydocstyle",
            "pyflakes",
            "docformatter",
            "nbsphinx",
            "nbdime",
            "nbqa",
            "nbstripout",
            "nbval",
            "numpydoc",
            "interrogate",
            "bandit",
            "safety",
            "codespell",
            "rundoc",
            "commitizen",
            "gitlint",
            "towncrier",
            "jupyterlab-code-formatter",
            "ipdb",
            "pudb",
            "pdbpp",
            "snakeviz");

    private static final List<String> DEVELOPMENT_FAMILIES = List.of(
            "pytest-",
            "flake8-",
            "sphinx-",
            "sphinxcontrib-",
            "mkdocs-",
            "mkdocstrings-",
            "pylint-",
            "mypy-",
            "types-",
            "tox-",
            "pre-commit-");

    private PackageRoles() {}

    /**
     * What it is used for, else what it is asked for. That it is asked for as needed weighs more than that the code copes
     * without it, and more than that only a library's tools use it.
     */
    static Role of(PackageName name, Finding finding) {
        Role wished = lightest(finding.wishRoles);
        if (finding.useRoles.isEmpty() && !finding.usedBeside) {
            return finding.askedForOthers || isDevelopmentTool(name.value()) ? Role.DEVELOPMENT : wished;
        }
        Role used = finding.useRoles.isEmpty() ? Role.DEVELOPMENT : lightest(finding.useRoles);
        if (used == Role.DEVELOPMENT && finding.usedBeside) {
            return finding.wishRoles.isEmpty() ? Role.DEVELOPMENT : wished;
        }
        boolean needed = used == Role.OPTIONAL && finding.wishRoles.contains(Role.RUNTIME);
        return needed ? Role.RUNTIME : used;
    }

    private static boolean isDevelopmentTool(String name) {
        return DEVELOPMENT_TOOLS.contains(name) || DEVELOPMENT_FAMILIES.stream().anyMatch(name::startsWith);
    }

    private static Role lightest(Set<Role> roles) {
        return roles.stream().min(Role::compareTo).orElse(Role.RUNTIME);
    }
}
