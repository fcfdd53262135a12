package org.specimen.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.specimen.problem.Conflict;
import org.specimen.problem.Conflict.Change;
import org.specimen.problem.Conflict.Remedy;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Refusal;
import org.specimen.problem.Refusal.Kind;
import org.specimen.python.PackageName;
import org.specimen.resolve.Assurance;
import org.specimen.ui.packages.Fit.Problem;
import org.specimen.ui.session.RefusalWords;
import org.specimen.ui.task.Failure;
import org.specimen.ui.text.Texts;

/** Says in plain words what does not fit, and offers ways out. */
final class FitReport {

    private static final Texts TEXTS = Texts.of(FitReport.class);

    private static final int OFFERED = 2;

    /** What a way out does when it is taken. */
    interface Ways {

        void useInstead(PackageName name, PackageName other);

        void takeVersion(PackageName name, String version);

        void takeNewest(PackageName name);

        void nameVersion(PackageName name);

        void leaveOut(PackageName name);

        /** Says that the name is right. */
        void confirmName(PackageName name);

        void takePython(String minor);

        /**
         * Makes all changes at once.
         *
         * @param words what they are, for a person
         */
        void settle(List<Change> changes, String words);
    }

    private final Ways ways;
    private final Function<PackageName, Optional<String>> asked;

    /**
     * A report.
     *
     * @param asked the versions of a package that are asked for, as a person reads them
     */
    FitReport(Ways ways, Function<PackageName, Optional<String>> asked) {
        this.ways = ways;
        this.asked = asked;
    }

    Fit of(Failure failure) {
        Optional<NoSolution> unsolved = failure.problem()
                .flatMap(problem -> problem instanceof NoSolution no ? Optional.of(no) : Optional.empty());
        if (unsolved.isEmpty()) {
            return new Fit(Fit.Kind.FAULT, TEXTS.get("fit.fault"), "", List.of(), Optional.of(failure));
        }
        List<Refusal> refusals = unsolved.get().refusals();
        List<Problem> problems = new ArrayList<>();
        refusals.forEach(refusal -> problems.add(problem(refusal)));
        unsolved.get().conflicts().forEach(conflict -> problems.add(problem(conflict)));
        if (problems.isEmpty()) {
            problems.add(new Problem(failure.message(), List.of()));
        }
        return new Fit(
                Fit.Kind.DOES_NOT_FIT,
                TEXTS.counted("fit.not", problems.size()),
                TEXTS.get("fit.not-sentence"),
                problems,
                Optional.of(failure));
    }

    /** Versions that are chosen and known not to go together. */
    Fit of(Assurance assurance) {
        List<Problem> problems = assurance.clashes().stream().map(this::problem).toList();
        return new Fit(
                Fit.Kind.CLASHES,
                TEXTS.get("fit.clash"),
                problems.isEmpty() ? assurance.summary() : TEXTS.get("fit.clash-sentence"),
                problems,
                Optional.empty());
    }

    private Problem problem(Assurance.Clash clash) {
        PackageName name = clash.name();
        return new Problem(
                clash.sentence(),
                List.of(
                        new Fix(TEXTS.get("fix.choose", name), () -> ways.takeNewest(name)),
                        new Fix(TEXTS.get("fix.leave-out-name", name), () -> ways.leaveOut(name))));
    }

    private Problem problem(Conflict conflict) {
        return new Problem(
                conflict.what(),
                conflict.because(),
                conflict.remedies().stream()
                        .flatMap(remedy -> fix(remedy).stream())
                        .toList());
    }

    /** All changes of a remedy at once; none where one of them is of no distribution. */
    private Optional<Fix> fix(Remedy remedy) {
        List<String> words = remedy.changes().stream()
                .flatMap(change -> words(change).stream())
                .toList();
        String text = String.join(TEXTS.get("fix.and"), words);
        return words.isEmpty() || words.size() < remedy.changes().size()
                ? Optional.empty()
                : Optional.of(new Fix(text, () -> ways.settle(remedy.changes(), text)));
    }

    private Optional<String> words(Change change) {
        return switch (change.kind()) {
            case USE_PYTHON -> Optional.of(TEXTS.get("fix.python", change.value()));
            case USE_VERSION ->
                PackageName.tryOf(change.subject())
                        .map(name -> asked.apply(name)
                                .map(before -> TEXTS.get("fix.use-version-instead", name, change.value(), before))
                                .orElseGet(() -> TEXTS.get("fix.use-version", name, change.value())));
            case LEAVE_OUT -> PackageName.tryOf(change.subject()).map(name -> TEXTS.get("fix.leave-out-name", name));
        };
    }

    private Problem problem(Refusal refusal) {
        List<Fix> fixes = new ArrayList<>();
        Optional<PackageName> name = PackageName.tryOf(refusal.subject());
        Stream<String> offered = refusal.suggestions().stream().limit(OFFERED);
        switch (refusal.kind()) {
            case UNKNOWN_NAME ->
                name.ifPresent(wrong -> {
                    offered.flatMap(other -> PackageName.tryOf(other).stream())
                            .forEach(other -> fixes.add(
                                    new Fix(TEXTS.get("fix.instead", other), () -> ways.useInstead(wrong, other))));
                    fixes.add(new Fix(TEXTS.get("fix.name-version"), () -> ways.nameVersion(wrong)));
                });
            case QUESTIONABLE_NAME ->
                name.ifPresent(wrong -> {
                    offered.flatMap(other -> PackageName.tryOf(other).stream())
                            .forEach(other -> fixes.add(
                                    new Fix(TEXTS.get("fix.instead", other), () -> ways.useInstead(wrong, other))));
                    fixes.add(new Fix(TEXTS.get("fix.confirm", wrong), () -> ways.confirmName(wrong)));
                });
            case NO_SUCH_VERSION ->
                name.ifPresent(known -> {
                    offered.forEach(version -> fixes.add(
                            new Fix(TEXTS.get("fix.version", version), () -> ways.takeVersion(known, version))));
                    fixes.add(newest(known));
                });
            case NOT_FOR_THIS_PYTHON -> {
                offered.forEach(python -> fixes.add(python(python)));
                name.ifPresent(known -> fixes.add(newest(known)));
            }
            case NO_SUCH_PYTHON -> offered.forEach(python -> fixes.add(python(python)));
        }
        if (refusal.kind() != Kind.NO_SUCH_PYTHON) {
            name.ifPresent(wrong -> fixes.add(new Fix(TEXTS.get("fix.leave-out"), () -> ways.leaveOut(wrong))));
        }
        return new Problem(RefusalWords.of(refusal, asked), fixes);
    }

    private Fix newest(PackageName name) {
        return new Fix(TEXTS.get("fix.newest"), () -> ways.takeNewest(name));
    }

    private Fix python(String minor) {
        return new Fix(TEXTS.get("fix.python", minor), () -> ways.takePython(minor));
    }
}
