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
    APT("apt.txt"),
    PIPFILE("Pipfile"),
    PIXI("pixi.toml"),
    TOX("tox.ini"),
    SCRIPT("script"),
    DOCKERFILE("Dockerfile"),
    DEV_CONTAINER("devcontainer.json"),
    POST_BUILD("postBuild"),
    GITPOD(".gitpod.yml"),
    PIPFILE_LOCK("Pipfile.lock"),
    POETRY_LOCK("poetry.lock"),
    UV_LOCK("uv.lock"),
    PDM_LOCK("pdm.lock"),
    PYLOCK("pylock.toml"),
    PIXI_LOCK("pixi.lock"),
    CONDA_LOCK("conda-lock.yml"),
    EXPLICIT("conda-linux-64.lock");

    private final String key;

    SpecFileKind(String key) {
        this.key = key;
    }

    /** Whether a tool wrote it, to fix what another file asks for. */
    public boolean isLock() {
        return compareTo(PIPFILE_LOCK) >= 0;
    }

    /** As it stands in JSON and in messages. */
    public String key() {
        return key;
    }
}
