package org.specimen.project;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.format.EnvironmentYaml;
import org.specimen.format.SourceText;
import org.specimen.problem.BadInput;

/** Reads one file in which a project asks for packages; those who know its format do the work. */
final class SpecReader {

    private static final Pattern PLACE = Pattern.compile(", line (\\d{1,9}), column (\\d+): ");

    private SpecReader() {}

    /**
     * Reads a file. What is broken in it becomes a warning.
     *
     * @param listed whether a hand-written list stands beside it that it was made from
     * @throws IOException if the file cannot be read
     */
    static SpecFacts read(ProjectFile file, FileKind kind, boolean listed) throws IOException {
        SpecFacts facts = new SpecFacts(file.path(), specFileKind(kind));
        try {
            read(file, kind, listed, facts);
        } catch (BadInput broken) {
            facts.warnings.add(brokenFile(file.path(), broken.explanation()));
        }
        return facts;
    }

    /**
     * Reads a file that must not be broken.
     *
     * @throws BadInput with the place if it is
     * @throws IOException if the file cannot be read
     */
    static SpecFacts readSound(ProjectFile file, FileKind kind) throws IOException {
        SpecFacts facts = new SpecFacts(file.path(), specFileKind(kind));
        read(file, kind, false, facts);
        return facts;
    }

    private static void read(ProjectFile file, FileKind kind, boolean listed, SpecFacts facts) throws IOException {
        String text = SourceText.decode(Bytes.of(file));
        if (kind == FileKind.YAML && !EnvironmentYaml.isLikely(text)) {
            return;
        }
        if (text.indexOf('\0') >= 0) {
            throw new BadInput(file.path() + " is binary, so nothing was read from it.");
        }
        read(new SpecText(facts, text, Roles.of(file.path())), kind, listed);
    }

    /** The message names the file, and the line where it is known ({@link BadInput#at}): both belong to the evidence. */
    static ProjectFacts.Warning brokenFile(String file, String message) {
        Evidence evidence = Evidence.of(file);
        String rest = message;
        Matcher place = PLACE.matcher(message.startsWith(file) ? message.substring(file.length()) : "");
        if (place.lookingAt()) {
            evidence = Evidence.of(file, Integer.parseInt(place.group(1)));
            rest = "Column " + place.group(2) + ": " + message.substring(file.length() + place.end());
        } else if (message.startsWith(file + " ")) {
            rest = "It" + message.substring(file.length());
        }
        return new ProjectFacts.Warning(WarningKind.BROKEN_SPEC_FILE.key(), evidence, rest);
    }

    static Optional<SpecFileKind> specFileKind(FileKind kind) {
        return switch (kind) {
            case REQUIREMENTS -> Optional.of(SpecFileKind.REQUIREMENTS);
            case ENVIRONMENT_YML, YAML -> Optional.of(SpecFileKind.ENVIRONMENT_YML);
            case PYPROJECT -> Optional.of(SpecFileKind.PYPROJECT);
            case SETUP_CFG -> Optional.of(SpecFileKind.SETUP_CFG);
            case SETUP_PY -> Optional.of(SpecFileKind.SETUP_PY);
            case PYTHON_VERSION -> Optional.of(SpecFileKind.PYTHON_VERSION);
            case RUNTIME_TXT -> Optional.of(SpecFileKind.RUNTIME_TXT);
            case APT -> Optional.of(SpecFileKind.APT);
            case PIPFILE -> Optional.of(SpecFileKind.PIPFILE);
            case PIXI -> Optional.of(SpecFileKind.PIXI);
            case TOX -> Optional.of(SpecFileKind.TOX);
            case DOCKERFILE -> Optional.of(SpecFileKind.DOCKERFILE);
            case DEV_CONTAINER -> Optional.of(SpecFileKind.DEV_CONTAINER);
            case POST_BUILD -> Optional.of(SpecFileKind.POST_BUILD);
            case GITPOD -> Optional.of(SpecFileKind.GITPOD);
            case PIPFILE_LOCK -> Optional.of(SpecFileKind.PIPFILE_LOCK);
            case POETRY_LOCK -> Optional.of(SpecFileKind.POETRY_LOCK);
            case UV_LOCK -> Optional.of(SpecFileKind.UV_LOCK);
            case PDM_LOCK -> Optional.of(SpecFileKind.PDM_LOCK);
            case PYLOCK -> Optional.of(SpecFileKind.PYLOCK);
            case PIXI_LOCK -> Optional.of(SpecFileKind.PIXI_LOCK);
            case CONDA_LOCK -> Optional.of(SpecFileKind.CONDA_LOCK);
            case EXPLICIT -> Optional.of(SpecFileKind.EXPLICIT);
            case SCRIPT, NOTEBOOK, DOCUMENT, SNAKEFILE, DOTENV, CUDA_SOURCE -> Optional.empty();
        };
    }

    private static void read(SpecText spec, FileKind kind, boolean listed) {
        switch (kind) {
            case REQUIREMENTS -> PackagingReader.readRequirements(spec, listed);
            case ENVIRONMENT_YML, YAML -> EnvironmentReader.readEnvironment(spec);
            case PYPROJECT -> PackagingReader.readPyproject(spec);
            case SETUP_CFG -> PackagingReader.readSetupCfg(spec);
            case SETUP_PY -> PackagingReader.readSetupPy(spec);
            case PIPFILE -> PackagingReader.readPipfile(spec);
            case PIXI -> EnvironmentReader.readPixi(spec, false);
            case TOX -> PackagingReader.readTox(spec);
            case PYTHON_VERSION -> SmallFileReader.readPythonVersion(spec, "");
            case RUNTIME_TXT -> SmallFileReader.readPythonVersion(spec, "python-");
            case APT -> SmallFileReader.readApt(spec);
            case DOTENV -> SmallFileReader.readDotenv(spec);
            case DOCKERFILE -> ContainerReader.readDockerfile(spec);
            case DEV_CONTAINER -> ContainerReader.readDevContainer(spec);
            case POST_BUILD -> ContainerReader.readScript(spec);
            case GITPOD -> ContainerReader.readGitpod(spec);
            case PIPFILE_LOCK, POETRY_LOCK, UV_LOCK, PDM_LOCK, PYLOCK, PIXI_LOCK, CONDA_LOCK, EXPLICIT ->
                LockReader.read(spec, kind);
            case SCRIPT, NOTEBOOK, DOCUMENT, SNAKEFILE, CUDA_SOURCE ->
                throw new IllegalArgumentException("asks for no packages: " + kind);
        }
    }
}
