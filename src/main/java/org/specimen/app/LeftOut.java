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
import org.specimen.python.PackageName;

/** What the project imports and the plan leaves out though nobody said so: no version of it is known. */
public final class LeftOut {

    private LeftOut() {}

    /** The packages, in the order in which they were found. */
    public static List<FoundPackage> of(Optional<ProjectFacts> facts, EnvironmentPlan plan) {
        Set<PackageName> decided =
                plan.packages().stream().map(PlannedPackage::name).collect(Collectors.toSet());
        decided.addAll(plan.leftOut());
        facts.flatMap(ProjectFacts::installable).ifPresent(self -> decided.add(self.name()));
        return facts.map(ProjectFacts::packages).orElse(List.of()).stream()
                .filter(found -> found.role() == Role.RUNTIME && !decided.contains(found.name()))
                .toList();
    }
}
