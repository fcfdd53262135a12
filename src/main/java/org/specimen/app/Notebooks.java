package org.specimen.app;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.specimen.advice.Stack;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.EntryPage;
import org.specimen.proof.EnvironmentMaker;
import org.specimen.proof.JupyterStart;
import org.specimen.proof.MadeEnvironment;
import org.specimen.proof.ProofRequest;
import org.specimen.proof.RunningJupyter;
import org.specimen.proof.Station;
import org.specimen.python.PackageName;
import org.specimen.task.Interruption;
import org.specimen.task.Progress;

/**
 * The verb beside a proof: a project's notebooks are opened with Jupyter in the very environment that is made of its
 * files. It works on the project's own folder: what is saved there is saved in the project.
 *
 * <pre>
 * ProofRequest ──isMade──▶ boolean       whether the environment is there, quickly
 * ProofRequest ──open──▶ JupyterAddress  told to a JupyterListener; returns when Jupyter has ended
 * </pre>
 */
public final class Notebooks {

    private final Map<String, String> environment;
    private final Function<Stack, EnvironmentMaker> makers;

    /**
     * Opens notebooks on this computer.
     *
     * @param environment its variables: keys are taken from it
     */
    Notebooks(Map<String, String> environment, Function<Stack, EnvironmentMaker> makers) {
        this.environment = Map.copyOf(environment);
        this.makers = makers;
    }

    /** Whether the environment is there, so that only Jupyter has to be started unless its files changed. */
    public boolean isMade(ProofRequest request) {
        return maker(request).isMade(request.environment());
    }

    /** Of what conda brings, the pins tell only what was asked for; there the environment itself has to be asked. */
    private static boolean isLackingFor(ProofRequest request) {
        Set<PackageName> pinned = new HashSet<>();
        request.pins().forEach(pin -> pinned.add(pin.name()));
        return !request.environment().plan().stack().usesConda() && !JupyterStart.isAmong(pinned);
    }

    private EnvironmentMaker maker(ProofRequest request) {
        return makers.apply(request.environment().plan().stack());
    }

    /**
     * Makes the environment, which is quick where it is there, starts Jupyter in it on 127.0.0.1, and returns when it has
     * ended: because somebody shut it down from its own page. When this process is asked to end, Jupyter is ended first.
     *
     * @param port the one that is wanted; empty for the usual one, or the next that is free
     * @throws NoSolution if the environment cannot be made, or has no Jupyter
     * @throws OutsideFailure if Jupyter or the tool that makes the environment fails, or the port that is wanted is taken
     * @throws org.specimen.task.Cancelled if it was cancelled, before or after it was up; nothing is left of it then
     */
    public void open(ProofRequest request, OptionalInt port, JupyterListener listener, Progress progress) {
        if (isLackingFor(request)) {
            listener.troubled(Station.RUN, JupyterStart.ABSENT);
            throw new NoSolution(JupyterStart.ABSENT.text());
        }
        try (Interruption wanted = Interruption.heard(progress);
                MadeEnvironment made = maker(request).make(request.environment(), listener, wanted);
                RunningJupyter jupyter = start(request, port).in(made, listener, wanted);
                EntryPage page =
                        EntryPage.write(jupyter.address(), request.environment().folder())) {
            listener.answers(jupyter.address(), page.file());
            jupyter.awaitEnd(wanted);
        }
    }

    private JupyterStart start(ProofRequest request, OptionalInt port) {
        Map<String, String> variables = new TreeMap<>();
        request.keys()
                .forEach(
                        key -> Optional.ofNullable(environment.get(key)).ifPresent(value -> variables.put(key, value)));
        return new JupyterStart(
                request.environment().folder(), variables, request.limits(), port, JupyterStart.USUAL_PATIENCE);
    }
}
