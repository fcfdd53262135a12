package org.specimen.ui.advice;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.specimen.advice.Rulebook;
import org.specimen.app.BareComputer;
import org.specimen.app.Samples;
import org.specimen.app.Workbench;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.CondaTool;
import org.specimen.machine.MachineFacts.Engine;
import org.specimen.machine.MachineFacts.EngineState;
import org.specimen.machine.MachineFacts.InstalledPython;
import org.specimen.machine.OperatingSystem;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.FakeDesktop;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.task.TaskRunner;

/** A person at a known computer who is at the step of advice; everything happens at once. */
final class Desk {

    static final MachineFacts NOTHING = BareComputer.FACTS;
    static final MachineFacts CONDA_ONLY = machine(
            List.of(), List.of(new CondaTool(CondaTool.Kind.CONDA, Path.of("/opt/conda/bin/conda"))), Engine.NONE);
    static final MachineFacts OLDER_PYTHON =
            machine(List.of(new InstalledPython(Path.of("/usr/bin/python3.11"), "3.11.2")), List.of(), Engine.NONE);
    static final MachineFacts DOCKER_READY = machine(
            List.of(new InstalledPython(Path.of("/usr/bin/python3"), "3.13.2")),
            List.of(),
            new Engine(EngineState.READY, "Docker", Optional.of("unix:///var/run/docker.sock")));
    static final MachineFacts DOCKER_STOPPED =
            machine(List.of(), List.of(), new Engine(EngineState.INSTALLED_NOT_RUNNING, "Docker", Optional.empty()));

    final Services services;
    final Session session;
    final AdviceViewModel model;
    final FakeDesktop desktop = new FakeDesktop();

    private Desk(MachineFacts machine, Optional<Path> folder) {
        services = BareServices.with(
                new Workbench(BareComputer.CATALOGUE, Rulebook::shipped, () -> machine),
                TaskRunner.immediate(),
                desktop);
        session = services.session();
        folder.ifPresentOrElse(session::open, session::startWithoutProject);
        services.journey().next();
        services.journey().next();
        model = new AdviceViewModel(services);
        model.entered();
    }

    static Desk withSample(String sample, MachineFacts machine, Path parent) {
        Path folder = parent.resolve(sample);
        Samples.unpack(sample, folder);
        return new Desk(machine, Optional.of(folder));
    }

    static Desk withFolder(Path folder, MachineFacts machine) {
        return new Desk(machine, Optional.of(folder));
    }

    static Desk withoutProject(MachineFacts machine) {
        return new Desk(machine, Optional.empty());
    }

    AdvicePage page() {
        return model.page().get().ready().orElseThrow();
    }

    EnvironmentPlan plan() {
        return session.proposal().get().ready().orElseThrow().plan();
    }

    Step step() {
        return services.journey().current().get();
    }

    private static MachineFacts machine(List<InstalledPython> pythons, List<CondaTool> tools, Engine engine) {
        return new MachineFacts(OperatingSystem.LINUX, TargetPlatform.LINUX_X86_64, pythons, tools, engine);
    }
}
