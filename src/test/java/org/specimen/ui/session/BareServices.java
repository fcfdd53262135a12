package org.specimen.ui.session;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.specimen.app.BareComputer;
import org.specimen.app.Workbench;
import org.specimen.ui.task.TaskRunner;

/** What the pages work with, without a window. */
public final class BareServices {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private BareServices() {}

    /** On a computer with nothing installed, where everything happens at once. */
    public static Services immediate() {
        return with(TaskRunner.immediate());
    }

    public static Services with(TaskRunner tasks) {
        return with(BareComputer.WORKBENCH, tasks, new FakeDesktop());
    }

    public static Services with(Workbench workbench, TaskRunner tasks, Desktop desktop) {
        return with(new Session(workbench, tasks), tasks, desktop);
    }

    public static Services with(Session session, TaskRunner tasks, Desktop desktop) {
        return with(session, tasks, desktop, new ScriptedProofs());
    }

    public static Services with(Session session, TaskRunner tasks, Desktop desktop, Proofs proofs) {
        return new Services(session, new Journey(session), tasks, proofs, BareComputer.CATALOGUE, desktop, CLOCK);
    }
}
