package org.specimen.ui.situation;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.specimen.advice.Question;
import org.specimen.advice.Rulebook;
import org.specimen.app.Samples;
import org.specimen.app.Workbench;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.OperatingSystem;
import org.specimen.ui.session.Desktop;
import org.specimen.ui.session.Journey;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.task.TaskRunner;

/** The step on a bare Linux computer, where everything is worked out at once. */
final class Fixture {

    private static final Catalogue CATALOGUE = Catalogue.open();

    private static final MachineFacts BARE_LINUX = new MachineFacts(
            OperatingSystem.LINUX, TargetPlatform.LINUX_X86_64, List.of(), List.of(), MachineFacts.Engine.NONE);

    final Session session;
    final Journey journey;
    final SituationViewModel model;

    private Fixture(TaskRunner tasks) {
        session = new Session(new Workbench(CATALOGUE, Rulebook::shipped, () -> BARE_LINUX), tasks);
        journey = new Journey(session);
        model = new SituationViewModel(new Services(
                session,
                journey,
                tasks,
                CATALOGUE,
                new NoDesktop(),
                Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC)));
    }

    static Fixture unstarted() {
        return new Fixture(TaskRunner.immediate());
    }

    static Fixture workingWith(TaskRunner tasks) {
        return new Fixture(tasks);
    }

    static Fixture withoutProject() {
        Fixture made = unstarted();
        made.session.startWithoutProject();
        return made;
    }

    static Fixture sample(String name, Path folder) {
        Samples.unpack(name, folder.resolve(name));
        return folder(folder.resolve(name));
    }

    static Fixture folder(Path folder) {
        Fixture made = unstarted();
        made.session.open(folder);
        return made;
    }

    QuestionModel question(Question question) {
        return model.question(question);
    }

    Standing standing(Question question) {
        return question(question).standing().get();
    }

    List<Question> asked() {
        return model.asked().get().stream()
                .filter(question -> question.relevant().get())
                .map(QuestionModel::question)
                .toList();
    }

    private static final class NoDesktop implements Desktop {
        @Override
        public Optional<Path> chooseFolder(String title, Optional<Path> start) {
            return Optional.empty();
        }

        @Override
        public void copy(String text) {}

        @Override
        public void open(Path path) {}

        @Override
        public void browse(String address) {}
    }
}
