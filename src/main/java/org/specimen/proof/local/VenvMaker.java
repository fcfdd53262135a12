package org.specimen.proof.local;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.specimen.advice.PythonToGet;
import org.specimen.advice.Recommendation.Missing;
import org.specimen.advice.Stack;
import org.specimen.files.FileRole;
import org.specimen.format.RequirementsFile;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.InstalledPython;
import org.specimen.machine.OperatingSystem;
import org.specimen.plan.EnvironmentPlan;
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

    static final String NAME = ".venv";

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
            // the first sentence says what is missing, the others how to get it
            int end = missing.how().indexOf(". ") + 1;
            return Optional.of(new Trouble(
                    missing.how().substring(0, end),
                    missing.how().substring(end).strip() + " Or write the files anew for a Python that is here.",
                    missing.commands().stream()
                            .<Trouble.Fix>map(Trouble.Fix.TypeCommand::new)
                            .toList()));
        }
        if (MadeFrom.file(request, FileRole.REQUIREMENTS).isEmpty()) {
            return Optional.of(new Trouble(
                    "There is no requirements.txt in " + request.folder() + " to install from.",
                    "Write the files of the project first."));
        }
        return folder(request).obstacle(request.replaceExisting(), LEAST_SPACE);
    }

    @Override
    public boolean isMade(MakeRequest request) {
        EnvironmentFolder venv = folder(request);
        return python(request.plan())
                .filter(python -> venv.isMadeFrom(digest(request, python), interpreter(venv)))
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
        InstalledPython python = python(request.plan()).orElseThrow();
        EnvironmentFolder venv = folder(request);
        String digest = digest(request, python);
        Path temporary = Folders.temporary("install");
        try {
            SortedMap<String, String> variables = ComputerVariables.forInstalling(environment);
            Installation.addIndex(variables, request, temporary);
            Installation installation = new Installation(explainer, variables, listener, progress);
            if (venv.isMadeFrom(digest, interpreter(venv))) {
                listener.logged(LogLine.of(
                        Station.BUILD,
                        LogLine.Source.SPECIMEN,
                        venv.path() + " was made from these very files before, and is taken as it is."));
            } else {
                makeAnew(request, venv, python, installation);
                venv.stamp(digest);
            }
            installation.project(request, interpreter(venv));
            return new LocalEnvironment(
                    Interpreter.identity(Stack.VENV, venv.path(), interpreter(venv), environment, temporary, progress),
                    interpreter(venv),
                    List.of(programs(venv)),
                    Map.of("VIRTUAL_ENV", venv.path().toString()),
                    List.of(),
                    environment);
        } finally {
            Folders.remove(temporary);
        }
    }

    private static void makeAnew(
            MakeRequest request, EnvironmentFolder venv, InstalledPython python, Installation installation) {
        venv.setAside();
        boolean whole = false;
        try {
            installation.run(
                    "making " + NAME, List.of(python.path().toString(), "-m", "venv", NAME), request.folder(), 0);
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

    private static void install(MakeRequest request, EnvironmentFolder venv, Installation installation) {
        List<String> pip = List.of(interpreter(venv).toString(), "-m", "pip", "install");
        Path requirements = MadeFrom.file(request, FileRole.REQUIREMENTS).orElseThrow();
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
        installation.references(request, interpreter(venv));
    }

    private static List<RequirementsFile.Wanted> wanted(Path requirements) {
        return RequirementsFile.parse(MadeFrom.text(requirements)).lines().stream()
                .filter(RequirementsFile.Wanted.class::isInstance)
                .map(RequirementsFile.Wanted.class::cast)
                .toList();
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

    private static String digest(MakeRequest request, InstalledPython python) {
        return MadeFrom.digest(List.of(
                python.path().toString(),
                python.version(),
                MadeFrom.file(request, FileRole.REQUIREMENTS)
                        .map(MadeFrom::text)
                        .orElse(""),
                MadeFrom.file(request, FileRole.REFERENCES).map(MadeFrom::text).orElse("")));
    }

    private static EnvironmentFolder folder(MakeRequest request) {
        return new EnvironmentFolder(request.folder(), NAME);
    }

    private static Path programs(EnvironmentFolder venv) {
        return venv.path().resolve(isWindows() ? "Scripts" : "bin");
    }

    private static Path interpreter(EnvironmentFolder venv) {
        return programs(venv).resolve(isWindows() ? "python.exe" : "python");
    }

    private static boolean isWindows() {
        return OperatingSystem.ofThisComputer() == OperatingSystem.WINDOWS;
    }
}
