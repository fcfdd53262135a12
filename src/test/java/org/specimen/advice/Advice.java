package org.specimen.advice;

import java.util.List;
import java.util.Optional;
import org.specimen.machine.MachineFacts;
import org.specimen.project.ProjectFacts;

/** Asks for advice in one line. */
final class Advice {

    static final Situations SITUATIONS = new Situations(Rulebook.shipped(), new StubCatalogue());
    static final Advisor ADVISOR = new Advisor(Rulebook.shipped(), new StubCatalogue().pythonReleases());

    private Advice() {}

    /** Answers as in a file, {@code "people: me", "machines: one"}. */
    static Answers answers(String... lines) {
        return AnswersFile.read("answers.yml", String.join("\n", lines));
    }

    static Recommendation on(String... answers) {
        return on(Facts.machine(), Optional.empty(), answers(answers));
    }

    static Recommendation on(Facts project, String... answers) {
        return on(Facts.machine(), Optional.of(project.build()), answers(answers));
    }

    static Recommendation on(MachineFacts machine, String... answers) {
        return on(machine, Optional.empty(), answers(answers));
    }

    static Recommendation on(MachineFacts machine, Optional<ProjectFacts> project, Answers answers) {
        return ADVISOR.advise(SITUATIONS.suggest(project, machine, answers), project, machine);
    }

    static List<Layer> required(Recommendation advice) {
        return advice.layers().stream()
                .filter(Recommendation.LayerAdvice::required)
                .map(Recommendation.LayerAdvice::layer)
                .toList();
    }

    static List<String> ids(List<Recommendation.Note> notes) {
        return notes.stream().map(Recommendation.Note::id).toList();
    }
}
