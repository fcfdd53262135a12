package org.specimen.ui.packages;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import org.specimen.index.Months;
import org.specimen.ui.session.Session;
import org.specimen.ui.text.Texts;

/** The month whose packages are brought back, for a project that nobody pinned then. */
final class AsOfModel {

    /** In this month came the first release of NumPy that PyPI has. */
    static final YearMonth FIRST = YearMonth.of(2006, 12);

    private static final Texts TEXTS = Texts.of(AsOfModel.class);

    private final Session session;
    private final EditingModel editing;
    private final InstantSource clock;

    AsOfModel(Session session, EditingModel editing, InstantSource clock) {
        this.session = session;
        this.editing = editing;
        this.clock = clock;
    }

    /** Empty where versions are those of today. */
    ObservableValue<Optional<YearMonth>> month() {
        return session.decisions().map(decisions -> decisions.wishes().asOf().map(YearMonth::from));
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
