package org.specimen.project;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.specimen.format.RequirementsFile;
import org.specimen.project.SpecFacts.Wish;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;

/** Takes the lines of a requirements file, wherever they stand, as what the project asks for. */
final class RequirementWishes {

    private final SpecFacts facts;
    private final Role role;
    private final boolean listed;

    RequirementWishes(SpecFacts facts, Role role, boolean listed) {
        this.facts = facts;
        this.role = role;
        this.listed = listed;
    }

    void add(RequirementsFile.Line line, Evidence evidence, String comment) {
        if (line instanceof RequirementsFile.Wanted wanted) {
            add(wanted.requirement(), evidence, comment);
        } else if (line instanceof RequirementsFile.Reference reference) {
            add(reference, evidence, comment);
        } else if (line instanceof RequirementsFile.Include include) {
            resolve(evidence.file(), include.path())
                    .ifPresentOrElse(
                            path -> facts.includes.add(new SpecFacts.Include(path, include.constraint(), evidence)),
                            () -> facts.warn(
                                    WarningKind.BROKEN_REQUIREMENT,
                                    evidence,
                                    "It includes " + include.path()
                                            + ", which is no file in the project, so that was not read."));
        } else if (line instanceof RequirementsFile.Unreadable broken) {
            facts.warn(
                    WarningKind.BROKEN_REQUIREMENT,
                    evidence,
                    "\"" + broken.text() + "\" cannot be read as a requirement: " + broken.reason()
                            + ". Correct the line, or remove it.");
            broken.name().ifPresent(name -> wish(Requirement.of(name), evidence, comment));
        }
    }

    private void add(Requirement requirement, Evidence evidence, String comment) {
        if (requirement.url().filter(RequirementWishes::isLocal).isPresent()) {
            facts.warn(
                    WarningKind.LOCAL_REQUIREMENT,
                    evidence,
                    requirement.name()
                            + " is asked for from a file that exists on one computer only. It was taken by its"
                            + " name, without the place.");
            wish(
                    new Requirement(
                            requirement.name(),
                            requirement.extras(),
                            SpecifierSet.ANY,
                            Optional.empty(),
                            requirement.marker()),
                    evidence,
                    comment);
            return;
        }
        requirement
                .url()
                .filter(RequirementWishes::isMoving)
                .ifPresent(url -> warnMoving(requirement.name().value(), evidence));
        wish(requirement, evidence, comment);
    }

    /** A repository or a URL is a requirement with that URL; a folder of the project is the project itself. */
    private void add(RequirementsFile.Reference reference, Evidence evidence, String comment) {
        boolean remote = reference.target().contains("://") && !isLocal(reference.target());
        if (!remote) {
            reference.name().ifPresent(name -> wish(Requirement.of(name), evidence, comment));
            return;
        }
        if (isMoving(reference.target())) {
            warnMoving(reference.target(), evidence);
        }
        Optional<PackageName> name = reference.name().or(() -> repositoryName(reference.target()));
        int fragment = reference.target().indexOf('#');
        String url = fragment < 0 ? reference.target() : reference.target().substring(0, fragment);
        name.ifPresent(found -> wish(
                new Requirement(found, Set.of(), SpecifierSet.ANY, Optional.of(url), Optional.empty()),
                evidence,
                comment));
    }

    private void wish(Requirement requirement, Evidence evidence, String comment) {
        facts.wishes.add(new Wish(new Declaration.Pip(requirement, evidence, comment), role, listed));
    }

    private void warnMoving(String what, Evidence evidence) {
        facts.warn(
                WarningKind.MOVING_REQUIREMENT,
                evidence,
                what
                        + " comes from a repository without a commit, so another state of it may come next time. Write @ and"
                        + " the commit behind it.");
    }

    private static boolean isLocal(String url) {
        return url.toLowerCase(Locale.ROOT).startsWith("file:") || !url.contains("://");
    }

    /** Whether a repository stands there without a commit, or with a branch in its place. */
    private static boolean isMoving(String url) {
        if (!url.startsWith("git+")) {
            return false;
        }
        int end = url.indexOf('#') < 0 ? url.length() : url.indexOf('#');
        int at = url.lastIndexOf('@', end);
        String revision =
                at > url.indexOf("://") + 3 && at > url.lastIndexOf('/', end) ? url.substring(at + 1, end) : "";
        return revision.isEmpty()
                || Set.of("main", "master", "develop", "dev", "HEAD").contains(revision);
    }

    /** {@code git+https://host/person/thing.git@v1}: thing, which is what most repositories call their package. */
    private static Optional<PackageName> repositoryName(String url) {
        int end = url.indexOf('#') < 0 ? url.length() : url.indexOf('#');
        int slash = url.lastIndexOf('/', end);
        String last = url.substring(slash + 1, end);
        int at = last.indexOf('@');
        last = at < 0 ? last : last.substring(0, at);
        return url.startsWith("git+")
                ? PackageName.tryOf(last.endsWith(".git") ? last.substring(0, last.length() - 4) : last)
                : Optional.empty();
    }

    /** An included path from the project folder, empty if it is a URL or lies outside. */
    static Optional<String> resolve(String from, String path) {
        if (path.contains("://") || path.startsWith("/") || path.startsWith("~") || path.indexOf('\\') == 2) {
            return Optional.empty();
        }
        try {
            int slash = from.lastIndexOf('/');
            String base = slash < 0 ? "" : from.substring(0, slash + 1);
            String joined = new URI(null, null, "/" + base + path.replace('\\', '/'), null)
                    .normalize()
                    .getPath();
            return joined.startsWith("/../") ? Optional.empty() : Optional.of(joined.substring(1));
        } catch (java.net.URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
