package org.specimen.project;

import java.util.ArrayDeque;
import java.util.Deque;
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
                            path -> facts.includes.add(new SpecFacts.Include(
                                    path, include.constraint(), FileKind.REQUIREMENTS, true, evidence)),
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

    void add(Requirement requirement, Evidence evidence, String comment) {
        Optional<String> url = requirement.url();
        if (url.filter(RequirementWishes::isBelow).isPresent()) {
            addLocal(
                    new RequirementsFile.Reference(url.get(), true, Optional.empty(), evidence.line(), comment),
                    evidence,
                    comment);
            return;
        }
        if (url.filter(RequirementWishes::isLocal).isPresent()) {
            warnByName(requirement.name(), evidence);
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
        if (url.map(RepositoryUrl::new).filter(RepositoryUrl::isMoving).isPresent()) {
            warnMoving(requirement.name().value(), evidence);
        }
        wish(requirement, evidence, comment);
    }

    /** A repository or a URL is a requirement with that URL; what lies in a folder can only be told. */
    private void add(RequirementsFile.Reference reference, Evidence evidence, String comment) {
        String target = reference.target();
        if (isLocal(target)) {
            addLocal(reference, evidence, comment);
            return;
        }
        RepositoryUrl url = new RepositoryUrl(target);
        if (url.isMoving()) {
            warnMoving(target, evidence);
        }
        reference
                .name()
                .or(url::likelyName)
                .ifPresentOrElse(
                        name -> wish(
                                new Requirement(
                                        name,
                                        Set.of(),
                                        SpecifierSet.ANY,
                                        Optional.of(url.withoutName()),
                                        Optional.empty()),
                                evidence,
                                comment),
                        () -> facts.warn(
                                WarningKind.BROKEN_REQUIREMENT,
                                evidence,
                                target
                                        + " does not tell which package it is, so it was left out. Write its name and \" @ \""
                                        + " before it."));
    }

    private void addLocal(RequirementsFile.Reference reference, Evidence evidence, String comment) {
        String target = reference.target();
        String path = folder(target);
        Optional<String> inside = target.startsWith("git+") ? Optional.empty() : resolve(evidence.file(), path);
        if (inside.filter(String::isEmpty).isPresent()) {
            facts.ownFolder.add(evidence);
        } else if (inside.isPresent()) {
            facts.inside.add(
                    new SpecFacts.Inside(inside.get(), path, reference.name(), evidence, comment, role, listed));
        } else if (reference.name().isPresent()) {
            warnByName(reference.name().get(), evidence);
            wish(Requirement.of(reference.name().get()), evidence, comment);
        } else if (target.startsWith("git+")) {
            facts.warn(
                    WarningKind.BROKEN_REQUIREMENT,
                    evidence,
                    target + " is no address that pip can read. Write git+ssh://git@host/person/project.git@ and the"
                            + " commit.");
        } else {
            facts.warn(
                    WarningKind.LOCAL_REQUIREMENT,
                    evidence,
                    path
                            + " lies outside of the project, on one computer only, so it was left out. Publish it, or put"
                            + " it into the project.");
        }
    }

    /** {@code file:./local[plot]#egg=x} without all but the path. */
    private static String folder(String target) {
        String path = target.toLowerCase(Locale.ROOT).startsWith("file:") ? target.substring(5) : target;
        int fragment = path.indexOf('#');
        path = fragment < 0 ? path : path.substring(0, fragment);
        int extras = path.endsWith("]") ? path.lastIndexOf('[') : -1;
        return (extras < 0 ? path : path.substring(0, extras)).strip();
    }

    private void warnByName(PackageName name, Evidence evidence) {
        facts.warn(WarningKind.LOCAL_REQUIREMENT, evidence, LocalRequirements.byName(name));
    }

    private void wish(Requirement requirement, Evidence evidence, String comment) {
        facts.wishes.add(new Wish(new Declaration.Pip(requirement, evidence, comment), role, listed));
    }

    private void warnMoving(String what, Evidence evidence) {
        facts.warn(
                WarningKind.MOVING_REQUIREMENT,
                evidence,
                what + " comes from a repository without a commit, so another state of it may come next time. Write"
                        + " @<40 hex digits> behind its address, as \"git rev-parse HEAD\" tells them.");
    }

    /** A path without a root, as Poetry's and Pixi's tables have it. */
    private static boolean isBelow(String url) {
        return url.startsWith("file:") && !url.startsWith("file:/");
    }

    private static boolean isLocal(String url) {
        int scheme = url.indexOf("://");
        String lower = url.toLowerCase(Locale.ROOT);
        return scheme < 0
                || lower.startsWith("file:")
                || lower.substring(0, scheme).endsWith("+file");
    }

    /** An included path from the project folder, empty if it is a URL or lies outside. */
    static Optional<String> resolve(String from, String path) {
        if (path.contains("://") || path.startsWith("/") || path.startsWith("~") || path.indexOf('\\') == 2) {
            return Optional.empty();
        }
        Deque<String> steps = new ArrayDeque<>();
        int slash = from.lastIndexOf('/');
        for (String step : (from.substring(0, slash + 1) + path.replace('\\', '/')).split("/", -1)) {
            if (step.equals("..")) {
                if (steps.isEmpty()) {
                    return Optional.empty();
                }
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return Optional.of(String.join("/", steps));
    }
}
