package org.specimen.files;

/** What a file that Specimen writes is for, with the name that every tool looks for. */
public enum FileRole {
    PLAN("specimen.yml", Existing.OURS),
    REQUIREMENTS_IN("requirements.in", Existing.MERGED),
    REQUIREMENTS("requirements.txt", Existing.FOREIGN),
    /** What pip installs from elsewhere than an index, with {@code --no-deps}. */
    REFERENCES("requirements-references.txt", Existing.FOREIGN),
    /** The pins of pip with every file and its hash (PEP 751), where it is asked for. */
    PYLOCK("pylock.toml", Existing.FOREIGN),
    ENVIRONMENT_YML("environment.yml", Existing.MERGED),
    CONDA_LOCK("conda-lock.yml", Existing.FOREIGN),
    PYTHON_VERSION(".python-version", Existing.FOREIGN),
    DOCKERFILE("Dockerfile", Existing.FOREIGN),
    DOCKERIGNORE(".dockerignore", Existing.MERGED),
    GUIDE("ENVIRONMENT.md", Existing.FOREIGN);

    /** How a file is met that is already there and that a person changed or wrote. */
    public enum Existing {
        /** The file is Specimen's own; what it says is read into the plan first. */
        OURS,
        /** Its comments and extra lines are kept. */
        MERGED,
        /** The person chooses to keep it, to replace it, or to have ours beside it. */
        FOREIGN
    }

    private final String fileName;
    private final Existing existing;

    FileRole(String fileName, Existing existing) {
        this.fileName = fileName;
        this.existing = existing;
    }

    public String fileName() {
        return fileName;
    }

    public Existing existing() {
        return existing;
    }
}
