package org.specimen.app;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.FoundPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.project.Role;
import org.specimen.project.UnknownModule;
import org.specimen.python.PackageName;

/** What the project imports and the plan leaves out though nobody said so. */
public final class LeftOut {

    private LeftOut() {}

    /** The packages of which no version is known, in the order in which they were found. */
    public static List<FoundPackage> of(Optional<ProjectFacts> facts, EnvironmentPlan plan) {
        Set<PackageName> decided =
                plan.packages().stream().map(PlannedPackage::name).collect(Collectors.toSet());
        decided.addAll(plan.leftOut());
        facts.flatMap(ProjectFacts::installable).ifPresent(self -> decided.add(self.name()));
        return facts.map(ProjectFacts::packages).orElse(List.of()).stream()
                .filter(found -> found.role() == Role.RUNTIME && !decided.contains(found.name()))
                .toList();
    }

    /** The modules that nobody knows a package for. One that a person added under the module's own name brings it. */
    public static List<UnknownModule> nameless(Optional<ProjectFacts> facts, EnvironmentPlan plan) {
        return facts.map(ProjectFacts::unknownModules).orElse(List.of()).stream()
                .filter(module -> PackageName.tryOf(module.name())
                        .filter(name -> plan.directPackages().stream()
                                .anyMatch(planned -> planned.name().equals(name)))
                        .isEmpty())
                .toList();
    }
}
