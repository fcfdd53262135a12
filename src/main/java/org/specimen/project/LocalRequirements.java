package org.specimen.project;

import java.util.ArrayList;
import java.util.List;

/** What is to be said of requirements that are folders or files of the project itself. */
final class LocalRequirements {

    private LocalRequirements() {}

    /** @param installable whether the project says how to install itself */
    static List<ProjectFacts.Warning> warnings(List<SpecFacts> specs, FolderWalk walk, boolean installable) {
        List<ProjectFacts.Warning> warnings = new ArrayList<>();
        for (SpecFacts facts : specs) {
            for (SpecFacts.Inside asked : facts.inside) {
                String message = isThere(asked.path(), walk)
                        ? asked.written()
                                + " is a package inside the project and is not installed with the others. What it asks for"
                                + " was read; install it by \"pip install --no-deps " + asked.written() + "\"."
                        : asked.written()
                                + " is asked for here, and the project has no such file or folder, so it was left out. Add"
                                + " it, or remove the line.";
                warnings.add(new ProjectFacts.Warning(WarningKind.LOCAL_REQUIREMENT.key(), asked.evidence(), message));
            }
            if (!installable) {
                facts.ownFolder.forEach(evidence -> warnings.add(new ProjectFacts.Warning(
                        WarningKind.LOCAL_REQUIREMENT.key(),
                        evidence,
                        "The project itself is asked for here, and it has neither a pyproject.toml with a build system"
                                + " nor a setup.py that says how to install it. Add one, or remove the line.")));
            }
        }
        return warnings;
    }

    /** A folder without a file has nothing to install. */
    private static boolean isThere(String path, FolderWalk walk) {
        return walk.links.stream().anyMatch(link -> link.equals(path) || path.startsWith(link + "/"))
                || walk.files.stream()
                        .map(ProjectFile::path)
                        .anyMatch(file -> file.equals(path) || file.startsWith(path + "/"));
    }
}
