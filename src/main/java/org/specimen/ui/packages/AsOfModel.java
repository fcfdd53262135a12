package org.specimen.ui.packages;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.specimen.app.Project;
import org.specimen.index.Months;
import org.specimen.ui.session.Session;
import org.specimen.ui.text.Texts;

/** The month whose packages are brought back, for a project that nobody pinned then; and whether pins are renewed. */
final class AsOfModel {

    /** In this month came the first release of NumPy that PyPI has. */
    static final YearMonth FIRST = YearMonth.of(2006, 12);

    private static final Texts TEXTS = Texts.of(AsOfModel.class);

    private final Session session;
    private final EditingModel editing;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<Optional<YearMonth>> suggested = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> upgrades = new ReadOnlyObjectWrapper<>(false);
    private final ReadOnlyObjectWrapper<Boolean> canUpgrade = new ReadOnlyObjectWrapper<>(false);

    AsOfModel(Session session, EditingModel editing, InstantSource clock) {
        this.session = session;
        this.editing = editing;
        this.clock = clock;
        session.project().addListener((property, old, now) -> refresh());
        session.decisions().addListener((property, old, now) -> refresh());
        refresh();
    }

    /** Empty where versions are those of today. */
    ObservableValue<Optional<YearMonth>> month() {
        return session.decisions().map(decisions -> decisions.wishes().asOf().map(YearMonth::from));
    }

    /** The month of an old project's last commit, where nobody wrote its versions down and none is chosen yet. */
    ReadOnlyObjectProperty<Optional<YearMonth>> suggested() {
        return suggested.getReadOnlyProperty();
    }

    private void refresh() {
        upgrades.set(session.decisions().get().wishes().upgrade());
        canUpgrade.set(session.project().get().ready().flatMap(Project::plan).isPresent());
        suggested.set(
                session.decisions().get().wishes().asOf().isPresent()
                        ? Optional.empty()
                        : session.project()
                                .get()
                                .ready()
                                .flatMap(session.workbench()::lastWorkedOn)
                                .map(YearMonth::from)
                                .filter(this::canChoose));
    }

    /** Whether versions that are pinned are chosen anew. */
    ReadOnlyObjectProperty<Boolean> upgrades() {
        return upgrades.getReadOnlyProperty();
    }

    /** Whether there is something that could be chosen anew. */
    ReadOnlyObjectProperty<Boolean> canUpgrade() {
        return canUpgrade.getReadOnlyProperty();
    }

    void upgrade(boolean wanted) {
        if (wanted != upgrades.get()) {
            session.wish(wishes -> wishes.withUpgrade(wanted));
            editing.tellDone(TEXTS.get(wanted ? "upgrade.taken" : "upgrade.left"));
        }
    }

    YearMonth now() {
        return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    }

    /** Whether a month has been, and packages were there. */
    boolean canChoose(YearMonth month) {
        return month.isBefore(now()) && !month.isBefore(FIRST);
    }

    /** Takes versions as they were at the end of a month. */
    void choose(YearMonth month) {
        if (canChoose(month)) {
            take(Optional.of(month.atEndOfMonth()), TEXTS.get("as-of.taken", Months.named(month)));
        }
    }

    void chooseToday() {
        take(Optional.empty(), TEXTS.get("as-of.today-taken"));
    }

    private void take(Optional<LocalDate> day, String text) {
        session.wish(wishes -> wishes.withAsOf(day));
        editing.tellDone(text);
    }
}
