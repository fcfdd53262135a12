package org.specimen.project;

import java.util.Locale;
import java.util.Optional;

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
    DOTENV,
    CUDA_SOURCE;

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
            case ".env", ".env.example", ".env.template", ".env.sample", ".env.local" -> Optional.of(DOTENV);
            default -> byEnding(name, file.folder().toLowerCase(Locale.ROOT));
        };
    }

    private static Optional<FileKind> byEnding(String name, String folder) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return switch (ending) {
            case "py", "pyw", "smk", "snakefile" -> Optional.of(SCRIPT);
            case "ipynb" -> Optional.of(NOTEBOOK);
            case "cu", "cuh" -> Optional.of(CUDA_SOURCE);
            case "txt", "in", "pip" -> isRequirements(name, folder) ? Optional.of(REQUIREMENTS) : Optional.empty();
            case "yml", "yaml" -> isEnvironment(name, folder) ? Optional.of(ENVIRONMENT_YML) : Optional.empty();
            default -> Optional.empty();
        };
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
