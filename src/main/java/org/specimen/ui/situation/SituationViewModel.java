package org.specimen.ui.situation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.specimen.advice.Answers;
import org.specimen.advice.Question;
import org.specimen.advice.Recommendation.Note;
import org.specimen.advice.Situation;
import org.specimen.app.Advice;
import org.specimen.app.Project;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.task.Failure;

/** The step in which the questions are answered. */
public final class SituationViewModel implements StepModel {

    /** What the page shows. */
    enum Phase {
        /** Nothing has been started. */
        NOTHING,
        /** What the project answers by itself is being worked out for the first time. */
        WORKING,
        QUESTIONS,
        FAILED
    }

    private static final Set<Question> ALWAYS_ASKED =
            EnumSet.of(Question.PEOPLE, Question.OS_TROUBLE, Question.HORIZON, Question.PURPOSE, Question.RUNS_ON);

    /** What a project would show. */
    private static final Set<Question> ASKED_WITHOUT_PROJECT =
            EnumSet.of(Question.COMPILED, Question.PYTHON, Question.GPU, Question.AI);

    private final Services services;
    private final Session session;
    private final QuestionWords words;
    private final Map<Question, QuestionModel> questions = new EnumMap<>(Question.class);
    private final ExactPython exactPython;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Failure>> failure = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<QuestionModel>> asked = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<QuestionModel>> settled = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Object> sortedFor = Optional.empty();

    public SituationViewModel(Services services) {
        this.services = services;
        session = services.session();
        words = new QuestionWords(services.catalogue(), services.clock());
        for (Question question : Question.values()) {
            questions.put(question, new QuestionModel(question, session, words));
        }
        exactPython = new ExactPython(services.catalogue().pythonReleases(), this::answerPython);
        session.decisions().addListener((property, old, now) -> refresh());
        session.advice().addListener((property, old, now) -> refresh());
        session.project().addListener((property, old, now) -> refresh());
        session.withoutProject().addListener((property, old, now) -> refresh());
        refresh();
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** Why the answers that are shown may be out of date, or there are none. */
    ReadOnlyObjectProperty<Optional<Failure>> failure() {
        return failure.getReadOnlyProperty();
    }

    /** The questions that the person is asked, in the order of the page. */
    ReadOnlyObjectProperty<List<QuestionModel>> asked() {
        return asked.getReadOnlyProperty();
    }

    /** The questions that are answered well enough to stand as one line each. */
    ReadOnlyObjectProperty<List<QuestionModel>> settled() {
        return settled.getReadOnlyProperty();
    }

    QuestionModel question(Question question) {
        QuestionModel model = questions.get(question);
        if (model == null) {
            throw new IllegalArgumentException("no question " + question);
        }
        return model;
    }

    ExactPython exactPython() {
        return exactPython;
    }

    boolean isWithoutProject() {
        return session.withoutProject().get();
    }

    /** Goes where a project is opened. */
    void goToProject() {
        services.journey().go(Step.PROJECT);
    }

    /** Reads the project anew after a failure. */
    void tryAgain() {
        session.reread();
    }

    void copy(String text) {
        services.desktop().copy(text);
    }

    @Override
    public void entered() {
        sortedFor = Optional.empty();
        refresh();
    }

    @Override
    public boolean mayLeave() {
        boolean complete = exactPython.commit();
        if (!complete) {
            question(Question.PYTHON).unfold();
        }
        return complete;
    }

    private void answerPython(String version) {
        if (version.isEmpty()) {
            question(Question.PYTHON).takeSuggestion();
        } else {
            question(Question.PYTHON).choose(version);
        }
    }

    private void refresh() {
        Outcome<Advice> advice = session.advice().get();
        Optional<Advice> known = session.hasStarted() ? advice.known() : Optional.empty();
        failure.set(session.hasStarted() ? advice.whyNot() : Optional.empty());
        Optional<Situation> situation = known.map(Advice::situation);
        Standings standings = new Standings(session.decisions().get(), planned(), situation, words);
        questions.forEach((question, model) -> model.show(standings.of(question), isRelevant(question, standings)));
        exactPython.show(versionBesideTheChoices());
        // While something is worked out anew, the last cautions would speak of answers that are gone.
        if (advice instanceof Outcome.Ready<Advice> ready) {
            caution(ready.result());
        }
        situation.ifPresent(this::sort);
        phase.set(phase(known.isPresent()));
    }

    private Phase phase(boolean isKnown) {
        if (!session.hasStarted() && !(session.project().get() instanceof Outcome.Working)) {
            return Phase.NOTHING;
        }
        if (isKnown) {
            return Phase.QUESTIONS;
        }
        return failure.get().isPresent() ? Phase.FAILED : Phase.WORKING;
    }

    /** Settles what is asked; for one project and one visit of the page it stays, so that nothing jumps. */
    private void sort(Situation situation) {
        Object project =
                session.project().get().known().<Object>map(Project::folder).orElse("none");
        if (sortedFor.equals(Optional.of(project))) {
            return;
        }
        sortedFor = Optional.of(project);
        List<QuestionModel> toAsk = new ArrayList<>();
        List<QuestionModel> others = new ArrayList<>();
        Arrays.stream(Question.values()).map(this::question).forEach(model -> {
            boolean ask = isAsked(model.question(), situation);
            (ask ? toAsk : others).add(model);
            if (ask) {
                model.unfold();
            } else {
                model.fold();
            }
        });
        asked.set(List.copyOf(toAsk));
        settled.set(List.copyOf(others));
    }

    private boolean isAsked(Question question, Situation situation) {
        if (ALWAYS_ASKED.contains(question)) {
            return true;
        }
        boolean nothingShows = situation.of(question).shown().isEmpty();
        return isWithoutProject()
                ? ASKED_WITHOUT_PROJECT.contains(question)
                : question == Question.COMPILED && nothingShows;
    }

    /** Trouble between operating systems is asked about where people or operating systems differ. */
    private static boolean isRelevant(Question question, Standings standings) {
        if (question != Question.OS_TROUBLE) {
            return true;
        }
        List<String> people = standings.effective(Question.PEOPLE);
        return people.contains("mixed-os-team")
                || people.contains("public")
                || standings.effective(Question.OPERATING_SYSTEMS).size() > 1
                || standings.effective(question).contains("yes");
    }

    private Answers planned() {
        return session.project()
                .get()
                .known()
                .flatMap(Project::plan)
                .map(EnvironmentPlan::answers)
                .orElse(Answers.NONE);
    }

    private String versionBesideTheChoices() {
        QuestionModel python = question(Question.PYTHON);
        return python.standing().get().values().stream()
                .filter(value -> python.choices().stream()
                        .noneMatch(choice -> choice.value().equals(value)))
                .findFirst()
                .orElse("");
    }

    private void caution(Advice advice) {
        Map<Question, List<Caution>> cautions = new EnumMap<>(Question.class);
        for (Note note : advice.recommendation().contradictions()) {
            cautions.computeIfAbsent(Concerned.by(note), concerned -> new ArrayList<>())
                    .add(words.contradiction(note));
        }
        questions.forEach((question, model) -> model.caution(cautions.getOrDefault(question, List.of())));
    }
}
