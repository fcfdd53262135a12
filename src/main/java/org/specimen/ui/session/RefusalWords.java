package org.specimen.ui.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Refusal;
import org.specimen.python.PackageName;
import org.specimen.ui.task.Failure;
import org.specimen.ui.text.Texts;

/** Says in plain words what cannot be had, without what to do: the buttons of a page say that. */
public final class RefusalWords {

    private static final Texts TEXTS = Texts.of(RefusalWords.class);

    private RefusalWords() {}

    /** What is refused, one by one; empty where the failure is of another kind. */
    private static List<Refusal> refusals(Failure failure) {
        return failure.problem()
                .filter(NoSolution.class::isInstance)
                .map(unsolved -> ((NoSolution) unsolved).refusals())
                .orElse(List.of());
    }

    /** The failure in plain words, a line for each refusal. */
    public static Failure plain(Failure failure) {
        List<Refusal> refusals = refusals(failure);
        return refusals.isEmpty()
                ? failure
                : new Failure(
                        refusals.stream()
                                .map(refusal -> of(refusal, name -> Optional.empty()))
                                .collect(Collectors.joining("\n")),
                        failure.problem(),
                        failure.details());
    }

    /**
     * A refusal in plain words.
     *
     * @param asked the versions of a package that are asked for, as a person reads them
     */
    public static String of(Refusal refusal, Function<PackageName, Optional<String>> asked) {
        Optional<String> versions = PackageName.tryOf(refusal.subject()).flatMap(asked);
        String name = refusal.subject();
        Optional<String> meant = refusal.suggestions().stream().findFirst();
        return switch (refusal.kind()) {
            case UNKNOWN_NAME, QUESTIONABLE_NAME ->
                meant.map(other -> TEXTS.get("unknown.similar", name, other))
                        .orElseGet(() -> TEXTS.get("unknown", name));
            case NO_SUCH_VERSION ->
                versions.map(known -> meant.map(other -> TEXTS.get("no-version.but", name, known, other))
                                .orElseGet(() -> TEXTS.get("no-version", name, known)))
                        .orElseGet(() -> meant.map(other -> TEXTS.get("no-such-version.but", name, other))
                                .orElseGet(() -> TEXTS.get("no-such-version", name)));
            case NOT_FOR_THIS_PYTHON -> {
                String whole = versions.map(known -> name + " " + known).orElse(name);
                yield meant.map(other -> TEXTS.get("python.but", whole, other))
                        .orElseGet(() -> TEXTS.get("python", whole));
            }
            case NO_SUCH_PYTHON -> refusal.what();
        };
    }
}
