package org.specimen.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.catalogue.StandardLibrary;
import org.specimen.project.ProjectFacts.PythonRequirement;
import org.specimen.project.ProjectFacts.Warning;
import org.specimen.project.SpecFacts.PythonWish;
import org.specimen.python.SpecifierSet;

/** What imports of Python's own modules tell of the Python: some came late, and some are gone again. */
final class StandardModules {

    private final StandardLibrary library;

    /** Of each module, where it is imported first. */
    private final Map<String, Evidence> imported = new HashMap<>();

    StandardModules(StandardLibrary library) {
        this.library = library;
    }

    /** Takes note of an import that the code cannot do without. */
    void add(String module, Evidence evidence) {
        imported.merge(module, evidence, (one, other) -> one.compareTo(other) <= 0 ? one : other);
    }

    /** The Pythons that have the modules, one wish for each that not all have. */
    List<PythonWish> pythons() {
        List<PythonWish> wishes = new ArrayList<>();
        imported.forEach((module, evidence) -> pythons(module)
                .ifPresent(pythons -> wishes.add(new PythonWish(pythons, evidence, SpecFacts.Weight.SEEN))));
        return wishes;
    }

    /** Those that no Python 3 has, with the place that each is imported at first. */
    Map<String, Evidence> ofPythonTwo() {
        Map<String, Evidence> old = new HashMap<>(imported);
        old.keySet().removeIf(module -> !library.contains(module, "2.7") || library.contains(module));
        return old;
    }

    /** Empty if all that are known have it, or none: that is a module of Python 2. */
    private Optional<SpecifierSet> pythons(String module) {
        List<String> all = library.minors();
        List<String> having = library.minorsWith(module);
        if (having.isEmpty() || having.size() == all.size()) {
            return Optional.empty();
        }
        String since = having.get(0).equals(all.get(0)) ? "" : ">=" + having.get(0);
        int next = all.indexOf(having.get(having.size() - 1)) + 1;
        String before = next == all.size() ? "" : "<" + all.get(next);
        return Optional.of(
                SpecifierSet.parse(since.isEmpty() || before.isEmpty() ? since + before : since + "," + before));
    }

    /** Where the Python that is asked for does not have a module. */
    List<Warning> warnings(PythonRequirement python) {
        List<Warning> warnings = new ArrayList<>();
        imported.forEach((module, evidence) -> pythons(module)
                .filter(pythons -> !PythonVersions.isMet(pythons.and(python.requires())))
                .ifPresent(pythons -> warnings.add(new Warning(
                        WarningKind.CONTRADICTION.key(),
                        evidence,
                        module + " comes with Python " + pythons + " only, and Python " + python.requires()
                                + " is asked for. Ask for another Python, or do without the module."))));
        return warnings;
    }
}
