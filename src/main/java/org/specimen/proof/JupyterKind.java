package org.specimen.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.specimen.problem.OutsideFailure;
import org.specimen.python.PackageName;
import org.specimen.task.Progress;

/**
 * The faces of Jupyter that can be there, best first. All are started the same way ("Jupyter Server", "Config file and
 * command line options"): their options have had these names since notebook 5.
 */
enum JupyterKind {
    LAB("jupyterlab", "/lab"),
    NOTEBOOK("notebook", "/tree"),
    CLASSIC("nbclassic", "/tree");

    private static final String LOOK =
            "import importlib.util, sys; print(*[m for m in sys.argv[1:] if importlib.util.find_spec(m)])";

    /** As {@code python -m} would, except that no file of the project is taken for a module of Jupyter's. */
    private static final String START = "import runpy, sys; sys.path[:] = [p for p in sys.path if p];"
            + " del sys.argv[0]; runpy.run_module(sys.argv[0], run_name='__main__', alter_sys=True)";

    private final String module;
    private final String page;

    JupyterKind(String module, String page) {
        this.module = module;
        this.page = page;
    }

    /** Its first page. */
    String page() {
        return page;
    }

    /** Whether a set of packages has one. */
    static boolean isAmong(Set<PackageName> packages) {
        return Arrays.stream(values()).anyMatch(kind -> packages.contains(PackageName.of(kind.module)));
    }

    /**
     * The one that is in an environment; empty if there is none.
     *
     * @throws OutsideFailure if its Python does not run
     */
    static Optional<JupyterKind> in(MadeEnvironment made, ProofListener listener, Progress progress) {
        List<String> words = new ArrayList<>(made.python());
        words.addAll(List.of("-c", LOOK));
        Arrays.stream(values()).forEach(kind -> words.add(kind.module));
        Path folder = Folders.temporary("jupyter");
        try {
            RunOutcome looked = made.run(
                    new RunRequest(words, folder, "", Map.of(), RunLimits.CHECK), Station.RUN, listener, progress);
            if (!looked.succeeded()) {
                throw new OutsideFailure("The Python of the environment did not run: "
                        + looked.errors()
                                .strip()
                                .lines()
                                .reduce((first, last) -> last)
                                .orElse("it said nothing")
                        + ". Make the environment anew.");
            }
            Set<String> there =
                    Arrays.stream(looked.output().strip().split("\\s+")).collect(Collectors.toSet());
            return Arrays.stream(values())
                    .filter(kind -> there.contains(kind.module))
                    .findFirst();
        } finally {
            Folders.remove(folder);
        }
    }

    /** How it is started with a Python. */
    ServerRequest.Program program(List<String> python) {
        return new Program(python, module);
    }

    private record Program(List<String> python, String module) implements ServerRequest.Program {

        @Override
        public List<String> words(String address, int port) {
            List<String> words = new ArrayList<>(python);
            words.addAll(List.of(
                    "-c",
                    START,
                    module,
                    "--no-browser",
                    "--ip=" + address,
                    "--port=" + port,
                    "--port-retries=0",
                    // Where the engine's root is the person, or they are root; it listens on this computer alone.
                    "--allow-root"));
            return words;
        }

        @Override
        public Map<String, String> variables(String secretFile) {
            return Map.of("JUPYTER_TOKEN_FILE", secretFile, "JUPYTER_PREFER_ENV_PATH", "1", "PYTHONUNBUFFERED", "1");
        }
    }
}
