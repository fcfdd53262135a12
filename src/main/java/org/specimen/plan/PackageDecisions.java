package org.specimen.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.specimen.python.PackageName;

/**
 * What a person decided about packages, now and before. What is wished now counts before what was planned.
 *
 * @param packages those that are in, whether or not a scan finds them
 * @param condaPackages those of conda that the earlier plan has and that stay in
 * @param leftOut those that are out though a scan finds them, by name
 */
public record PackageDecisions(
        List<PlannedPackage> packages, List<PlannedCondaPackage> condaPackages, List<PackageName> leftOut) {

    public PackageDecisions {
        packages = List.copyOf(packages);
        condaPackages = List.copyOf(condaPackages);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Joins the decisions.
     *
     * @param before the plan that there is already
     * @param wished each takes the place of the one planned under its name, conda's own among them, is added, or comes
     *     back; of several of one name the last
     * @param unwanted those to leave out from now on
     */
    public static PackageDecisions of(
            Optional<EnvironmentPlan> before, List<PlannedPackage> wished, List<PackageName> unwanted) {
        Map<PackageName, PlannedPackage> wanted = new LinkedHashMap<>();
        wished.forEach(planned -> wanted.put(planned.name(), planned));
        List<PackageName> leftOut = Stream.concat(
                        before.map(EnvironmentPlan::leftOut).orElse(List.of()).stream(), unwanted.stream())
                .filter(name -> !wanted.containsKey(name))
                .distinct()
                .sorted()
                .toList();
        List<PlannedPackage> packages = new ArrayList<>(wanted.values());
        before.map(EnvironmentPlan::packages).orElse(List.of()).stream()
                .filter(planned -> !wanted.containsKey(planned.name()) && !leftOut.contains(planned.name()))
                .forEach(packages::add);
        List<PlannedCondaPackage> condaPackages = before.map(EnvironmentPlan::condaPackages).orElse(List.of()).stream()
                .filter(planned -> !planned.isOneOf(leftOut) && !planned.isOneOf(wanted.keySet()))
                .toList();
        return new PackageDecisions(packages, condaPackages, leftOut);
    }
}
