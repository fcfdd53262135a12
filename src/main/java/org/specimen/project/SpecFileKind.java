package org.specimen.project;

/** The formats in which a project says what it needs. */
public enum SpecFileKind {
    REQUIREMENTS("requirements"),
    ENVIRONMENT_YML("environment.yml"),
    PYPROJECT("pyproject.toml"),
    SETUP_CFG("setup.cfg"),
    SETUP_PY("setup.py"),
    PYTHON_VERSION(".python-version"),
    RUNTIME_TXT("runtime.txt"),
    APT("apt.txt");

    private final String key;

    SpecFileKind(String key) {
        this.key = key;
    }

    /** As it stands in JSON and in messages. */
    public String key() {
        return key;
    }
}
