package org.specimen.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Programs that draw random numbers and differ from run to run. */
final class SeedWarnings {

    private SeedWarnings() {}

    /** A program that draws random numbers must be given a seed by itself or by what it uses. */
    static List<ProjectFacts.Warning> of(List<CodeFacts> code) {
        Set<String> seededModules = code.stream()
                .filter(facts -> !facts.seeds.isEmpty())
                .map(facts ->
                        facts.file.substring(facts.file.lastIndexOf('/') + 1).replaceAll("\\.py$", ""))
                .collect(Collectors.toSet());
        List<ProjectFacts.Warning> warnings = new ArrayList<>();
        for (CodeFacts facts : code) {
            boolean starts = facts.mainGuard || facts.runs;
            boolean seeded = !facts.seeds.isEmpty()
                    || facts.imports.stream()
                            .anyMatch(at ->
                                    seededModules.contains(lastPart(at.read().module())));
            if (starts && !seeded && !ProjectFiles.isDevelopment(facts.file)) {
                facts.draws.stream().sorted().findFirst().ifPresent(first -> warnings.add(unseeded(first)));
            }
        }
        return warnings;
    }

    private static ProjectFacts.Warning unseeded(Evidence first) {
        return new ProjectFacts.Warning(
                WarningKind.UNSEEDED.key(),
                first,
                "Random numbers are drawn here and no seed is set in this file, so each run differs.");
    }

    private static String lastPart(String module) {
        return module.substring(module.lastIndexOf('.') + 1);
    }
}
