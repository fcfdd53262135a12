package org.specimen.ui.packages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.conda.CondaName;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PackageManager;
import org.specimen.plan.PlannedCondaPackage;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.Evidence;
import org.specimen.project.FoundPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.python.PackageName;
import org.specimen.python.Specifier;
import org.specimen.resolve.Lockfile;
import org.specimen.ui.packages.PackageRow.Kind;
import org.specimen.ui.packages.PackageRow.State;

/** Makes the lines of the table: of a plan, with the releases where they are known. */
final class PackageRows {

    private static final String PYTHON = "python";

    /** What was chosen for a package. */
    private record Pin(String version, PackageManager from, boolean verified) {}

    private final EnvironmentPlan plan;
    private final Set<String> refused;
    private final Set<PackageName> questioned;
    private final Map<PackageName, FoundPackage> found = new HashMap<>();
    private final Map<PackageName, Pin> pins = new HashMap<>();
    private final Map<String, Pin> condaPins = new HashMap<>();
    private final List<PackageRow> needed = new ArrayList<>();
    private final Set<PackageName> direct = new HashSet<>();

    /**
     * Rows of a plan.
     *
     * @param lock empty where no releases fit
     * @param refused the names of what cannot be pinned
     * @param questioned names that may be mistyped
     */
    PackageRows(
            EnvironmentPlan plan,
            Optional<Lockfile> lock,
            Optional<ProjectFacts> facts,
            Set<String> refused,
            Set<PackageName> questioned) {
        this.plan = plan;
        this.questioned = questioned;
        this.refused = refused;
        facts.ifPresent(known -> known.packages().forEach(each -> found.put(each.name(), each)));
        plan.directPackages().forEach(planned -> direct.add(planned.name()));
        lock.ifPresent(this::read);
        needed.sort(Comparator.comparing(PackageRow::name));
    }

    /** What the project asks for, by name. */
    List<PackageRow> chosen() {
        List<PackageRow> rows = new ArrayList<>();
        plan.directPackages().forEach(planned -> rows.add(row(planned)));
        plan.condaPackages().forEach(planned -> rows.add(row(planned)));
        rows.sort(Comparator.comparing(PackageRow::name));
        return rows;
    }

    /** What only other packages need, by name. */
    List<PackageRow> needed() {
        return needed;
    }

    /** What the person does not want, by name. */
    List<PackageRow> leftOut() {
        return plan.leftOut().stream()
                .map(name -> new PackageRow(
                        name.value(),
                        Kind.LEFT_OUT,
                        Optional.empty(),
                        "",
                        "",
                        Optional.empty(),
                        places(name),
                        List.of(),
                        "",
                        State.LEFT_OUT))
                .toList();
    }

    private PackageRow row(PlannedPackage planned) {
        Optional<Pin> pin = Optional.ofNullable(pins.get(planned.name()));
        boolean planHasIt =
                plan.packages().stream().anyMatch(each -> each.name().equals(planned.name()));
        return new PackageRow(
                planned.name().value(),
                planHasIt ? Kind.CHOSEN : Kind.OPTION,
                Optional.of(planned),
                planned.requirement()
                        .url()
                        .orElse(planned.requirement().specifiers().toString()),
                pin.map(Pin::version).orElse(""),
                pin.map(Pin::from).or(planned::from).or(this::onlyOne),
                places(planned.name()),
                List.of(),
                planned.why(),
                state(planned, pin));
    }

    /** Without conda there is but one who can install it. */
    private Optional<PackageManager> onlyOne() {
        return plan.stack().usesConda() ? Optional.empty() : Optional.of(PackageManager.PIP);
    }

    private State state(PlannedPackage planned, Optional<Pin> pin) {
        if (questioned.contains(planned.name())) {
            return State.QUESTIONED;
        }
        if (refused.contains(planned.name().value())) {
            return State.REFUSED;
        }
        if (planned.requirement().url().isPresent()) {
            return State.ADDRESS;
        }
        if (pin.isEmpty()) {
            return State.WAITING;
        }
        if (pin.get().verified()) {
            return State.VERIFIED;
        }
        boolean exact = planned.requirement().specifiers().specifiers().stream()
                .anyMatch(specifier -> specifier.operator() == Specifier.Operator.EQUAL && !specifier.isPrefix());
        return exact ? State.BY_HAND : State.UNVERIFIED;
    }

    private PackageRow row(PlannedCondaPackage planned) {
        String name = planned.spec().exactName().map(CondaName::value).orElseGet(() -> String.valueOf(planned.spec()));
        Optional<Pin> pin = Optional.ofNullable(condaPins.get(name));
        State state = refused.contains(name)
                ? State.REFUSED
                : pin.map(known -> known.verified() ? State.VERIFIED : State.UNVERIFIED)
                        .orElse(State.WAITING);
        return new PackageRow(
                name,
                Kind.CONDA_ONLY,
                Optional.empty(),
                "",
                pin.map(Pin::version).orElse(""),
                Optional.of(PackageManager.CONDA),
                List.of(),
                List.of(),
                planned.why(),
                state);
    }

    private List<Evidence> places(PackageName name) {
        return Optional.ofNullable(found.get(name)).map(FoundPackage::evidence).orElse(List.of());
    }

    private void read(Lockfile lock) {
        Set<String> asked = new HashSet<>();
        plan.condaPackages().forEach(planned -> planned.spec().exactName().ifPresent(name -> asked.add(name.value())));
        lock.pip().forEach(this::read);
        if (lock instanceof Lockfile.Conda conda) {
            conda.conda().stream().filter(each -> !each.name().equals(PYTHON)).forEach(each -> read(each, asked));
        }
    }

    private void read(Lockfile.PipPackage each) {
        Pin pin = new Pin(each.version().toString(), PackageManager.PIP, each.verified());
        pins.put(each.name(), pin);
        if (!direct.contains(each.name())) {
            needed.add(neededRow(
                    each.name().value(),
                    pin,
                    each.via().stream().map(PackageName::value).toList()));
        }
    }

    private void read(Lockfile.CondaPackage each, Set<String> asked) {
        Pin pin = new Pin(each.version().toString(), PackageManager.CONDA, each.verified());
        condaPins.put(each.name(), pin);
        each.distribution().ifPresent(name -> pins.put(name, pin));
        boolean isAskedFor = each.distribution().filter(direct::contains).isPresent() || asked.contains(each.name());
        if (!isAskedFor) {
            needed.add(neededRow(each.name(), pin, List.of()));
        }
    }

    private static PackageRow neededRow(String name, Pin pin, List<String> neededBy) {
        return new PackageRow(
                name,
                Kind.NEEDED,
                Optional.empty(),
                "",
                pin.version(),
                Optional.of(pin.from()),
                List.of(),
                neededBy,
                "",
                pin.verified() ? State.VERIFIED : State.UNVERIFIED);
    }
}
