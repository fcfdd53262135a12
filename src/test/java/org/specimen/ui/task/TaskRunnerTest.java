package org.specimen.ui.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.specimen.problem.OutsideFailure;
import org.specimen.task.Progress;

class TaskRunnerTest {

    private final ByHand hands = new ByHand();
    private final List<String> heard = new ArrayList<>();

    @Test
    void bringsTheResultToTheScreenAndEndsWithTheLastWord() {
        task(progress -> "42 files").runOn(hands.runner());

        hands.work();
        assertThat(heard).isEmpty();

        hands.show();
        assertThat(heard).containsExactly("success 42 files", "finally");
        assertThat(hands.logged()).isEmpty();
    }

    @Test
    void tellsAFailureOfTheWorldInItsOwnWordsAndLogsItOnce() {
        OutsideFailure full = new OutsideFailure("The disk is full. Make room.");
        task(progress -> {
                    throw full;
                })
                .runOn(hands.runner());

        hands.finish();

        assertThat(heard).containsExactly("error The disk is full. Make room.", "finally");
        assertThat(hands.logged()).containsExactly(full);
    }

    static Stream<Throwable> faults() {
        return Stream.of(
                new StackOverflowError("too deep"),
                new OutOfMemoryError("Java heap space"),
                new NoClassDefFoundError("org/specimen/Missing"),
                new IllegalStateException("broken inside"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultInSpecimenIsCalledOneAndLoggedOnce(Throwable fault) {
        task(progress -> {
                    if (fault instanceof Error error) {
                        throw error;
                    }
                    throw (RuntimeException) fault;
                })
                .runOn(hands.runner());

        hands.finish();

        assertThat(heard).hasSize(2).endsWith("finally");
        assertThat(heard.get(0)).startsWith("error This is a fault in Specimen").contains(fault.toString());
        assertThat(hands.logged()).containsExactly(fault);
        assertThat(hands.runner().activity().get()).isEmpty();
    }

    @Test
    void showsTheLatestActivityOnlyHoweverOftenItIsTold() {
        task(progress -> {
                    for (int done = 1; done <= 30_000; done++) {
                        progress.doing("reading", done, 30_000);
                    }
                    return "read";
                })
                .runOn(hands.runner());
        hands.work();

        assertThat(hands.waitingOnScreen()).isEqualTo(2);
        List<Optional<Activity>> seen = new ArrayList<>();
        hands.runner().activity().addListener((property, old, now) -> seen.add(now));
        hands.show();
        assertThat(seen)
                .containsExactly(
                        Optional.of(new Activity("reading: 30000 of 30000", 30_000, 30_000)), Optional.empty());
    }

    @Test
    void shortWorkIsNeverShown() {
        List<Runnable> moments = new ArrayList<>();
        TaskRunner runner = hands.runner(moments::add);
        task(progress -> "42 files").saying("reading").runOn(runner);

        assertThat(runner.activity().get()).isEmpty();
        assertThat(runner.isWorking()).isTrue();
        hands.finish();
        moments.forEach(Runnable::run);

        assertThat(runner.activity().get()).isEmpty();
        assertThat(runner.isWorking()).isFalse();
    }

    @Test
    void longerWorkIsShownWithWhatItIsDoing() {
        List<Runnable> moments = new ArrayList<>();
        TaskRunner runner = hands.runner(moments::add);
        task(progress -> "42 files").saying("reading").runOn(runner);

        moments.forEach(Runnable::run);

        assertThat(runner.activity().get()).contains(new Activity("reading", 0, 0, true));
    }

    @Test
    void whatMustGoToItsEndIsNotCancelled() {
        task(progress -> {
                    progress.checkCancelled();
                    return "written";
                })
                .toTheEnd()
                .runOn(hands.runner());

        hands.runner().cancelAll();
        assertThat(hands.runner().activity().get().orElseThrow().mayCancel()).isFalse();
        hands.finish();

        assertThat(heard).containsExactly("success written", "finally");
    }

    @Test
    void cancelReachesTheWorkAndOnlyTheCancellationIsHeardOf() {
        task(progress -> {
                    progress.checkCancelled();
                    return "read";
                })
                .runOn(hands.runner());

        hands.runner().cancelAll();
        hands.finish();

        assertThat(heard).containsExactly("cancelled", "finally");
        assertThat(hands.logged()).isEmpty();
        assertThat(hands.runner().activity().get()).isEmpty();
    }

    @Test
    void aResultThatComesAfterCancelIsDropped() {
        Running running = task(progress -> "too late").runOn(hands.runner());
        hands.work();

        running.cancel();
        hands.show();

        assertThat(heard).containsExactly("cancelled", "finally");
    }

    @Test
    void aFailureThatComesAfterCancelIsNoFailure() {
        Running running = task(progress -> {
                    throw new OutsideFailure("interrupted");
                })
                .runOn(hands.runner());
        running.cancel();

        hands.finish();

        assertThat(heard).containsExactly("cancelled", "finally");
    }

    @Test
    void quietWorkShowsNoActivityAndIsNotCancelledWithTheRest() {
        task(progress -> {
                    progress.doing("saving", 1, 2);
                    return "saved";
                })
                .quietly()
                .runOn(hands.runner());

        assertThat(hands.runner().activity().get()).isEmpty();
        hands.runner().cancelAll();
        hands.finish();

        assertThat(heard).containsExactly("success saved", "finally");
    }

    @Test
    void whenTheNewestWorkEndsTheOlderIsShownAgain() {
        TaskRunner runner = hands.runner();
        Tasks.create(progress -> {
                    progress.doing("reading", 1, 9);
                    return "";
                })
                .runOn(runner);
        Tasks.create(progress -> {
                    progress.doing("searching", 2, 3);
                    return "";
                })
                .runOn(runner);

        hands.workOnTheNewest();
        hands.show();

        assertThat(runner.activity().get()).contains(new Activity("", 0, 0));
    }

    @Test
    void progressOfWorkThatEndedIsNotShown() {
        List<Progress> kept = new ArrayList<>();
        task(progress -> {
                    kept.add(progress);
                    return "read";
                })
                .runOn(hands.runner());
        hands.finish();

        kept.get(0).doing("still here", 1, 2);
        hands.finish();

        assertThat(hands.runner().activity().get()).isEmpty();
    }

    @Test
    void aHandlerThatFailsIsNoFailureOfTheWorkAndTheEndIsTold() {
        Tasks.Task<String> task = task(progress -> "read").onSuccess(result -> {
            heard.add("success " + result);
            throw new IllegalStateException("cannot show it");
        });
        task.runOn(hands.runner());
        hands.work();

        assertThatThrownBy(hands::show).isInstanceOf(IllegalStateException.class);

        assertThat(heard).containsExactly("success read", "finally");
        assertThat(hands.runner().activity().get()).isEmpty();
    }

    @Test
    void aHandlerThatFailsAtOnceIsNotHeardOfTwice() {
        Tasks.Task<String> task = task(progress -> "read").onSuccess(result -> {
            heard.add("success " + result);
            throw new IllegalStateException("cannot show it");
        });

        assertThatThrownBy(() -> task.runOn(TaskRunner.immediate())).isInstanceOf(IllegalStateException.class);

        assertThat(heard).containsExactly("success read", "finally");
    }

    @Test
    void workThatCannotBeStartedIsAFailureLikeAnyOther() {
        TaskRunner noThreads = new TaskRunner(
                work -> {
                    throw new RejectedExecutionException("no thread is left");
                },
                Runnable::run,
                hands.logged()::add);

        task(progress -> "read").runOn(noThreads);

        assertThat(heard).hasSize(2);
        assertThat(heard.get(0)).startsWith("error").contains("no thread is left");
        assertThat(noThreads.activity().get()).isEmpty();
        assertThat(hands.logged()).hasSize(1);
    }

    @Test
    void copiesNoLoginWithTheDetails() {
        Failure failure = Failure.of(new OutsideFailure(
                "There is no answer from https://ada:s3cret@pypi.example.org/simple/.",
                new IOException("https://pypi.example.org/simple/?token=s3cret")));

        assertThat(failure.message()).contains("pypi.example.org").doesNotContain("s3cret");
        assertThat(failure.details()).contains("pypi.example.org").doesNotContain("s3cret");
    }

    private Tasks.Task<String> task(Function<Progress, String> work) {
        return Tasks.create(work)
                .onSuccess(result -> heard.add("success " + result))
                .onError(failure -> heard.add("error " + failure.message()))
                .onCancel(() -> heard.add("cancelled"))
                .andFinally(() -> heard.add("finally"));
    }

    @Test
    void workThatWasTakenOutOfTheBarIsAwaitedAndStopsWithTheWindowAlone() {
        ByHand hands = new ByHand();
        TaskRunner runner = hands.runner();
        Running server = Tasks.create(progress -> "served")
                .saying("serving")
                .cleaningUp()
                .runOn(runner);
        Running build = Tasks.create(progress -> "built").saying("building").runOn(runner);

        runner.hide(build);
        assertThat(runner.activity().get().orElseThrow().what()).isEqualTo("serving");
        runner.hide(server);
        assertThat(runner.activity().get()).isEmpty();
        assertThat(runner.isWorking()).isTrue();

        runner.cancelAllInBar();
        assertThat(server.isCancelled()).isFalse();
        runner.cancelAll();
        assertThat(server.isCancelled()).isTrue();
        assertThat(runner.mustBeAwaited()).isTrue();
        hands.finish();
        assertThat(runner.mustBeAwaited()).isFalse();
    }
}
