package org.specimen.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.specimen.python.PackageName;

/** What is to be said of the packages of a project. */
final class PackageWarnings {

    private final boolean anySpecFile;
    private final Set<PackageName> byOwn;
    private final List<ProjectFacts.Warning> warnings = new ArrayList<>();

    /**
     * @param anySpecFile whether any file of the project asks for packages
     * @param byOwn what the files ask for that Specimen wrote
     */
    PackageWarnings(boolean anySpecFile, Set<PackageName> byOwn) {
        this.anySpecFile = anySpecFile;
        this.byOwn = byOwn;
    }

    List<ProjectFacts.Warning> all() {
        return warnings;
    }

    void addAll(List<ProjectFacts.Warning> others) {
        warnings.addAll(others);
    }

    private void add(WarningKind kind, Evidence evidence, String message) {
        warnings.add(new ProjectFacts.Warning(kind.key(), evidence, message));
    }

    /** @param needed whether something that the project uses needs it, as far as the catalogue knows */
    void addPackage(PackageName name, Finding finding, boolean needed) {
        Role role = PackageRoles.of(name, finding);
        if (finding.declarations.isEmpty() && anySpecFile && !byOwn.contains(name) && role != Role.DEVELOPMENT) {
            String use = finding.imports.isEmpty()
                    ? "What stands here needs " + name + ", and no file asks for it."
                    : String.join(", ", finding.imports) + " is imported, and no file asks for " + name
                            + (finding.known ? "." : ", which is the guess for it.");
            add(WarningKind.UNDECLARED, finding.useEvidence.iterator().next(), use);
        } else if (finding.confidence() == Confidence.GUESSED && role != Role.DEVELOPMENT) {
            add(
                    WarningKind.UNKNOWN_MODULE,
                    finding.useEvidence.iterator().next(),
                    "Nothing is known of " + String.join(", ", finding.imports) + " but the name; the package " + name
                            + " is the guess for it. See whether that is meant.");
        } else if (!finding.isUsed() && !finding.declarations.isEmpty() && role == Role.RUNTIME) {
            add(
                    WarningKind.UNUSED,
                    finding.declarations.get(0).evidence(),
                    name + " is asked for, and no import of it was found. "
                            + (needed
                                    ? "Something else that the project uses needs it, so it comes in any case."
                                    : "Plug-ins and command-line tools are used without one."));
        }
    }

    void addNothingDeclared(Collection<Finding> findings) {
        if (!anySpecFile) {
            findings.stream()
                    .flatMap(finding -> finding.useEvidence.stream())
                    .min(Comparator.naturalOrder())
                    .ifPresent(first -> add(
                            WarningKind.NOTHING_DECLARED,
                            first,
                            "No file of the project says which packages it needs. They were read from its imports."));
        }
    }

    void addUnknown(UnknownModule module) {
        String message = module.elsewhere()
                .map(elsewhere -> module.name() + " is imported, and no package index has it. It comes from "
                        + elsewhere.place() + ".")
                .orElse(module.name()
                        + " is imported, and neither the project nor the catalogue has it. A package may be called so, but"
                        + " nothing tells that it is meant: say where the module comes from.");
        add(WarningKind.UNKNOWN_MODULE, module.evidence().get(0), message);
    }

    void addWindow(String module, Evidence evidence) {
        add(WarningKind.DESKTOP_WINDOW, evidence, module + " opens windows, which need a desktop to show on.");
    }

    void addShadow(String module, Evidence evidence) {
        add(
                WarningKind.SHADOWED,
                evidence,
                "The project's own " + module + " is imported here in place of the package of that name.");
    }
}
