package org.specimen.ui.packages;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.specimen.app.Proposal;
import org.specimen.app.Wishes;
import org.specimen.plan.PlannedPackage;
import org.specimen.problem.Conflict.Change;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.resolve.Assurance;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Session;
import org.specimen.ui.text.Texts;

/** What is known of whether everything fits together, and the ways out where it does not. */
final class FitModel {

    private static final Texts TEXTS = Texts.of(FitModel.class);

    private final Session session;
    private final RowsModel rows;
    private final AddingModel adding;
    private final EditingModel editing;
    private final PythonModel python;
    private final FitReport report = new FitReport(new Ways(), this::asked);
    private final ReadOnlyObjectWrapper<Fit> fit = new ReadOnlyObjectWrapper<>(Fit.of(Fit.Kind.EMPTY, "", ""));

    private final ReadOnlyObjectWrapper<Optional<String>> outage = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param rows hears of a proposal before this does */
    FitModel(Session session, RowsModel rows, AddingModel adding, EditingModel editing, PythonModel python) {
        this.session = session;
        this.rows = rows;
        this.adding = adding;
        this.editing = editing;
        this.python = python;
        session.proposal().addListener((property, old, now) -> proposed(now));
        proposed(session.proposal().get());
        // What is asked for is known a moment after the refusal.
        rows.now().addListener((property, old, now) -> {
            if (session.proposal().get() instanceof Outcome.Failed<Proposal>) {
                proposed(session.proposal().get());
            }
        });
    }

    /** What could not be reached when versions were chosen; empty where that does not matter. */
    ReadOnlyObjectProperty<Optional<String>> outage() {
        return outage.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Fit> fit() {
        return fit.getReadOnlyProperty();
    }

    /** Chooses versions once more, after a fault or a Cancel. */
    void tryAgain() {
        session.tryAgain();
    }

    private void proposed(Outcome<Proposal> now) {
        if (now instanceof Outcome.Ready<Proposal> ready) {
            fit.set(known(ready.result().lock().assurance()));
            outage.set(rows.chosen() == 0 ? Optional.empty() : ready.result().outage());
        } else if (now instanceof Outcome.Failed<Proposal> failed) {
            outage.set(Optional.empty());
            fit.set(report.of(failed.failure()));
        } else if (now instanceof Outcome.Working<Proposal> working
                && working.last().isEmpty()) {
            fit.set(Fit.of(Fit.Kind.WORKING, "", TEXTS.get("fit.working")));
        } else if (now instanceof Outcome.Nothing<Proposal>) {
            outage.set(Optional.empty());
            fit.set(Fit.of(Fit.Kind.EMPTY, "", ""));
        }
    }

    private Optional<String> asked(PackageName name) {
        return rows.planned(name)
                .map(planned -> planned.requirement().specifiers().toString())
                .filter(versions -> !versions.isEmpty())
                .map(RowTexts::asked);
    }

    private Fit known(Assurance assurance) {
        if (rows.chosen() == 0) {
            return Fit.of(Fit.Kind.EMPTY, "", "");
        }
        return switch (assurance.level()) {
            case CONFIRMED -> Fit.of(Fit.Kind.FITS, "", assurance.summary());
            case UNTRIED -> Fit.of(Fit.Kind.UNTRIED, "", TEXTS.get("fit.untried", assurance.summary()));
            case CLASHING -> report.of(assurance);
        };
    }

    /** The ways out of what does not fit. */
    private final class Ways implements FitReport.Ways {

        @Override
        public void useInstead(PackageName name, PackageName other) {
            editing.useInstead(name, other);
        }

        @Override
        public void confirmName(PackageName name) {
            editing.confirmName(name);
        }

        @Override
        public void takeVersion(PackageName name, String version) {
            Version.tryParse(version).map(SpecifierSet::exactly).ifPresent(exact -> take(name, exact));
        }

        @Override
        public void takeNewest(PackageName name) {
            take(name, SpecifierSet.ANY);
        }

        private void take(PackageName name, SpecifierSet versions) {
            editing.take(there(name), versions);
        }

        @Override
        public void nameVersion(PackageName name) {
            adding.nameVersion(name);
        }

        @Override
        public void leaveOut(PackageName name) {
            editing.leaveOut(name);
        }

        @Override
        public void settle(List<Change> changes, String words) {
            List<UnaryOperator<Wishes>> all = changes.stream().map(this::wished).toList();
            session.wish(wishes -> {
                Wishes settled = wishes;
                for (UnaryOperator<Wishes> one : all) {
                    settled = one.apply(settled);
                }
                return settled;
            });
            editing.tellDone(TEXTS.get("settled", words));
        }

        private UnaryOperator<Wishes> wished(Change change) {
            if (change.kind() == Change.Kind.USE_PYTHON) {
                return wishes -> wishes.withPython(Optional.of(change.value()));
            }
            PackageName name = PackageName.of(change.subject());
            if (change.kind() == Change.Kind.LEAVE_OUT) {
                return PackageChanges.leaveOut(name, rows.isFound(name));
            }
            rows.freshen(name.value());
            return PackageChanges.take(List.of(
                    PackageChanges.withVersions(there(name), SpecifierSet.exactly(Version.parse(change.value())))));
        }

        private PlannedPackage there(PackageName name) {
            return rows.planned(name).orElseGet(() -> PackageChanges.asked(Requirement.of(name), ""));
        }

        @Override
        public void takePython(String minor) {
            python.choose(Optional.of(minor));
        }
    }
}
