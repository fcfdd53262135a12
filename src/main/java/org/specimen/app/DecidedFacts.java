package org.specimen.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.specimen.catalogue.Catalogue;
import org.specimen.conda.CondaName;
import org.specimen.plan.PackageDecisions;
import org.specimen.plan.PlanFile;
import org.specimen.plan.PlannedCondaPackage;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.Confidence;
import org.specimen.project.Declaration;
import org.specimen.project.Evidence;
import org.specimen.project.FoundPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.project.Role;
import org.specimen.python.PackageName;

/**
 * The facts that advice rests on: what the scan found, without what the person left out, and with what they added by
 * hand. For the latter specimen.yml is the evidence, where it stands or will stand.
 */
final class DecidedFacts {

    private static final Evidence PLAN = Evidence.of(PlanFile.NAME);

    private DecidedFacts() {}

    /** Empty where there is no project and nothing was added by hand. */
    static Optional<ProjectFacts> of(Optional<Project> project, Wishes wishes, Catalogue catalogue) {
        if (project.isEmpty() && wishes.packages().isEmpty()) {
            return Optional.empty();
        }
        ProjectFacts facts = project.map(Project::facts).orElse(ProjectFacts.NONE);
        PackageDecisions decisions =
                PackageDecisions.of(project.flatMap(Project::plan), wishes.packages(), wishes.leftOut());
        return Optional.of(facts.withPackages(packages(facts, decisions), condaPackages(facts, decisions), catalogue));
    }

    private static List<FoundPackage> packages(ProjectFacts facts, PackageDecisions decisions) {
        Map<PackageName, FoundPackage> packages = new TreeMap<>();
        facts.packages().stream()
                .filter(found -> !decisions.leftOut().contains(found.name()))
                .forEach(found -> packages.put(found.name(), found));
        decisions.packages().forEach(planned -> packages.merge(planned.name(), byHand(planned), DecidedFacts::joined));
        return List.copyOf(packages.values());
    }

    private static FoundPackage byHand(PlannedPackage planned) {
        return new FoundPackage(
                planned.name(),
                List.of(),
                planned.role(),
                List.of(PLAN),
                Confidence.DECLARED,
                List.of(new Declaration.Pip(planned.requirement(), PLAN, planned.why())));
    }

    /** Where the scan found it stays the evidence; what is asked of it by hand counts too. */
    private static FoundPackage joined(FoundPackage found, FoundPackage byHand) {
        List<Declaration> declarations = new ArrayList<>(found.declarations());
        declarations.addAll(byHand.declarations());
        return new FoundPackage(
                found.name(),
                found.imports(),
                byHand.role() == Role.RUNTIME ? Role.RUNTIME : found.role(),
                found.evidence(),
                found.confidence(),
                declarations,
                found.alternatives(),
                false);
    }

    private static List<Declaration.Conda> condaPackages(ProjectFacts facts, PackageDecisions decisions) {
        List<Declaration.Conda> all = new ArrayList<>();
        facts.condaPackages().stream()
                .filter(declared -> stays(declared, decisions))
                .forEach(all::add);
        decisions.condaPackages().stream()
                .filter(planned -> facts.condaPackages().stream().noneMatch(declared -> sameName(declared, planned)))
                .forEach(planned -> all.add(new Declaration.Conda(planned.spec(), PLAN, planned.why())));
        return all;
    }

    private static boolean stays(Declaration.Conda declared, PackageDecisions decisions) {
        return declared.spec()
                .exactName()
                .flatMap(name -> PackageName.tryOf(name.value()))
                .filter(decisions.leftOut()::contains)
                .isEmpty();
    }

    private static boolean sameName(Declaration.Conda declared, PlannedCondaPackage planned) {
        Optional<CondaName> name = planned.spec().exactName();
        return name.isPresent()
                ? declared.spec().exactName().equals(name)
                : declared.spec().equals(planned.spec());
    }
}
