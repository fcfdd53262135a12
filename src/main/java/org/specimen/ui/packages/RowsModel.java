package org.specimen.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.specimen.app.LeftOut;
import org.specimen.app.NameQuestion;
import org.specimen.app.Project;
import org.specimen.app.Proposal;
import org.specimen.app.Wishes;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PlannedPackage;
import org.specimen.problem.NoSolution;
import org.specimen.problem.Problem;
import org.specimen.problem.Refusal;
import org.specimen.project.FoundPackage;
import org.specimen.project.UnknownModule;
import org.specimen.python.PackageName;
import org.specimen.resolve.Lockfile;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.Running;
import org.specimen.ui.task.Tasks;

/** The packages as they are planned now. */
final class RowsModel {

    /**
     * What is planned.
     *
     * @param lock empty where no releases fit
     * @param refused the names of what cannot be pinned
     * @param questioned names that may be mistyped
     */
    record Planned(EnvironmentPlan plan, Optional<Lockfile> lock, Set<String> refused, Set<PackageName> questioned) {
        Planned {
            refused = Set.copyOf(refused);
            questioned = Set.copyOf(questioned);
        }
    }

    private final Services services;
    private final Session session;
    private final ReadOnlyObjectWrapper<Optional<Planned>> now = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<PackageRow>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<FoundPackage>> withoutVersion = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<UnknownModule>> nameless = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<String>> notes = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Integer> inAll = new ReadOnlyObjectWrapper<>(0);
    private final BooleanProperty showAll = new SimpleBooleanProperty();
    private Optional<PackageRows> made = Optional.empty();
    private Optional<Running> drafting = Optional.empty();
    private Optional<String> fresh = Optional.empty();

    RowsModel(Services services) {
        this.services = services;
        session = services.session();
        session.proposal().addListener((property, old, proposal) -> proposed(proposal));
        showAll.addListener((property, old, all) -> show());
        proposed(session.proposal().get());
    }

    /** What the project asks for, then what it needs where that is asked for, then what is left out. */
    ReadOnlyObjectProperty<List<PackageRow>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** Empty before there is anything to propose. */
    ReadOnlyObjectProperty<Optional<Planned>> now() {
        return now.getReadOnlyProperty();
    }

    /** What is imported, and left out because no version of it is known. */
    ReadOnlyObjectProperty<List<FoundPackage>> withoutVersion() {
        return withoutVersion.getReadOnlyProperty();
    }

    /** What is imported, and of which nobody knows the package. */
    ReadOnlyObjectProperty<List<UnknownModule>> nameless() {
        return nameless.getReadOnlyProperty();
    }

    /** What the person should know about these versions, each in one sentence. */
    ReadOnlyObjectProperty<List<String>> notes() {
        return notes.getReadOnlyProperty();
    }

    /** How many packages there are, with those that only others need. */
    ReadOnlyObjectProperty<Integer> inAll() {
        return inAll.getReadOnlyProperty();
    }

    /** How many the project itself asks for. */
    int chosen() {
        return made.map(known -> known.chosen().size()).orElse(0);
    }

    /** Whether there is more than the project itself asks for. */
    boolean hasMore() {
        return made.filter(known -> !known.needed().isEmpty()).isPresent();
    }

    /** Whether what only other packages need is shown too. */
    BooleanProperty showAll() {
        return showAll;
    }

    /** Remembers which package changed last. */
    void freshen(String name) {
        fresh = Optional.of(name);
    }

    /** Tells which package changed last, once: the table shows it. */
    Optional<String> takeFresh() {
        Optional<String> name = fresh.filter(
                changed -> rows.get().stream().anyMatch(row -> row.name().equals(changed)));
        name.ifPresent(changed -> fresh = Optional.empty());
        return name;
    }

    Optional<EnvironmentPlan> plan() {
        return now.get().map(Planned::plan);
    }

    /** What was decided of a package. */
    Optional<PlannedPackage> planned(PackageName name) {
        return plan().stream()
                .flatMap(known -> known.directPackages().stream())
                .filter(planned -> planned.name().equals(name))
                .findFirst();
    }

    Optional<Project> project() {
        return session.project().get().known();
    }

    /** Whether the project's own files ask for it, so that it comes back unless it is left out for good. */
    boolean isFound(PackageName name) {
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

    private void proposed(Outcome<Proposal> outcome) {
        drafting.ifPresent(Running::cancel);
        if (outcome instanceof Outcome.Ready<Proposal> ready) {
            Proposal proposal = ready.result();
            plan(new Planned(
                    proposal.plan(),
                    Optional.of(proposal.lock()),
                    Set.of(),
                    proposal.questions().stream().map(NameQuestion::name).collect(Collectors.toSet())));
            notes.set(Stream.concat(proposal.sources().stream(), proposal.lock().notes().stream())
                    .toList());
        } else if (outcome instanceof Outcome.Failed<Proposal> failed) {
            notes.set(List.of());
            draftInstead(refused(failed.failure()));
        } else if (outcome instanceof Outcome.Nothing<Proposal>) {
            made = Optional.empty();
            now.set(Optional.empty());
            notes.set(List.of());
            withoutVersion.set(List.of());
            nameless.set(List.of());
            show();
        }
    }

    /** What was planned, where no releases fit: with the Python that is refused, or with the usual one. */
    private void draftInstead(Set<String> refused) {
        Optional<Project> project = project();
        Wishes wishes = session.decisions().get().wishes();
        String usual = services.catalogue().pythonReleases().recommended().minor();
        drafting = Optional.of(Tasks.create(progress -> planOf(project, wishes, usual))
                .quietly()
                .onSuccess(known -> plan(new Planned(known, Optional.empty(), refused, Set.of())))
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
                        ? Stream.concat(
                                no.refusals().stream().map(Refusal::subject),
                                no.conflicts().stream().flatMap(conflict -> conflict.subjects().stream()))
                        : Stream.<String>empty())
                .collect(Collectors.toSet());
    }

    private void plan(Planned planned) {
        made = Optional.of(new PackageRows(
                planned.plan(),
                planned.lock(),
                project().map(Project::facts),
                planned.refused(),
                planned.questioned()));
        now.set(Optional.of(planned));
        withoutVersion.set(LeftOut.of(project().map(Project::facts), planned.plan()));
        nameless.set(LeftOut.nameless(project().map(Project::facts), planned.plan()));
        show();
    }

    /** Makes the rows anew. */
    void show() {
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
}
