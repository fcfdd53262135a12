package org.specimen.project;

import org.specimen.format.PyprojectToml;
import org.specimen.project.SpecFacts.PythonWish;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;

/**
 * The text of a file that asks for packages, and where what it says goes.
 *
 * @param role what the file is for, by its name
 */
record SpecText(SpecFacts facts, String text, Role role) {

    String file() {
        return facts.file;
    }

    Evidence at(int line) {
        return Evidence.of(facts.file, line);
    }

    /** A line that no tool would take becomes a warning. */
    void broken(String what, String reason, int line) {
        String shown = what.length() > 80 ? what.substring(0, 79) + "…" : what;
        facts.warn(
                WarningKind.BROKEN_REQUIREMENT,
                at(line),
                "\"" + shown + "\" cannot be read as a requirement: " + reason + ". Correct the line, or remove it.");
    }

    void add(Requirement requirement, Role wanted, int line) {
        new RequirementWishes(facts, wanted, false).add(requirement, at(line), "");
    }

    /** A requirement as it stands in settings; {@code file:} and {@code attr:} point to somewhere else. */
    void addText(String requirement, Role wanted, int line) {
        if (requirement.startsWith("#") || requirement.startsWith("file:") || requirement.startsWith("attr:")) {
            return;
        }
        try {
            add(Requirement.parse(requirement), wanted, line);
        } catch (IllegalArgumentException malformed) {
            broken(requirement, String.valueOf(malformed.getMessage()), line);
        }
    }

    void add(Iterable<? extends PyprojectToml.Dependency> dependencies) {
        for (PyprojectToml.Dependency dependency : dependencies) {
            if (dependency instanceof PyprojectToml.Wanted wanted && wanted.purpose() != PyprojectToml.Purpose.BUILD) {
                if (wanted.purpose() != PyprojectToml.Purpose.RUN) {
                    noteShowing(wanted.group(), wanted.line());
                }
                add(wanted.requirement(), Roles.of(wanted.purpose(), wanted.group()), wanted.line());
            } else if (dependency instanceof PyprojectToml.Unreadable unreadable) {
                broken(unreadable.text(), unreadable.reason(), unreadable.line());
            }
        }
    }

    /** What a group for tutorials asks for is there to show a library. */
    void noteShowing(String group, int line) {
        if (Roles.isShowing(group)) {
            facts.showing.add(at(line));
        }
    }

    void addPython(PyprojectToml.RequiresPython python) {
        facts.pythons.add(new PythonWish(python.specifiers(), at(python.line())));
    }

    void addPython(String specifiers, int line) {
        try {
            facts.pythons.add(new PythonWish(SpecifierSet.parse(specifiers), at(line)));
        } catch (IllegalArgumentException malformed) {
            broken(specifiers, String.valueOf(malformed.getMessage()), line);
        }
    }
}
