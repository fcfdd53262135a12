package org.specimen.ui.packages;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.specimen.app.LeftOut;
import org.specimen.app.Project;
import org.specimen.app.Proposal;
import org.specimen.app.Wishes;
import org.specimen.index.IndexRelease;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PackageManager;
import org.specimen.plan.PlannedPackage;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Problem;
import org.specimen.problem.Refusal;
import org.specimen.project.FoundPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.resolve.Lockfile;
import org.specimen.ui.packages.Message.Tone;
import org.specimen.ui.packages.PackageEntries.Entry;
import org.specimen.ui.packages.PackageRow.Kind;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.Running;
import org.specimen.ui.task.Tasks;
import org.specimen.ui.text.Texts;

/** The step in which packages and versions are looked over. */
public final class PackagesViewModel implements StepModel {

    private static final Texts TEXTS = Texts.of(PackagesViewModel.class);

    final Services services;
    private final Session session;
    private final PackageSearch search;
    private final FitReport report = new FitReport(new Ways());

    private final ReadOnlyObjectWrapper<List<PackageRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Fit> fit = new ReadOnlyObjectWrapper<>(Fit.of(Fit.Kind.EMPTY, "", ""));
    private final ReadOnlyObjectWrapper<Optional<PythonCard>> python = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Message>> message = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Suggestion>> suggestions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<FoundPackage>> withoutVersion = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> notes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> draft = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Integer> inAll = new ReadOnlyObjectWrapper<>(0);
    private final BooleanProperty showAll = new SimpleBooleanProperty();

    private Optional<PackageRows> made = Optional.empty();
    private Optional<EnvironmentPlan> plan = Optional.empty();
    private Optional<Running> suggesting = Optional.empty();
    private Optional<Running> drafting = Optional.empty();
    private Optional<String> fresh = Optional.empty();

    public PackagesViewModel(Services services) {
        this.services = services;
        session = services.session();
        search = new PackageSearch(services.catalogue());
        session.proposal().addListener((property, old, now) -> proposed(now));
        session.project().addListener((property, old, now) -> say(Optional.empty()));
        showAll.addListener((property, old, now) -> showRows());
        proposed(session.proposal().get());
    }

    /** What the project asks for, then what it needs where that is asked for, then what is left out. */
    ReadOnlyObjectProperty<List<PackageRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Fit> fit() {
        return fit.getReadOnlyProperty();
    }

    /** Empty before there is anything to propose. */
    ReadOnlyObjectProperty<Optional<PythonCard>> python() {
        return python.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Message>> message() {
        return message.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Suggestion>> suggestions() {
        return suggestions.getReadOnlyProperty();
    }

    /** What is imported, and left out because no version of it is known. */
    ReadOnlyObjectProperty<List<FoundPackage>> withoutVersion() {
        return withoutVersion.getReadOnlyProperty();
    }

    /** What the person should know about these versions, each in one sentence. */
    ReadOnlyObjectProperty<List<String>> notes() {
        return notes.getReadOnlyProperty();
    }

    /** What the field shall hold, for the person to go on with: {@code name==}. */
    ReadOnlyObjectProperty<Optional<String>> draft() {
        return draft.getReadOnlyProperty();
    }

    /** How many packages there are, with those that only others need. */
    ReadOnlyObjectProperty<Integer> inAll() {
        return inAll.getReadOnlyProperty();
    }

    /** Whether there is more than the project itself asks for. */
    boolean hasMore() {
        return made.filter(known -> !known.needed().isEmpty()).isPresent();
    }

    /** Whether what only other packages need is shown too. */
    BooleanProperty showAll() {
        return showAll;
    }

    /** Tells which package was added last, once: the table shows it. */
    Optional<String> takeFresh() {
        Optional<String> name = fresh.filter(
                added -> rows.get().stream().anyMatch(row -> row.name().equals(added)));
        name.ifPresent(added -> fresh = Optional.empty());
        return name;
    }

    /** Something is being typed: suggests what may be meant. The latest counts. */
    void typed(String text) {
        suggesting.ifPresent(Running::cancel);
        if (text.isBlank()) {
            suggestions.set(List.of());
            return;
        }
        suggesting = Optional.of(Tasks.create(progress -> search.suggest(text))
                .quietly()
                .onSuccess(suggestions::set)
                .onError(this::failed)
                .runOn(services.tasks()));
    }

    /** Adds what was typed or pasted: a name, an import name, requirements, a whole list. */
    void add(String text) {
        suggesting.ifPresent(Running::cancel);
        suggestions.set(List.of());
        if (text.isBlank()) {
            say(Tone.NOTE, TEXTS.get("add.nothing"));
            return;
        }
        Tasks.create(progress -> Additions.of(PackageEntries.read(text), search))
                .quietly()
                .onSuccess(this::add)
                .onError(this::failed)
                .runOn(services.tasks());
    }

    private void add(Additions additions) {
        List<PlannedPackage> added = new ArrayList<>();
        for (Entry entry : additions.added()) {
            Optional<PlannedPackage> there = planned(entry.requirement().name());
            if (there.isEmpty()) {
                added.add(PackageChanges.asked(entry.requirement(), entry.why()));
            } else if (!entry.isName()) {
                added.add(merged(there.get(), entry));
            }
        }
        additions.added().stream()
                .findFirst()
                .ifPresent(
                        entry -> fresh = Optional.of(entry.requirement().name().value()));
        say(Optional.of(new AdditionReport(this::instead, this::nameVersion).of(additions, added)));
        if (added.isEmpty()) {
            showRows();
        } else {
            session.wish(PackageChanges.take(added));
        }
    }

    private static PlannedPackage merged(PlannedPackage there, Entry entry) {
        return new PlannedPackage(
                entry.requirement(),
                there.from(),
                there.condaName(),
                there.role(),
                entry.why().isEmpty() ? there.why() : entry.why());
    }

    /** Adds what was meant instead of what was typed. */
    private void instead(PackageName other) {
        add(other.value());
    }

    /** Puts a package's name into the field, for the person to write its version behind it. */
    void nameVersion(PackageName name) {
        say(Tone.NOTE, TEXTS.get("add.name-version", name));
        draft.set(Optional.empty());
        draft.set(Optional.of(name + "=="));
    }

    void leaveOut(PackageRow row) {
        if (!row.canLeaveOut()) {
            return;
        }
        if (row.kind() == Kind.OPTION) {
            plan.ifPresent(
                    known -> changed(PackageChanges.withoutJupyter(known), TEXTS.get("left-out.option", row.name())));
        } else {
            PackageName.tryOf(row.name()).ifPresent(this::leaveOut);
        }
    }

    private void leaveOut(PackageName name) {
        boolean comesBack = isFound(name);
        changed(
                PackageChanges.leaveOut(name, comesBack),
                TEXTS.get(comesBack ? "left-out.found" : "left-out.added", name));
    }

    void putBack(PackageRow row) {
        PackageName name = PackageName.of(row.name());
        boolean byPlan = project()
                .flatMap(Project::plan)
                .filter(before -> before.leftOut().contains(name))
                .isPresent();
        fresh = Optional.of(row.name());
        say(Optional.empty());
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
                        .onError(this::failed)
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
            say(Tone.WRONG, TEXTS.get("version.unreadable", text.strip()));
            return;
        }
        row.planned()
                .ifPresent(planned -> Tasks.create(progress -> search.mayExist(planned.name(), versions.get()))
                        .quietly()
                        .onSuccess(mayExist -> changeVersion(planned, versions.get(), mayExist))
                        .onError(this::failed)
                        .runOn(services.tasks()));
    }

    private void changeVersion(PlannedPackage planned, SpecifierSet versions, boolean mayExist) {
        if (mayExist) {
            say(Optional.empty());
            fresh = Optional.of(planned.name().value());
            session.wish(PackageChanges.take(List.of(PackageChanges.withVersions(planned, versions))));
        } else {
            Fix newest = new Fix(TEXTS.get("fix.newest"), () -> changeVersion(planned, SpecifierSet.ANY, true));
            say(Optional.of(new Message(
                    Tone.WRONG,
                    TEXTS.get("version.impossible", planned.name() + versions.toString()),
                    List.of(newest))));
        }
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
        return plan.filter(known -> known.stack().usesConda()).isPresent();
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
        say(Optional.empty());
        row.planned().ifPresent(planned -> session.wish(PackageChanges.take(List.of(change.apply(planned)))));
    }

    /** Empty lets Specimen choose. */
    void changePython(Optional<String> minor) {
        say(Optional.empty());
        session.wish(wishes -> wishes.withPython(minor));
    }

    void undo() {
        say(Optional.empty());
        session.undo();
    }

    private void changed(UnaryOperator<Wishes> change, String told) {
        session.wish(change);
        say(Optional.of(new Message(Tone.DONE, told, List.of(new Fix(TEXTS.get("fix.undo"), this::undo)))));
    }

    private void proposed(Outcome<Proposal> now) {
        drafting.ifPresent(Running::cancel);
        if (now instanceof Outcome.Ready<Proposal> ready) {
            Proposal proposal = ready.result();
            show(proposal.plan(), Optional.of(proposal.lock()), Set.of());
            notes.set(proposal.lock().notes());
            fit.set(fits());
        } else if (now instanceof Outcome.Failed<Proposal> failed) {
            notes.set(List.of());
            fit.set(report.of(failed.failure()));
            draftInstead(refused(failed.failure()));
        } else if (now instanceof Outcome.Working<Proposal> working
                && working.last().isEmpty()) {
            fit.set(Fit.of(Fit.Kind.WORKING, "", TEXTS.get("fit.working")));
        } else if (now instanceof Outcome.Nothing<Proposal>) {
            made = Optional.empty();
            plan = Optional.empty();
            python.set(Optional.empty());
            showRows();
            fit.set(Fit.of(Fit.Kind.EMPTY, "", ""));
        }
    }

    private Fit fits() {
        int chosen = made.map(known -> known.chosen().size()).orElse(0);
        if (chosen == 0) {
            return Fit.of(Fit.Kind.EMPTY, "", "");
        }
        boolean more = inAll.get() > chosen;
        return Fit.of(
                Fit.Kind.FITS,
                TEXTS.get("fit.fits"),
                more ? TEXTS.get("fit.counts", chosen, inAll.get()) : TEXTS.counted("fit.count", chosen));
    }

    /** What was planned, where no releases fit: with the Python that is refused, or with the usual one. */
    private void draftInstead(Set<String> refused) {
        Optional<Project> project = project();
        Wishes wishes = session.decisions().get().wishes();
        String usual = services.catalogue().pythonReleases().recommended().minor();
        drafting = Optional.of(Tasks.create(progress -> planOf(project, wishes, usual))
                .quietly()
                .onSuccess(known -> show(known, Optional.empty(), refused))
                .runOn(services.tasks()));
    }

    private EnvironmentPlan planOf(Optional<Project> project, Wishes wishes, String usualPython) {
        try {
            return session.workbench().plan(project, wishes);
        } catch (Problem refused) {
            return session.workbench().plan(project, wishes.withPython(Optional.of(usualPython)));
        }
    }

    private static Set<String> refused(Failure failure) {
        return failure.problem().stream()
                .flatMap(problem -> problem instanceof NoSolution no
                        ? no.refusals().stream().map(Refusal::subject)
                        : Stream.<String>empty())
                .collect(Collectors.toSet());
    }

    private void show(EnvironmentPlan known, Optional<Lockfile> lock, Set<String> refused) {
        Optional<ProjectFacts> facts = project().map(Project::facts);
        plan = Optional.of(known);
        made = Optional.of(new PackageRows(known, lock, facts, refused));
        withoutVersion.set(LeftOut.of(facts, known));
        python.set(Optional.of(PythonCard.of(
                services.catalogue().pythonReleases(),
                refused.contains("python") ? Optional.empty() : Optional.of(known.python()),
                session.decisions().get().wishes().python(),
                facts,
                YearMonth.from(services.clock().instant().atZone(ZoneOffset.UTC)))));
        showRows();
    }

    private void showRows() {
        List<PackageRow> all = new ArrayList<>();
        made.ifPresent(known -> {
            all.addAll(known.chosen());
            if (showAll.get()) {
                all.addAll(known.needed());
            }
            all.addAll(known.leftOut());
        });
        inAll.set(
                made.map(known -> known.chosen().size() + known.needed().size()).orElse(0));
        rows.set(List.copyOf(all));
    }

    private Optional<Project> project() {
        return session.project().get().known();
    }

    private boolean isFound(PackageName name) {
        return project().stream()
                .anyMatch(known -> known.facts().packages().stream()
                                .anyMatch(found -> found.name().equals(name))
                        || known.facts().condaPackages().stream()
                                .anyMatch(declared -> declared.spec()
                                        .exactName()
                                        .filter(there -> there.value().equals(name.value()))
                                        .isPresent())
                        || known.plan().stream()
                                .flatMap(before -> before.packages().stream())
                                .anyMatch(planned -> planned.name().equals(name)));
    }

    private Optional<PlannedPackage> planned(PackageName name) {
        return plan.stream()
                .flatMap(known -> known.directPackages().stream())
                .filter(planned -> planned.name().equals(name))
                .findFirst();
    }

    private void failed(Failure failure) {
        say(Tone.WRONG, failure.message());
    }

    private void say(Tone tone, String text) {
        say(Optional.of(new Message(tone, text, List.of())));
    }

    private void say(Optional<Message> told) {
        message.set(told);
    }

    /** The ways out of what does not fit. */
    private final class Ways implements FitReport.Ways {

        @Override
        public void useInstead(PackageName name, PackageName other) {
            String why = planned(name).map(PlannedPackage::why).orElse("");
            fresh = Optional.of(other.value());
            PlannedPackage asked = PackageChanges.asked(Requirement.of(other), why);
            session.wish(wishes -> PackageChanges.take(List.of(asked))
                    .apply(PackageChanges.leaveOut(name, isFound(name)).apply(wishes)));
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
            PlannedPackage there = planned(name).orElseGet(() -> PackageChanges.asked(Requirement.of(name), ""));
            changeVersion(there, versions, true);
        }

        @Override
        public void nameVersion(PackageName name) {
            PackagesViewModel.this.nameVersion(name);
        }

        @Override
        public void leaveOut(PackageName name) {
            PackagesViewModel.this.leaveOut(name);
        }

        @Override
        public void takePython(String minor) {
            changePython(Optional.of(minor));
        }
    }
}
