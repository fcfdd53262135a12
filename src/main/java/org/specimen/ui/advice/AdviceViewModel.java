package org.specimen.ui.advice;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.specimen.advice.Stack;
import org.specimen.app.Advice;
import org.specimen.app.MissingPython;
import org.specimen.app.Project;
import org.specimen.app.Proposal;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Refusal;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.task.Failure;

/** The step that says which stack fits, and why. */
public final class AdviceViewModel implements StepModel {

    /**
     * No Python is what the project asks for.
     *
     * @param what what it asks for
     * @param instead those that can be taken, the best first
     */
    record NoPython(String what, List<String> instead) {}

    private static final int OFFERED = 2;

    private final Services services;
    private final Session session;
    private final WhatIfModel whatIf;
    private final ReadOnlyObjectWrapper<Optional<NoPython>> noPython = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Outcome<AdvicePage>> page =
            new ReadOnlyObjectWrapper<>(new Outcome.Nothing<>());

    public AdviceViewModel(Services services) {
        this.services = services;
        session = services.session();
        whatIf = new WhatIfModel(session, services.catalogue().pythonReleases());
        session.advice().addListener((property, old, now) -> refresh());
        session.decisions().addListener((property, old, now) -> refresh());
        session.proposal().addListener((property, old, now) -> refresh());
        session.proposal().addListener((property, old, now) -> refreshPython(now));
        refreshPython(session.proposal().get());
        refresh();
    }

    ReadOnlyObjectProperty<Outcome<AdvicePage>> page() {
        return page.getReadOnlyProperty();
    }

    /** Empty where there is a Python to take. */
    ReadOnlyObjectProperty<Optional<NoPython>> noPython() {
        return noPython.getReadOnlyProperty();
    }

    /** Works the advice out once more. */
    void tryAgain() {
        session.tryAgain();
    }

    WhatIfModel whatIf() {
        return whatIf;
    }

    /** Takes a stack; the advised one is no wish, so that it follows the answers. */
    void choose(Stack stack) {
        session.advice().get().known().ifPresent(known -> {
            Stack byItself = withoutWish(known);
            session.wish(wishes -> wishes.withStack(stack == byItself ? Optional.empty() : Optional.of(stack)));
        });
    }

    /** Takes a Python that there is: the person's decision, like any other. */
    void takePython(String minor) {
        session.wish(wishes -> wishes.withPython(Optional.of(minor)));
    }

    void goToSituation() {
        services.journey().go(Step.SITUATION);
    }

    void copy(String text) {
        services.desktop().copy(text);
    }

    /** Opens a page in the browser; the address comes without {@code https://}. */
    void browse(String address) {
        services.desktop().browse("https://" + address);
    }

    /** While versions are chosen anew, what is said stays. */
    private void refreshPython(Outcome<Proposal> proposal) {
        if (!(proposal instanceof Outcome.Working<Proposal>)) {
            noPython.set(proposal.whyNot()
                    .flatMap(Failure::problem)
                    .filter(NoSolution.class::isInstance)
                    .map(NoSolution.class::cast)
                    .flatMap(none -> none.refusals().stream()
                            .filter(refusal -> refusal.kind() == Refusal.Kind.NO_SUCH_PYTHON)
                            .findFirst())
                    .map(refusal -> new NoPython(
                            refusal.what(),
                            refusal.suggestions().stream().limit(OFFERED).toList())));
        }
    }

    private void refresh() {
        page.set(shown(session.advice().get()));
    }

    private Outcome<AdvicePage> shown(Outcome<Advice> advice) {
        Optional<AdvicePage> known = advice.known().map(this::page);
        if (advice instanceof Outcome.Failed<Advice> failed) {
            return new Outcome.Failed<>(failed.failure(), known);
        }
        if (advice instanceof Outcome.Working<Advice>) {
            return new Outcome.Working<>(known);
        }
        return known.<Outcome<AdvicePage>>map(Outcome.Ready::new).orElseGet(Outcome.Nothing::new);
    }

    private AdvicePage page(Advice advice) {
        Optional<Stack> wished = session.decisions().get().wishes().stack();
        return AdvicePages.of(advice, wished.orElseGet(() -> withoutWish(advice)), missingPython());
    }

    private Optional<MissingPython> missingPython() {
        return session.proposal()
                .get()
                .known()
                .flatMap(proposal -> session.workbench().missingPython(session.opened(), proposal.plan()));
    }

    /** What holds if nothing is wished: the stack of the plan while its answers hold, else the advised one. */
    private Stack withoutWish(Advice advice) {
        return session.project()
                .get()
                .known()
                .flatMap(Project::plan)
                .filter(plan -> plan.answers()
                        .overriddenBy(session.decisions().get().wishes().answers())
                        .equals(plan.answers()))
                .map(EnvironmentPlan::stack)
                .orElse(advice.recommendation().stack());
    }
}
