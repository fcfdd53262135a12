package org.specimen.ui.packages;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.specimen.app.Project;
import org.specimen.app.Wishes;
import org.specimen.index.IndexRelease;
import org.specimen.plan.PackageManager;
import org.specimen.plan.PlannedPackage;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.ui.packages.Message.Tone;
import org.specimen.ui.packages.PackageRow.Kind;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.task.Tasks;
import org.specimen.ui.text.Texts;

/** Changes what is there: versions, origins, reasons, and whether it is wanted at all. */
final class EditingModel {

    private static final Texts TEXTS = Texts.of(EditingModel.class);

    private final Services services;
    private final Session session;
    private final PackageSearch search;
    private final RowsModel rows;
    private final Told told;

    EditingModel(Services services, PackageSearch search, RowsModel rows, Told told) {
        this.services = services;
        this.session = services.session();
        this.search = search;
        this.rows = rows;
        this.told = told;
    }

    void leaveOut(PackageRow row) {
        if (!row.canLeaveOut()) {
            return;
        }
        if (row.kind() == Kind.OPTION) {
            rows.plan()
                    .ifPresent(known ->
                            changed(PackageChanges.withoutJupyter(known), TEXTS.get("left-out.option", row.name())));
        } else {
            PackageName.tryOf(row.name()).ifPresent(this::leaveOut);
        }
    }

    void leaveOut(PackageName name) {
        boolean comesBack = rows.isFound(name);
        changed(
                PackageChanges.leaveOut(name, comesBack),
                TEXTS.get(comesBack ? "left-out.found" : "left-out.added", name));
    }

    void putBack(PackageRow row) {
        PackageName name = PackageName.of(row.name());
        boolean byPlan = rows.project()
                .flatMap(Project::plan)
                .filter(before -> before.leftOut().contains(name))
                .isPresent();
        rows.freshen(row.name());
        told.nothing();
        session.wish(
                byPlan
                        ? PackageChanges.take(List.of(PackageChanges.asked(
                                Requirement.of(name),
                                row.places().stream()
                                        .findFirst()
                                        .map(place -> TEXTS.get("why.used", place))
                                        .orElse(""))))
                        : PackageChanges.putBack(name));
    }

    /** The releases to choose from, newest first. */
    void versions(PackageRow row, Consumer<List<IndexRelease>> show) {
        row.planned()
                .ifPresent(planned -> Tasks.create(progress -> search.releases(planned.name()))
                        .quietly()
                        .onSuccess(show)
                        .onError(told::failed)
                        .runOn(services.tasks()));
    }

    /**
     * Asks for versions of a package.
     *
     * @param text a version, or specifiers such as {@code >=2,<3}; blank for the newest that fits
     */
    void changeVersion(PackageRow row, String text) {
        Optional<SpecifierSet> versions = specifiers(text.strip());
        if (versions.isEmpty()) {
            told.say(Tone.WRONG, TEXTS.get("version.unreadable", text.strip()));
            return;
        }
        row.planned()
                .ifPresent(planned -> Tasks.create(progress -> search.mayExist(planned.name(), versions.get()))
                        .quietly()
                        .onSuccess(mayExist -> {
                            if (mayExist) {
                                take(planned, versions.get());
                            } else {
                                refuse(planned, versions.get());
                            }
                        })
                        .onError(told::failed)
                        .runOn(services.tasks()));
    }

    /** Asks for versions that are known to exist. */
    void take(PlannedPackage planned, SpecifierSet versions) {
        told.nothing();
        rows.freshen(planned.name().value());
        session.wish(PackageChanges.take(List.of(PackageChanges.withVersions(planned, versions))));
    }

    /** Takes another package in the place of one. */
    void useInstead(PackageName name, PackageName other) {
        String why = rows.planned(name).map(PlannedPackage::why).orElse("");
        told.nothing();
        rows.freshen(other.value());
        PlannedPackage asked = PackageChanges.asked(Requirement.of(other), why);
        session.wish(wishes -> PackageChanges.take(List.of(asked))
                .apply(PackageChanges.leaveOut(name, rows.isFound(name)).apply(wishes)));
    }

    /** Says that a name is right though it looks like another. */
    void confirmName(PackageName name) {
        rows.plan().ifPresent(plan -> changed(PackageChanges.confirmName(name, plan), TEXTS.get("confirmed", name)));
    }

    private void refuse(PlannedPackage planned, SpecifierSet versions) {
        Fix newest = new Fix(TEXTS.get("fix.newest"), () -> take(planned, SpecifierSet.ANY));
        told.say(new Message(
                Tone.WRONG,
                TEXTS.get("version.impossible", planned.name(), RowTexts.asked(versions.toString())),
                List.of(newest)));
    }

    private static Optional<SpecifierSet> specifiers(String text) {
        Optional<SpecifierSet> exact = Version.tryParse(text).map(SpecifierSet::exactly);
        if (exact.isPresent()) {
            return exact;
        }
        try {
            return Optional.of(SpecifierSet.parse(text));
        } catch (IllegalArgumentException notSpecifiers) {
            return Optional.empty();
        }
    }

    /** Only a stack with conda leaves a choice of who installs. */
    boolean canChangeFrom() {
        return rows.plan().filter(known -> known.stack().usesConda()).isPresent();
    }

    /** Empty lets Specimen choose. */
    void changeFrom(PackageRow row, Optional<PackageManager> from) {
        change(row, planned -> PackageChanges.withFrom(planned, from));
    }

    void changeWhy(PackageRow row, String why) {
        if (!PackageChanges.oneLine(why).equals(row.why())) {
            change(row, planned -> PackageChanges.withWhy(planned, why));
        }
    }

    private void change(PackageRow row, UnaryOperator<PlannedPackage> change) {
        told.nothing();
        row.planned().ifPresent(planned -> session.wish(PackageChanges.take(List.of(change.apply(planned)))));
    }

    void undo() {
        told.nothing();
        session.undo();
    }

    private void changed(UnaryOperator<Wishes> change, String text) {
        session.wish(change);
        tellDone(text);
    }

    /** Says what was decided last, and offers to take it back. */
    void tellDone(String text) {
        told.say(new Message(Tone.DONE, text, List.of(new Fix(TEXTS.get("fix.undo"), this::undo))));
    }
}
