package org.specimen.ui.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.specimen.advice.Stack;
import org.specimen.app.Project;
import org.specimen.app.ProofWishes;
import org.specimen.proof.LogLine;
import org.specimen.proof.Proof;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;
import org.specimen.proof.Verdict;
import org.specimen.ui.session.Services;
import org.specimen.ui.task.Running;
import org.specimen.ui.task.Tasks;
import org.specimen.ui.text.Texts;

/** A trial under way, and what came of the last one. */
final class RunModel {

    private static final Texts TEXTS = Texts.of(RunModel.class);

    /** More would be let go of by the log at once. */
    private static final int MOST_WAITING = 200_000;

    private final Services services;
    private final StationsModel stations;
    private final LogModel log = new LogModel();
    private final LogSearch search;
    private final ReadOnlyObjectWrapper<TrialState> state = new ReadOnlyObjectWrapper<>(new TrialState.SettingOut());
    private final ReadOnlyObjectWrapper<Optional<String>> notSaved = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Stack stack = Stack.VENV;
    private @Nullable Running running;
    /** Counts the trials: what an earlier one still says is not heard. */
    private int trials;

    RunModel(Services services) {
        this.services = services;
        stations = new StationsModel(services.clock());
        search = new LogSearch(log, services.tasks());
    }

    ReadOnlyObjectProperty<TrialState> state() {
        return state.getReadOnlyProperty();
    }

    StationsModel stations() {
        return stations;
    }

    LogModel log() {
        return log;
    }

    LogSearch search() {
        return search;
    }

    /** Why the log was not saved. */
    ReadOnlyObjectProperty<Optional<String>> notSaved() {
        return notSaved.getReadOnlyProperty();
    }

    /** What the stations of the trial are called. */
    StationNames names() {
        return new StationNames(stack);
    }

    boolean isUnderWay() {
        return state.get() instanceof TrialState.UnderWay;
    }

    void start(Project project, Stack with, ProofWishes wishes) {
        stack = with;
        trials++;
        int mine = trials;
        search.clear();
        log.clear();
        notSaved.set(Optional.empty());
        stations.begin(stack);
        state.set(new TrialState.UnderWay(false));
        ProofFeed feed = new ProofFeed(services.tasks()::onScreen, new Told(mine), MOST_WAITING);
        StationNames names = names();
        running = Tasks.create(progress ->
                        services.proofs().prove(project, wishes, new BarFeed(feed, names, progress), progress))
                .saying(names.of(Station.TOOL))
                .counting((what, done, total) -> what)
                .cleaningUp()
                .onSuccess(proof -> {
                    if (mine == trials) {
                        ended(project, proof);
                    }
                })
                .onError(failure -> over(mine, StationState.FAILED, new TrialState.Broken(failure)))
                .onCancel(() -> over(mine, StationState.CANCELLED, new TrialState.Stopped()))
                .runOn(services.tasks());
        if (!isUnderWay()) {
            running = null;
        }
    }

    private void over(int trial, StationState end, TrialState outcome) {
        if (trial == trials) {
            running = null;
            stations.stopped(end);
            state.set(outcome);
        }
    }

    private void ended(Project project, Proof proof) {
        TrialState.Ended end = new TrialState.Ended(proof, Optional.empty());
        // Where it failed is the station that did not come to its end.
        over(trials, proof.verdict() == Verdict.FAILED ? StationState.FAILED : StationState.DONE, end);
        Tasks.create(progress -> services.proofs().report(project.folder()))
                .quietly()
                .onSuccess(report -> {
                    if (end.equals(state.get())) {
                        state.set(new TrialState.Ended(proof, report));
                    }
                })
                .runOn(services.tasks());
    }

    /** Goes back to what is tried; the log of the last trial stays until the next. */
    void setOut() {
        if (!isUnderWay()) {
            state.set(new TrialState.SettingOut());
        }
    }

    /** Stops what is under way, and forgets it. */
    void forget() {
        if (running != null) {
            running.cancel();
            running = null;
        }
        trials++;
        search.clear();
        log.clear();
        notSaved.set(Optional.empty());
        state.set(new TrialState.SettingOut());
    }

    /** Some time went by. */
    void tick() {
        stations.tick();
        if (running != null && running.isCancelled() && isUnderWay()) {
            state.set(new TrialState.UnderWay(true));
        }
    }

    /** Saves the log where the person wants it. */
    void saveLog(Optional<Path> start) {
        services.desktop()
                .chooseFileToSave(TEXTS.get("log.save.title"), start, "specimen-log.txt")
                .ifPresent(this::saveLog);
    }

    private void saveLog(Path file) {
        String text = log.text(names());
        notSaved.set(Optional.empty());
        Tasks.create(progress -> write(file, text))
                .saying(TEXTS.get("log.saving"))
                .toTheEnd()
                .onError(failure -> notSaved.set(Optional.of(failure.message())))
                .runOn(services.tasks());
    }

    private static Path write(Path file, String text) {
        try {
            return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Hears of one trial. */
    private final class Told implements ProofFeed.Screen {
        private final int trial;

        Told(int trial) {
            this.trial = trial;
        }

        @Override
        public void stationChanged(Station station, StationState now, String summary, Duration took) {
            if (trial == trials) {
                stations.changed(station, now, summary, took);
            }
        }

        @Override
        public void progressed(Station station, String what, long done, long total) {
            if (trial == trials) {
                stations.progressed(station, what, done, total);
            }
        }

        @Override
        public void logged(List<LogLine> batch, long lost) {
            if (trial == trials) {
                long end = log.said();
                log.add(batch, lost);
                search.saidSince(end);
            }
        }
    }
}
