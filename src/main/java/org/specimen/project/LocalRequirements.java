package org.specimen.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;

/** Requirements that are folders or files of the project itself: asked for by their place, or what is to be said of them. */
final class LocalRequirements {

    private static final String BELOW = "file:./";

    private LocalRequirements() {}

    /** Whether it names a place in the project. */
    static boolean isInside(Requirement requirement) {
        return requirement.url().filter(url -> url.startsWith(BELOW)).isPresent();
    }

    /** Those whose name can be told are asked for by their place, or by the name alone where nothing is there. */
    static void addNamed(List<SpecFacts> specs, FolderWalk walk) {
        for (SpecFacts facts : specs) {
            for (SpecFacts.Inside asked : facts.inside) {
                Optional<String> place =
                        isThere(asked.path(), walk) ? Optional.of(BELOW + asked.path()) : Optional.empty();
                name(asked, specs).ifPresent(name -> facts.wishes.add(wish(name, place, asked)));
            }
        }
    }

    private static SpecFacts.Wish wish(PackageName name, Optional<String> place, SpecFacts.Inside asked) {
        Requirement requirement = new Requirement(name, Set.of(), SpecifierSet.ANY, place, Optional.empty());
        return new SpecFacts.Wish(
                new Declaration.Pip(requirement, asked.evidence(), asked.comment()), asked.role(), asked.listed());
    }

    /** As it is said, or as the place tells it. */
    private static Optional<PackageName> name(SpecFacts.Inside asked, List<SpecFacts> specs) {
        String folder = asked.path() + "/";
        return asked.name()
                .or(() -> specs.stream()
                        .filter(facts ->
                                facts.file.startsWith(folder) && facts.file.lastIndexOf('/') == folder.length() - 1)
                        .flatMap(facts -> facts.name.stream())
                        .flatMap(name -> PackageName.tryOf(name).stream())
                        .findFirst());
    }

    /** @param installable whether the project says how to install itself */
    static List<ProjectFacts.Warning> warnings(List<SpecFacts> specs, FolderWalk walk, boolean installable) {
        List<ProjectFacts.Warning> warnings = new ArrayList<>();
        for (SpecFacts facts : specs) {
            for (SpecFacts.Inside asked : facts.inside) {
                message(asked, name(asked, specs), isThere(asked.path(), walk))
                        .ifPresent(message -> warnings.add(new ProjectFacts.Warning(
                                WarningKind.LOCAL_REQUIREMENT.key(), asked.evidence(), message)));
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

    private static Optional<String> message(SpecFacts.Inside asked, Optional<PackageName> name, boolean isThere) {
        if (isThere) {
            return name.isPresent()
                    ? Optional.empty()
                    : Optional.of(asked.written()
                            + " is a package inside the project, and its files do not tell its name, so it is not installed"
                            + " with the others. What it asks for was read; install it by \"pip install --no-deps "
                            + asked.written() + "\".");
        }
        return Optional.of(name.map(LocalRequirements::byName)
                .orElseGet(() -> asked.written()
                        + " is asked for here, and the project has no such file or folder, so it was left out. Add"
                        + " it, or remove the line."));
    }

    static String byName(PackageName name) {
        return name
                + " is asked for from a file that exists on one computer only. It was taken by its name, without the"
                + " place.";
    }

    /** A folder without a file has nothing to install. */
    private static boolean isThere(String path, FolderWalk walk) {
        return walk.links.stream().anyMatch(link -> link.equals(path) || path.startsWith(link + "/"))
                || walk.files.stream()
                        .map(ProjectFile::path)
                        .anyMatch(file -> file.equals(path) || file.startsWith(path + "/"));
    }
}
