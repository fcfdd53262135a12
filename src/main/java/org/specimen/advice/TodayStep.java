package org.specimen.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.specimen.advice.Recommendation.Missing;
import org.specimen.catalogue.PythonReleases;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.EngineState;
import org.specimen.project.ProjectFacts;
import org.specimen.python.SpecifierSet;

/**
 * Chooses what can be done today: the advised stack if this computer can make it, else Conda, which can be installed
 * everywhere without an administrator.
 */
record TodayStep(PythonReleases pythons) {

    /**
     * The step and what lacks.
     *
     * @param missing empty if the advised stack can be made
     */
    record Today(Stack stack, List<Missing> missing) {}

    Today choose(
            Stack advised,
            Situation situation,
            Optional<ProjectFacts> project,
            MachineFacts machine,
            boolean obstacle) {
        List<Missing> missing = new ArrayList<>();
        Stack today = advised;
        if (advised.usesDocker() && obstacle) {
            today = Stack.CONDA;
        } else if (advised.usesDocker() && !dockerReady(situation)) {
            today = Stack.CONDA;
            missing.add(missing("docker", dockerText(situation, machine)));
        } else if (advised == Stack.VENV && !hasSuitablePython(project, machine)) {
            today = Stack.CONDA;
            missing.add(missing("python", text("missing.python", machine)));
        }
        if (today == Stack.CONDA && !machine.hasConda()) {
            missing.add(missing("conda", text("missing.conda", machine)));
        }
        return new Today(today, missing);
    }

    static boolean dockerReady(Situation situation) {
        return situation.one(Question.DOCKER).equals("ready");
    }

    private boolean hasSuitablePython(Optional<ProjectFacts> project, MachineFacts machine) {
        PythonDemand demand =
                new PythonDemand(project.map(facts -> facts.python().requires()).orElse(SpecifierSet.ANY));
        return machine.pythons().stream()
                .map(MachineFacts.InstalledPython::version)
                .anyMatch(version -> demand.admits(version) && PythonDemand.isMaintained(version, pythons));
    }

    private static String dockerText(Situation situation, MachineFacts machine) {
        if (situation.isSaid(Question.DOCKER) && situation.one(Question.DOCKER).equals("no")) {
            return AdviceTexts.text("missing.docker.said-no");
        }
        EngineState state = machine.engine().state();
        // The machine that will run it may be another one than this, where an engine answers.
        EngineState told = state == EngineState.READY ? EngineState.ABSENT : state;
        String key = told.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return text("missing.docker." + key, machine);
    }

    private static Missing missing(String what, String how) {
        return new Missing(AdviceTexts.text("missing." + what + ".what"), how);
    }

    private static String text(String key, MachineFacts machine) {
        return AdviceTexts.text(
                key + "." + machine.system().key(), machine.engine().name());
    }
}
