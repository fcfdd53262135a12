package org.specimen.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.python.SpecifierSet;

/** What one file that asks for packages tells, filled while it is read. */
final class SpecFacts {

    /**
     * Something that is asked for.
     *
     * @param listed whether it may be there only because something else needs it, as in what pip or conda wrote out
     */
    record Wish(Declaration declaration, Role role, boolean listed) {}

    /** Another requirements file, relative to the project folder. */
    record Include(String path, boolean constraint, Evidence evidence) {}

    record PythonWish(SpecifierSet specifiers, Evidence evidence) {}

    final String file;
    final Optional<SpecFileKind> kind;
    final List<Wish> wishes = new ArrayList<>();
    final List<Include> includes = new ArrayList<>();
    /** Where an extra for tutorials or examples asks for something, which are the documentation of a library. */
    final Set<Evidence> showing = new HashSet<>();

    /** Where the project's own folder is asked for. */
    final List<Evidence> ownFolder = new ArrayList<>();

    final List<PythonWish> pythons = new ArrayList<>();
    final List<ProjectFacts.SystemPackage> systemPackages = new ArrayList<>();
    final List<ProjectFacts.Secret> secrets = new ArrayList<>();
    final List<ProjectFacts.Warning> warnings = new ArrayList<>();
    /** The name that the project gives itself here. */
    Optional<String> name = Optional.empty();

    boolean installable;

    SpecFacts(String file, Optional<SpecFileKind> kind) {
        this.file = file;
        this.kind = kind;
    }

    void warn(WarningKind kind, Evidence evidence, String message) {
        warnings.add(new ProjectFacts.Warning(kind.key(), evidence, message));
    }
}
