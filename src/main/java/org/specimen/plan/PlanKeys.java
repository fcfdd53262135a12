package org.specimen.plan;

import java.util.List;

/** The keys of specimen.yml. */
final class PlanKeys {

    static final String SCHEMA = "schema";
    static final String NAME = "name";
    static final String STACK = "stack";
    static final String PYTHON = "python";
    static final String PLATFORMS = "platforms";
    static final String ANSWERS = "answers";
    static final String PACKAGES = "packages";
    static final String CONDA_PACKAGES = "conda-packages";
    static final String LEFT_OUT = "left-out";
    static final String OPTIONS = "options";
    static final String FROZEN = "frozen";
    static final String BASE = "base";
    static final String DIGEST = "digest";
    static final List<String> FROZEN_KEYS = List.of(BASE, DIGEST, "system-packages", "proved");
    static final String PROVED = "proved";
    static final String ON = "on";
    static final String WITH = "with";
    static final String OUTCOME = "outcome";
    static final String PINS = "pins";
    static final List<String> PROVED_KEYS = List.of(ON, WITH, OUTCOME, PINS);
    static final String WRITTEN = "written";
    static final List<String> TOP = List.of(
            SCHEMA,
            NAME,
            STACK,
            PYTHON,
            PLATFORMS,
            ANSWERS,
            PACKAGES,
            CONDA_PACKAGES,
            LEFT_OUT,
            OPTIONS,
            FROZEN,
            WRITTEN);

    static final String REQUIRES = "requires";
    static final String SPEC = "spec";
    static final String FROM = "from";
    static final String CONDA_NAME = "conda-name";
    static final String ROLE = "role";
    static final String WHY = "why";
    static final List<String> CONDA_PACKAGE = List.of(SPEC, WHY);
    static final List<String> PACKAGE = List.of(REQUIRES, FROM, CONDA_NAME, ROLE, WHY);

    static final String COMMAND = "command";
    static final String JUPYTER = "jupyter";
    static final String CUDA = "cuda";
    static final String VENV_ON_TOP = "venv-on-top";
    static final String SYSTEM_PACKAGES = "system-packages";
    static final String INSTALL_PROJECT = "install-project";
    static final String PYLOCK = "pylock";
    static final String TORCH = "torch";
    static final String CONFIRMED_NAMES = "confirmed-names";
    static final List<String> OPTION = List.of(
            COMMAND, JUPYTER, CUDA, VENV_ON_TOP, SYSTEM_PACKAGES, INSTALL_PROJECT, PYLOCK, TORCH, CONFIRMED_NAMES);

    private PlanKeys() {}
}
