package org.specimen.project;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file is read as, by its name. */
enum FileKind {
    SCRIPT,
    NOTEBOOK,
    REQUIREMENTS,
    ENVIRONMENT_YML,
    PYPROJECT,
    SETUP_CFG,
    SETUP_PY,
    PYTHON_VERSION,
    RUNTIME_TXT,
    APT,
    PIPFILE,
    PIXI,
    TOX,
    DOCKERFILE,
    DEV_CONTAINER,
    POST_BUILD,
    GITPOD,
    PIPFILE_LOCK,
    POETRY_LOCK,
    UV_LOCK,
    PDM_LOCK,
    PYLOCK,
    PIXI_LOCK,
    CONDA_LOCK,
    EXPLICIT,
    DOTENV,
    /** Markdown of any kind: what runs in it is code. */
    DOCUMENT,
    SNAKEFILE,
    /** YAML of any other name, which may be an environment. */
    YAML,
    CUDA_SOURCE;

    private static final Pattern PYLOCK_NAME = Pattern.compile("pylock\\.([a-z0-9_-]+\\.)?toml");

    private static final Pattern CONDA_LOCK_NAME = Pattern.compile("(.*[._-])?conda-lock\\.ya?ml");

    private static final Pattern EXPLICIT_NAME = Pattern.compile("(conda-|explicit|spec-(file|list)).*\\.(lock|txt)");

    static Optional<FileKind> of(ProjectFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        // macOS puts such companions beside files on foreign disks
        if (name.startsWith("._")) {
            return Optional.empty();
        }
        return switch (name) {
            case "pyproject.toml" -> Optional.of(PYPROJECT);
            case "setup.cfg" -> Optional.of(SETUP_CFG);
            case "setup.py" -> Optional.of(SETUP_PY);
            case ".python-version" -> Optional.of(PYTHON_VERSION);
            case "runtime.txt" -> Optional.of(RUNTIME_TXT);
            case "apt.txt", "packages.txt" -> Optional.of(APT);
            case "pipfile" -> Optional.of(PIPFILE);
            case "pipfile.lock" -> Optional.of(PIPFILE_LOCK);
            case "poetry.lock" -> Optional.of(POETRY_LOCK);
            case "uv.lock" -> Optional.of(UV_LOCK);
            case "pdm.lock" -> Optional.of(PDM_LOCK);
            case "pixi.toml" -> Optional.of(PIXI);
            case "pixi.lock" -> Optional.of(PIXI_LOCK);
            case "tox.ini" -> Optional.of(TOX);
            case "postbuild" -> Optional.of(POST_BUILD);
            case "devcontainer.json", ".devcontainer.json" -> Optional.of(DEV_CONTAINER);
            case ".gitpod.yml", ".gitpod.yaml" -> Optional.of(GITPOD);
            case "dockerfile", "containerfile", ".gitpod.dockerfile" -> Optional.of(DOCKERFILE);
            case "snakefile" -> Optional.of(SNAKEFILE);
            case ".env", ".env.example", ".env.template", ".env.sample", ".env.local" -> Optional.of(DOTENV);
            default -> byEnding(name, file.folder().toLowerCase(Locale.ROOT));
        };
    }

    private static Optional<FileKind> byEnding(String name, String folder) {
        if (PYLOCK_NAME.matcher(name).matches()) {
            return Optional.of(PYLOCK);
        } else if (CONDA_LOCK_NAME.matcher(name).matches()) {
            return Optional.of(CONDA_LOCK);
        } else if (EXPLICIT_NAME.matcher(name).matches()) {
            return Optional.of(EXPLICIT);
        } else if (isDockerfile(name)) {
            return Optional.of(DOCKERFILE);
        }
        String ending = name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
        return switch (ending) {
            case "py", "pyw" -> Optional.of(SCRIPT);
            case "ipynb" -> Optional.of(NOTEBOOK);
            case "cu", "cuh" -> Optional.of(CUDA_SOURCE);
            case "md", "markdown", "rmd", "qmd", "myst", "rmarkdown" -> Optional.of(DOCUMENT);
            case "smk", "snakefile" -> Optional.of(SNAKEFILE);
            case "txt", "in", "pip" -> isRequirements(name, folder) ? Optional.of(REQUIREMENTS) : Optional.empty();
            case "yml", "yaml" -> Optional.of(isEnvironment(name, folder) ? ENVIRONMENT_YML : YAML);
            default -> Optional.empty();
        };
    }

    /** {@code Dockerfile.gpu} and {@code gpu.dockerfile}; what Specimen put beside another file is its own. */
    private static boolean isDockerfile(String name) {
        boolean behind =
                name.startsWith("dockerfile.") || name.startsWith("dockerfile-") || name.startsWith("containerfile.");
        return (behind && !name.endsWith(".specimen") && !name.endsWith(".dockerignore"))
                || name.endsWith(".dockerfile")
                || name.endsWith(".containerfile");
    }

    private static boolean isRequirements(String name, String folder) {
        String lastFolder = folder.substring(folder.lastIndexOf('/') + 1);
        return name.contains("requirement") || name.startsWith("reqs") || lastFolder.equals("requirements");
    }

    private static boolean isEnvironment(String name, String folder) {
        String lastFolder = folder.substring(folder.lastIndexOf('/') + 1);
        return name.contains("environment")
                || name.startsWith("env.")
                || name.startsWith("env_")
                || name.startsWith("env-")
                || name.endsWith("_env.yml")
                || name.endsWith("-env.yml")
                || name.endsWith("_env.yaml")
                || name.endsWith("-env.yaml")
                || (name.startsWith("conda") && !name.contains("lock"))
                || lastFolder.equals("envs")
                || lastFolder.equals("environments");
    }
}
