package org.specimen.app;

import java.util.Optional;
import org.specimen.advice.Stack;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.EnvironmentMaker;
import org.specimen.proof.MadeEnvironment;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Trouble;
import org.specimen.task.Progress;

/** Stands where environments of a stack cannot be made yet. */
record NoMaker(Stack stack) implements EnvironmentMaker {

    private static final String WHAT_TO_DO = "ENVIRONMENT.md says what to type.";

    @Override
    public Optional<Trouble> obstacle(MakeRequest request) {
        return Optional.of(
                new Trouble("Specimen does not make environments of " + stack.title() + " itself yet.", WHAT_TO_DO));
    }

    @Override
    public MadeEnvironment make(MakeRequest request, ProofListener listener, Progress progress) {
        throw new OutsideFailure(obstacle(request).orElseThrow().text());
    }
}
