package org.specimen.ui.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.specimen.app.Wishes;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.Options;
import org.specimen.plan.PackageManager;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.Role;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;

/** What a person may change about packages, each as a change of their wishes. */
final class PackageChanges {

    private PackageChanges() {}

    /** A package that the person asks for. */
    static PlannedPackage asked(Requirement requirement, String why) {
        return new PlannedPackage(requirement, Optional.empty(), Optional.empty(), Role.RUNTIME, why);
    }

    /** Each takes the place of the one of its name, and is not left out any more. */
    static UnaryOperator<Wishes> take(List<PlannedPackage> packages) {
        List<PackageName> names = packages.stream().map(PlannedPackage::name).toList();
        return wishes -> {
            List<PlannedPackage> all = new ArrayList<>(wishes.packages());
            all.removeIf(planned -> names.contains(planned.name()));
            all.addAll(packages);
            return wishes.withPackages(all).withLeftOut(without(wishes.leftOut(), names));
        };
    }

    /**
     * Leaves a package out.
     *
     * @param forGood whether it would come back by itself, because the project's files ask for it
     */
    static UnaryOperator<Wishes> leaveOut(PackageName name, boolean forGood) {
        return wishes -> {
            List<PackageName> leftOut = without(wishes.leftOut(), List.of(name));
            if (forGood) {
                leftOut.add(name);
            }
            return withoutPackage(name, wishes).withLeftOut(leftOut);
        };
    }

    /** Takes an option's package out by the option. */
    static UnaryOperator<Wishes> withoutJupyter(EnvironmentPlan plan) {
        Options now = plan.options();
        return wishes -> wishes.withOptions(Optional.of(now.withJupyter(false)));
    }

    /** Says that a name is right though it looks like another. */
    static UnaryOperator<Wishes> confirmName(PackageName name, EnvironmentPlan plan) {
        Options now = plan.options();
        return wishes -> wishes.withOptions(Optional.of(now.withConfirmedNames(List.of(name))));
    }

    /** Takes back that a package was left out this time. */
    static UnaryOperator<Wishes> putBack(PackageName name) {
        return wishes -> wishes.withLeftOut(without(wishes.leftOut(), List.of(name)));
    }

    static UnaryOperator<Wishes> replace(PackageName name, PlannedPackage other) {
        return wishes -> take(List.of(other)).apply(leaveOut(name, true).apply(wishes));
    }

    static PlannedPackage withVersions(PlannedPackage planned, SpecifierSet versions) {
        Requirement before = planned.requirement();
        return new PlannedPackage(
                new Requirement(before.name(), before.extras(), versions, Optional.empty(), before.marker()),
                planned.from(),
                planned.condaName(),
                planned.role(),
                planned.why());
    }

    static PlannedPackage withFrom(PlannedPackage planned, Optional<PackageManager> from) {
        return new PlannedPackage(
                planned.requirement(),
                from,
                from.filter(PackageManager.PIP::equals).isPresent() ? Optional.empty() : planned.condaName(),
                planned.role(),
                planned.why());
    }

    /** With another reason; line breaks and the like in it become spaces. */
    static PlannedPackage withWhy(PlannedPackage planned, String why) {
        return new PlannedPackage(
                planned.requirement(), planned.from(), planned.condaName(), planned.role(), oneLine(why));
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }

    private static Wishes withoutPackage(PackageName name, Wishes wishes) {
        return wishes.withPackages(wishes.packages().stream()
                .filter(planned -> !planned.name().equals(name))
                .toList());
    }

    private static List<PackageName> without(List<PackageName> names, List<PackageName> gone) {
        List<PackageName> rest = new ArrayList<>(names);
        rest.removeAll(gone);
        return rest;
    }
}
