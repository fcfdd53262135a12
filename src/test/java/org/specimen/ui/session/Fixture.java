package org.specimen.ui.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.specimen.advice.Rulebook;
import org.specimen.app.BareComputer;
import org.specimen.app.Workbench;
import org.specimen.app.store.DraftStore;
import org.specimen.app.store.UserFolders;
import org.specimen.machine.MachineFacts;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.ui.task.ByHand;
import org.specimen.ui.task.TaskRunner;

/** A window's state without the window, on a computer with nothing installed. */
final class Fixture {

    final ByHand hands = new ByHand();
    final Session session;
    final Journey journey;
    final DraftStore drafts;
    final DraftKeeper keeper;
    Optional<RuntimeException> machineFault = Optional.empty();

    private Fixture(Path home, Optional<TaskRunner> runner) {
        TaskRunner tasks = runner.orElse(hands.runner());
        session = new Session(new Workbench(BareComputer.CATALOGUE, Rulebook::shipped, this::machine), tasks);
        journey = new Journey(session);
        drafts = new DraftStore(UserFolders.in(home), BareServices.CLOCK);
        keeper = new DraftKeeper(session, journey, drafts, tasks);
    }

    /** Everything happens at once. */
    static Fixture immediate(Path home) {
        return new Fixture(home, Optional.of(TaskRunner.immediate()));
    }

    /** Everything happens when {@link #hands} are told so. */
    static Fixture byHand(Path home) {
        return new Fixture(home, Optional.empty());
    }

    /** A project of one script. */
    static Path project(Path parent, String name) {
        try {
            Path folder = Files.createDirectories(parent.resolve(name));
            Files.writeString(folder.resolve("analysis.py"), "import numpy\n");
            return folder;
        } catch (IOException notWritable) {
            throw new UncheckedIOException(notWritable);
        }
    }

    Optional<Path> folder() {
        return session.project().get().known().map(project -> project.folder());
    }

    EnvironmentPlan plan() {
        return session.proposal().get().ready().orElseThrow().plan();
    }

    private MachineFacts machine() {
        machineFault.ifPresent(fault -> {
            throw fault;
        });
        return BareComputer.FACTS;
    }
}
