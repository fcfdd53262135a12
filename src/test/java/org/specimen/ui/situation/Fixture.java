package org.specimen.ui.situation;

import java.nio.file.Path;
import java.util.List;
import org.specimen.advice.Question;
import org.specimen.app.Samples;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.Journey;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.task.TaskRunner;

/** The step on a bare Linux computer, where everything is worked out at once. */
final class Fixture {

    final Session session;
    final Journey journey;
    final SituationViewModel model;

    private Fixture(TaskRunner tasks) {
        Services services = BareServices.with(tasks);
        session = services.session();
        journey = services.journey();
        model = new SituationViewModel(services);
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
}
