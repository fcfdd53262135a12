package org.specimen.ui.advice;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.specimen.advice.Answers;
import org.specimen.advice.Question;
import org.specimen.app.Advice;
import org.specimen.app.Project;
import org.specimen.catalogue.PythonReleases;
import org.specimen.ui.advice.Trial.Choice;
import org.specimen.ui.session.Decisions;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Session;
import org.specimen.ui.task.Running;
import org.specimen.ui.task.Tasks;

/** Tries one answer beside those that hold. Only {@link #keep} changes what the person decided. */
final class WhatIfModel {

    private final Session session;
    private final PythonReleases pythons;
    private final ReadOnlyObjectWrapper<Optional<Tryable>> tryable = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<Trial>> trial = new ReadOnlyObjectWrapper<>(new Outcome.Nothing<>());
    private final ReadOnlyObjectWrapper<Optional<String>> kept = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Choice> choice = Optional.empty();
    private Decisions afterKeeping = Decisions.NONE;
    private @Nullable Running running;

    WhatIfModel(Session session, PythonReleases pythons) {
        this.session = session;
        this.pythons = pythons;
        session.advice().addListener((property, old, now) -> now.ready().ifPresent(this::adviceIs));
        session.decisions().addListener((property, old, now) -> decisionsAre(now));
        session.advice().get().ready().ifPresent(this::adviceIs);
    }

    /** What may be tried; empty before there is advice. */
    ReadOnlyObjectProperty<Optional<Tryable>> tryable() {
        return tryable.getReadOnlyProperty();
    }

    /** What is being tried, beside what holds. */
    ReadOnlyObjectProperty<Outcome<Trial>> trial() {
        return trial.getReadOnlyProperty();
    }

    /** The answer that was kept just now, while it can still be taken back as the last thing decided. */
    ReadOnlyObjectProperty<Optional<String>> kept() {
        return kept.getReadOnlyProperty();
    }

    /** The answer that is being tried. */
    Optional<Choice> choice() {
        return choice;
    }

    /** Tries an answer; what the person decided stays as it is. */
    void attempt(Choice tried) {
        Optional<Advice> before = session.advice().get().ready();
        if (before.isEmpty()) {
            return;
        }
        stop();
        kept.set(Optional.empty());
        choice = Optional.of(tried);
        trial.set(new Outcome.Working<>(trial.get().known()));
        Optional<Project> project = session.opened();
        Answers answers = session.decisions().get().wishes().answers().with(tried.question(), tried.asArray());
        running = Tasks.create(progress ->
                        Trials.compare(tried, before.get(), session.workbench().advise(project, answers)))
                .quietly()
                .onSuccess(compared -> trial.set(new Outcome.Ready<>(compared)))
                .onError(failure -> trial.set(new Outcome.Failed<>(failure, Optional.empty())))
                .runOn(session.tasks());
    }

    /** Makes the answer that is being tried the person's own. */
    void keep() {
        choice.ifPresent(tried -> {
            putBack();
            session.decide(decisions -> decisions.answering(tried.question(), tried.asArray()));
            afterKeeping = session.decisions().get();
            kept.set(Optional.of(tried.text()));
        });
    }

    /** Forgets what was tried. */
    void putBack() {
        stop();
        choice = Optional.empty();
        trial.set(new Outcome.Nothing<>());
    }

    /** Takes the answer that was kept back. */
    void undoKeeping() {
        if (kept.get().isPresent()) {
            session.undo();
        }
    }

    List<Choice> choices(Question question) {
        return tryable.get().map(may -> may.of(question)).orElse(List.of());
    }

    private void adviceIs(Advice advice) {
        tryable.set(Optional.of(new Tryable(advice.situation(), pythons)));
        choice.ifPresent(tried -> {
            if (advice.situation().values(tried.question()).equals(tried.values())) {
                putBack();
            } else {
                attempt(tried);
            }
        });
    }

    private void decisionsAre(Decisions now) {
        if (!now.equals(afterKeeping)) {
            kept.set(Optional.empty());
        }
    }

    private void stop() {
        if (running != null) {
            running.cancel();
        }
    }
}
