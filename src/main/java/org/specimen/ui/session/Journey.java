package org.specimen.ui.session;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which step the person is at, and how the others stand to it. */
public final class Journey {

    private final Session session;
    private final ReadOnlyObjectWrapper<Step> current = new ReadOnlyObjectWrapper<>(Step.PROJECT);
    private final ReadOnlyObjectWrapper<Map<Step, StepState>> states = new ReadOnlyObjectWrapper<>(Map.of());
    private final Set<Step> reached = EnumSet.of(Step.PROJECT);
    private final Map<Step, List<Object>> seen = new EnumMap<>(Step.class);

    public Journey(Session session) {
        this.session = session;
        session.decisions().addListener((property, old, now) -> refresh());
        session.project().addListener((property, old, now) -> projectChanged());
        session.withoutProject().addListener((property, old, now) -> projectChanged());
        session.projects().addListener((property, old, now) -> anotherProject());
        session.advice().addListener((property, old, now) -> refresh());
        session.proposal().addListener((property, old, now) -> refresh());
        session.preview().addListener((property, old, now) -> refresh());
        refresh();
    }

    public ReadOnlyObjectProperty<Step> current() {
        return current.getReadOnlyProperty();
    }

    /** The state of every step. */
    public ReadOnlyObjectProperty<Map<Step, StepState>> states() {
        return states.getReadOnlyProperty();
    }

    public Set<Step> reached() {
        return Collections.unmodifiableSet(reached);
    }

    /** Whether the step has been reached, so that the person may go to it directly. */
    public boolean mayGo(Step step) {
        return reached.contains(step);
    }

    /** Goes to a step that has been reached; to another one it does nothing. */
    public void go(Step step) {
        if (mayGo(step)) {
            enter(step);
        }
    }

    /** Goes to the next step, where there is one. */
    public void next() {
        beside(1).ifPresent(this::enter);
    }

    public void back() {
        beside(-1).ifPresent(this::enter);
    }

    /** Goes on where a saved draft was left. */
    public void resume(Step step, Set<Step> before) {
        reached.addAll(before);
        reached.forEach(one -> seen.put(one, session.inputsOf(one)));
        enter(step);
    }

    private Optional<Step> beside(int distance) {
        List<Step> all = List.of(Step.values());
        int place = all.indexOf(current.get()) + distance;
        return place >= 0 && place < all.size() ? Optional.of(all.get(place)) : Optional.empty();
    }

    private void enter(Step step) {
        seen.put(current.get(), session.inputsOf(current.get()));
        reached.add(step);
        seen.put(step, session.inputsOf(step));
        current.set(step);
        refresh();
    }

    /**
     * Another project: nothing of it has been looked at. Where it takes the place of one that was no use, at a later step,
     * the person stays there.
     */
    private void anotherProject() {
        if (current.get() == Step.PROJECT) {
            reached.retainAll(EnumSet.of(Step.PROJECT));
            seen.clear();
        }
        refresh();
    }

    /** Without any project there is nothing to go on with. */
    private void projectChanged() {
        boolean gone = !session.hasStarted() && session.project().get().known().isEmpty();
        if (gone) {
            reached.retainAll(EnumSet.of(Step.PROJECT));
            current.set(Step.PROJECT);
        }
        refresh();
    }

    private void refresh() {
        Map<Step, StepState> now = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            now.put(step, state(step));
        }
        states.set(Collections.unmodifiableMap(now));
    }

    private StepState state(Step step) {
        if (step == current.get()) {
            return StepState.CURRENT;
        }
        if (!reached.contains(step)) {
            return StepState.AHEAD;
        }
        if (session.failed(step)) {
            return StepState.UNFINISHED;
        }
        boolean changed = !session.inputsOf(step).equals(seen.getOrDefault(step, List.of()));
        return changed ? StepState.OUT_OF_DATE : StepState.DONE;
    }
}
