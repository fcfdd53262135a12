package org.specimen.proof.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.specimen.advice.Stack;
import org.specimen.files.FileRole;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.CondaTool;
import org.specimen.machine.OperatingSystem;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.EnvironmentMaker;
import org.specimen.proof.Explainer;
import org.specimen.proof.Folders;
import org.specimen.proof.LogLine;
import org.specimen.proof.MadeEnvironment;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;
import org.specimen.proof.Trouble;
import org.specimen.task.Progress;

/**
 * Makes a conda environment in the folder {@code .conda} of a project, by the tool that is there: from conda-lock.yml
 * where there is one and the tool reads it, else from environment.yml. No environment of another place is touched.
 */
public final class CondaMaker implements EnvironmentMaker {

    static final String NAME = ".conda";

    /** What a small environment takes, in bytes. */
    private static final long LEAST_SPACE = 1_000_000_000;

    /** They read a lock; conda needs an extension for it, and pixi has one of its own. */
    private static final List<CondaTool.Kind> BEST_FIRST =
            List.of(CondaTool.Kind.MICROMAMBA, CondaTool.Kind.MAMBA, CondaTool.Kind.CONDA, CondaTool.Kind.PIXI);

    private final Supplier<MachineFacts> machine;
    private final Map<String, String> environment;
    private final Explainer explainer;

    /**
     * Makes environments on a computer.
     *
     * @param environment its variables
     */
    public CondaMaker(Supplier<MachineFacts> machine, Map<String, String> environment, Explainer explainer) {
        this.machine = machine;
        this.environment = Map.copyOf(environment);
        this.explainer = explainer;
    }

    @Override
    public Optional<Trouble> obstacle(MakeRequest request) {
        if (tool().isEmpty()) {
            return Optional.of(new Trouble(
                    "Neither conda nor micromamba, mamba or pixi is on this computer.",
                    "Install Miniforge, which needs no administrator: conda-forge.org/download."));
        }
        if (MadeFrom.file(request, FileRole.ENVIRONMENT_YML).isEmpty()) {
            return Optional.of(new Trouble(
                    "There is no environment.yml in " + request.folder() + " to install from.",
                    "Write the files of the project first."));
        }
        return folder(request).obstacle(request.replaceExisting(), LEAST_SPACE);
    }

    private Optional<CondaTool> tool() {
        List<CondaTool> there = machine.get().condaTools();
        return BEST_FIRST.stream()
                .flatMap(kind -> there.stream().filter(tool -> tool.kind() == kind))
                .findFirst();
    }

    @Override
    public boolean isMade(MakeRequest request) {
        if (MadeFrom.file(request, FileRole.ENVIRONMENT_YML).isEmpty()) {
            return false;
        }
        EnvironmentFolder folder = folder(request);
        return tool().filter(tool ->
                        folder.isMadeFrom(digest(request, tool, file(request, tool)), python(prefix(folder, tool))))
                .isPresent();
    }

    @Override
    public MadeEnvironment make(MakeRequest request, ProofListener listener, Progress progress) {
        Optional<Trouble> obstacle = obstacle(request);
        if (obstacle.isPresent()) {
            listener.troubled(Station.TOOL, obstacle.get());
            throw obstacle.get().refusal();
        }
        listener.stationChanged(Station.BUILD, StationState.RUNNING, "", Duration.ZERO);
        CondaTool tool = tool().orElseThrow();
        EnvironmentFolder folder = folder(request);
        Path temporary = Folders.temporary("install");
        try {
            SortedMap<String, String> variables = ComputerVariables.forInstalling(environment);
            variables.put("CONDA_ALWAYS_YES", "true");
            variables.put("MAMBA_ALWAYS_YES", "true");
            Installation.addIndex(variables, request, temporary);
            Installation installation = new Installation(explainer, variables, listener, progress);
            Path prefix = prefix(folder, tool);
            Path from = source(request, tool, temporary);
            String digest = digest(request, tool, from);
            if (folder.isMadeFrom(digest, python(prefix))) {
                listener.logged(LogLine.of(
                        Station.BUILD,
                        LogLine.Source.SPECIMEN,
                        folder.path() + " was made from these very files before, and is taken as it is."));
            } else {
                makeAnew(request, folder, tool, from, installation);
                folder.stamp(digest);
            }
            installation.project(request, python(prefix));
            return new LocalEnvironment(
                    Interpreter.identity(Stack.CONDA, folder.path(), python(prefix), environment, temporary, progress),
                    python(prefix),
                    programs(prefix),
                    Map.of("CONDA_PREFIX", prefix.toString()),
                    runBy(tool, folder),
                    environment);
        } finally {
            Folders.remove(temporary);
        }
    }

    private static void makeAnew(
            MakeRequest request, EnvironmentFolder folder, CondaTool tool, Path from, Installation installation) {
        folder.setAside();
        boolean whole = false;
        try {
            for (List<String> words : making(tool, folder, from)) {
                installation.run("making the environment with " + tool.kind().command(), words, request.folder(), 0);
            }
            if (!Files.isExecutable(python(prefix(folder, tool)))) {
                throw new OutsideFailure(tool.kind().command() + " ended well and made no Python in " + folder.path()
                        + ". Check that environment.yml asks for python.");
            }
            folder.stamp("unfinished");
            installation.references(request, python(prefix(folder, tool)));
            whole = true;
        } finally {
            if (whole) {
                folder.forgetBefore();
            } else {
                folder.putBack();
            }
        }
    }

    /** What to type, one after the other. */
    private static List<List<String>> making(CondaTool tool, EnvironmentFolder folder, Path from) {
        String program = tool.path().toString();
        String prefix = folder.path().toString();
        String file = from.toString();
        return switch (tool.kind()) {
            case MICROMAMBA -> List.of(List.of(program, "create", "--yes", "--prefix", prefix, "--file", file));
            case MAMBA, CONDA -> List.of(List.of(program, "env", "create", "--prefix", prefix, "--file", file));
            case PIXI ->
                List.of(
                        List.of(program, "init", "--import", file, prefix),
                        List.of(program, "install", "--manifest-path", manifest(folder)));
        };
    }

    /** Through the tool, which runs the scripts that packages want run first. */
    private static List<String> runBy(CondaTool tool, EnvironmentFolder folder) {
        String program = tool.path().toString();
        String prefix = folder.path().toString();
        return switch (tool.kind()) {
            case CONDA -> List.of(program, "run", "--no-capture-output", "--prefix", prefix);
            case MAMBA, MICROMAMBA -> List.of(program, "run", "--prefix", prefix);
            case PIXI -> List.of(program, "run", "--manifest-path", manifest(folder));
        };
    }

    private static String manifest(EnvironmentFolder folder) {
        return folder.path().resolve("pixi.toml").toString();
    }

    /** Which file it is made from, as it is called in the project. */
    private static Path file(MakeRequest request, CondaTool tool) {
        return lock(request, tool)
                .orElseGet(
                        () -> MadeFrom.file(request, FileRole.ENVIRONMENT_YML).orElseThrow());
    }

    private static Optional<Path> lock(MakeRequest request, CondaTool tool) {
        return tool.kind() == CondaTool.Kind.MICROMAMBA
                ? MadeFrom.file(request, FileRole.CONDA_LOCK)
                : Optional.empty();
    }

    /** Tools tell by the end of a file's name what it is. */
    private static Path source(MakeRequest request, CondaTool tool, Path temporary) {
        FileRole role = lock(request, tool).isPresent() ? FileRole.CONDA_LOCK : FileRole.ENVIRONMENT_YML;
        return named(file(request, tool), role.fileName(), temporary);
    }

    private static Path named(Path file, String name, Path temporary) {
        if (file.endsWith(name)) {
            return file;
        }
        try {
            return Files.copy(file, temporary.resolve(name));
        } catch (IOException failed) {
            throw new OutsideFailure(file + " could not be copied to be read under its usual name.", failed);
        }
    }

    private static String digest(MakeRequest request, CondaTool tool, Path from) {
        List<String> parts = new ArrayList<>();
        parts.add(tool.kind().command());
        parts.add(MadeFrom.text(from));
        parts.add(
                MadeFrom.file(request, FileRole.REFERENCES).map(MadeFrom::text).orElse(""));
        return MadeFrom.digest(parts);
    }

    private static EnvironmentFolder folder(MakeRequest request) {
        return new EnvironmentFolder(request.folder(), NAME);
    }

    private static Path prefix(EnvironmentFolder folder, CondaTool tool) {
        return tool.kind() == CondaTool.Kind.PIXI
                ? folder.path().resolve(".pixi").resolve("envs").resolve("default")
                : folder.path();
    }

    private static Path python(Path prefix) {
        return isWindows()
                ? prefix.resolve("python.exe")
                : prefix.resolve("bin").resolve("python");
    }

    private static List<Path> programs(Path prefix) {
        return isWindows()
                ? List.of(prefix, prefix.resolve("Library").resolve("bin"), prefix.resolve("Scripts"))
                : List.of(prefix.resolve("bin"));
    }

    private static boolean isWindows() {
        return OperatingSystem.ofThisComputer() == OperatingSystem.WINDOWS;
    }
}
