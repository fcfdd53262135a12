package org.specimen.proof.local;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.specimen.advice.PythonToGet;
import org.specimen.advice.Recommendation.Missing;
import org.specimen.advice.Stack;
import org.specimen.files.FileNames;
import org.specimen.files.FileRole;
import org.specimen.format.PyprojectToml;
import org.specimen.format.RequirementsFile;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.InstalledPython;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.problem.BadInput;
import org.specimen.problem.OutsideFailure;
import org.specimen.process.LiveProgram;
import org.specimen.proof.EnvironmentIdentity;
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
import org.specimen.python.Version;
import org.specimen.task.Progress;

/** Makes the folder {@code .venv} in a project, with the Python of the plan and the packages of requirements.txt. */
public final class VenvMaker implements EnvironmentMaker {

    /** What a small environment takes, in bytes. */
    private static final long LEAST_SPACE = 300_000_000;

    private final Supplier<MachineFacts> machine;
    private final Map<String, String> environment;
    private final Explainer explainer;

    /**
     * Makes environments on a computer.
     *
     * @param environment its variables
     */
    public VenvMaker(Supplier<MachineFacts> machine, Map<String, String> environment, Explainer explainer) {
        this.machine = machine;
        this.environment = Map.copyOf(environment);
        this.explainer = explainer;
    }

    @Override
    public Optional<Trouble> obstacle(MakeRequest request) {
        if (python(request.plan()).isEmpty()) {
            Missing missing = PythonToGet.of(minor(request.plan().python()), machine.get());
            return Optional.of(new Trouble(
                    missing.how(),
                    "Or write the files anew for a Python that is here.",
                    missing.commands().stream()
                            .<Trouble.Fix>map(Trouble.Fix.TypeCommand::new)
                            .toList()));
        }
        if (file(request, FileRole.REQUIREMENTS).isEmpty()) {
            return Optional.of(new Trouble(
                    "There is no requirements.txt in " + request.folder() + " to install from.",
                    "Write the files of the project first."));
        }
        VenvFolder venv = new VenvFolder(request.folder());
        if (venv.isThere() && !venv.isOurs() && !request.replaceExisting()) {
            return Optional.of(new Trouble(
                    "There is already a " + VenvFolder.NAME + " in " + request.folder()
                            + " that Specimen did not make.",
                    "Agree that it is replaced, or move it away."));
        }
        long space = request.folder().toFile().getUsableSpace();
        if (space < LEAST_SPACE && !venv.isOurs()) {
            return Optional.of(new Trouble(
                    "There are only " + space / 1_000_000 + " MB free on the disk of " + request.folder() + ".",
                    "An environment takes more: make room, and try again."));
        }
        return Optional.empty();
    }

    @Override
    public MadeEnvironment make(MakeRequest request, ProofListener listener, Progress progress) {
        Optional<Trouble> obstacle = obstacle(request);
        if (obstacle.isPresent()) {
            listener.troubled(Station.TOOL, obstacle.get());
            throw new OutsideFailure(obstacle.get().text());
        }
        listener.stationChanged(Station.BUILD, StationState.RUNNING, "", Duration.ZERO);
        InstalledPython python = python(request.plan()).orElseThrow();
        VenvFolder venv = new VenvFolder(request.folder());
        String digest = digest(request, python);
        Path temporary = Folders.temporary("install");
        try {
            SortedMap<String, String> variables = ComputerVariables.forInstalling(environment);
            Installation.addIndex(variables, request, temporary);
            Installation installation = new Installation(explainer, variables, listener, progress);
            if (venv.isMadeFrom(digest)) {
                listener.logged(LogLine.of(
                        Station.BUILD,
                        LogLine.Source.SPECIMEN,
                        venv.path() + " was made from these very files before, and is taken as it is."));
            } else {
                makeAnew(request, venv, python, installation);
                venv.stamp(digest);
            }
            if (isInstalled(request)) {
                installation.run(
                        "installing the project itself",
                        List.of(venv.python().toString(), "-m", "pip", "install", "--no-deps", "--editable", "."),
                        request.folder(),
                        0);
            }
            return new LocalEnvironment(
                    identity(venv, temporary, progress),
                    venv.python(),
                    List.of(venv.programs()),
                    Map.of("VIRTUAL_ENV", venv.path().toString()),
                    List.of(),
                    environment);
        } finally {
            Folders.remove(temporary);
        }
    }

    private static void makeAnew(
            MakeRequest request, VenvFolder venv, InstalledPython python, Installation installation) {
        venv.setAside();
        boolean whole = false;
        try {
            installation.run(
                    "making " + VenvFolder.NAME,
                    List.of(python.path().toString(), "-m", "venv", VenvFolder.NAME),
                    request.folder(),
                    0);
            venv.stamp("unfinished");
            install(request, venv, installation);
            whole = true;
        } finally {
            if (whole) {
                venv.forgetBefore();
            } else {
                venv.putBack();
            }
        }
    }

    private static void install(MakeRequest request, VenvFolder venv, Installation installation) {
        List<String> pip = List.of(venv.python().toString(), "-m", "pip", "install");
        Path requirements = file(request, FileRole.REQUIREMENTS).orElseThrow();
        List<RequirementsFile.Wanted> wanted = wanted(requirements);
        if (!wanted.isEmpty()) {
            List<String> words = new ArrayList<>(pip);
            if (wanted.stream().anyMatch(line -> !line.hashes().isEmpty())) {
                words.add("--require-hashes");
            }
            words.addAll(List.of("-r", String.valueOf(requirements.getFileName())));
            String packages = wanted.size() == 1 ? "1 package" : wanted.size() + " packages";
            installation.run("installing " + packages, words, request.folder(), wanted.size());
        }
        file(request, FileRole.REFERENCES).ifPresent(references -> {
            List<String> words = new ArrayList<>(pip);
            words.addAll(List.of("--no-deps", "-r", String.valueOf(references.getFileName())));
            installation.run("installing what comes from repositories", words, request.folder(), 0);
        });
    }

    private static List<RequirementsFile.Wanted> wanted(Path requirements) {
        return RequirementsFile.parse(text(requirements)).lines().stream()
                .filter(RequirementsFile.Wanted.class::isInstance)
                .map(RequirementsFile.Wanted.class::cast)
                .toList();
    }

    /** The file that Specimen wrote last in this role: beside the person's own where that stays. */
    private static Optional<Path> file(MakeRequest request, FileRole role) {
        Path beside = request.folder().resolve(role.fileName() + FileNames.BESIDE);
        boolean isBeside = request.plan().written().containsKey(role.fileName() + FileNames.BESIDE);
        Path file = isBeside && Files.isRegularFile(beside)
                ? beside
                : request.folder().resolve(role.fileName());
        boolean counts =
                role == FileRole.REQUIREMENTS || request.plan().written().containsKey(role.fileName()) || isBeside;
        return Optional.of(file).filter(path -> counts && Files.isRegularFile(path));
    }

    /** The guide says so too: where the project is a package and the plan wants it installed. */
    private static boolean isInstalled(MakeRequest request) {
        if (!request.plan().options().installProject()) {
            return false;
        }
        Path pyproject = request.folder().resolve("pyproject.toml");
        if (Files.isRegularFile(pyproject)) {
            try {
                PyprojectToml read = PyprojectToml.parse("pyproject.toml", text(pyproject));
                return read.installable() && read.name().isPresent();
            } catch (BadInput broken) {
                return false;
            }
        }
        return Files.isRegularFile(request.folder().resolve("setup.py"));
    }

    private EnvironmentIdentity identity(VenvFolder venv, Path temporary, Progress progress) {
        LiveProgram.Ended told = new LiveProgram(
                        List.of(
                                venv.python().toString(),
                                "-c",
                                "import platform; print(platform.python_version());"
                                        + " print(platform.system().lower() + '/' + platform.machine().lower())"),
                        temporary,
                        ComputerVariables.forRuns(environment),
                        "",
                        Duration.ofMinutes(2))
                .run((line, isError) -> {}, progress);
        List<String> lines = told.output().lines().toList();
        if (!told.succeeded() || lines.size() < 2) {
            throw new OutsideFailure(
                    "The Python in " + venv.path() + " does not start. Remove that folder, and try again.");
        }
        return new EnvironmentIdentity(
                Stack.VENV,
                venv.path().toString(),
                "Python " + lines.get(0),
                lines.get(1),
                Optional.empty(),
                List.of());
    }

    /** The very version, else the nearest newer of the same minor one, else any of it. */
    private Optional<InstalledPython> python(EnvironmentPlan plan) {
        Version wanted = plan.python();
        return machine.get().pythons().stream()
                .filter(python -> Version.tryParse(python.version())
                        .filter(version -> minor(version).equals(minor(wanted)))
                        .isPresent())
                .min(Comparator.comparing(python -> distance(python, wanted)));
    }

    private static BigInteger distance(InstalledPython python, Version wanted) {
        BigInteger difference = Version.parse(python.version()).micro().subtract(wanted.micro());
        return difference.signum() >= 0 ? difference : difference.negate().add(BigInteger.valueOf(1000));
    }

    private static String minor(Version version) {
        return version.major() + "." + version.minor();
    }

    /** Of all that the environment is made from. */
    private static String digest(MakeRequest request, InstalledPython python) {
        StringBuilder all = new StringBuilder("1\n");
        all.append(python.path()).append('\n').append(python.version()).append('\n');
        for (FileRole role : List.of(FileRole.REQUIREMENTS, FileRole.REFERENCES)) {
            all.append(file(request, role).map(VenvMaker::text).orElse("")).append('\0');
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new BadInput(file + " cannot be read as text.", unreadable);
        }
    }
}
