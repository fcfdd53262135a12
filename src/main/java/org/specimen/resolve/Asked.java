package org.specimen.resolve;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;

/**
 * What the project itself asks for on one platform.
 *
 * @param requirements those that come from an index
 * @param specifiers the versions that will do of each
 * @param references what comes from elsewhere, in whatever version
 */
record Asked(
        MarkerEnvironment environment,
        List<Requirement> requirements,
        Map<PackageName, SpecifierSet> specifiers,
        Set<PackageName> references) {

    static Asked on(MarkerEnvironment environment, List<Requirement> requirements) {
        Map<PackageName, SpecifierSet> specifiers = new LinkedHashMap<>();
        Set<PackageName> references = new HashSet<>();
        List<Requirement> here = requirements.stream()
                .filter(requirement -> requirement.appliesTo(environment, Set.of()))
                .toList();
        here.stream().filter(requirement -> requirement.url().isPresent()).forEach(it -> references.add(it.name()));
        List<Requirement> fromIndex = here.stream()
                .filter(requirement -> !references.contains(requirement.name()))
                .toList();
        fromIndex.forEach(it -> specifiers.merge(it.name(), it.specifiers(), SpecifierSet::and));
        return new Asked(environment, fromIndex, specifiers, references);
    }

    boolean isDirect(PackageName name) {
        return specifiers.containsKey(name);
    }

    SpecifierSet of(PackageName name) {
        return specifiers.getOrDefault(name, SpecifierSet.ANY);
    }
}
