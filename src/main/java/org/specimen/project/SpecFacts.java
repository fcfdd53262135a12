package org.specimen.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;

/** What one file that asks for packages tells, filled while it is read. */
final class SpecFacts {

    /**
     * A folder or a file of the project that is asked for as a package, if it is there.
     *
     * @param path from the project folder
     * @param written as it is asked for
     * @param name where it is said with it
     */
    record Inside(
            String path,
            String written,
            Optional<PackageName> name,
            Evidence evidence,
            String comment,
            Role role,
            boolean listed) {}

    /**
     * Something that is asked for.
     *
     * @param listed whether it may be there only because something else needs it, as in what pip or conda wrote out
     */
    record Wish(Declaration declaration, Role role, boolean listed) {}

    /**
     * Another file with packages.
     *
     * @param path relative to the project folder
     * @param kind what it is read as
     * @param certain whether it must be there; a path on another computer is looked for and may be missing
     */
    record Include(String path, boolean constraint, FileKind kind, boolean certain, Evidence evidence) {

        /** A file that a command names: beside the file that the command stands in, or at the top of the project. */
        static List<Include> perhaps(String path, FileKind kind, Evidence evidence) {
            String name = path.substring(path.lastIndexOf('/') + 1);
            return Stream.of(
                            RequirementWishes.resolve(evidence.file(), path),
                            RequirementWishes.resolve("", path),
                            RequirementWishes.resolve(evidence.file(), name),
                            RequirementWishes.resolve("", name))
                    .flatMap(Optional::stream)
                    .filter(found -> !found.isEmpty())
                    .distinct()
                    .map(found -> new Include(found, false, kind, false, evidence))
                    .toList();
        }
    }

    /** How much counts what a file says of Python; one that counts less is heard where no other speaks. */
    enum Weight {
        /** A person asks for it. */
        ASKED,
        /** An image or a single script has it. */
        HAD,
        /** A notebook was last run with it. */
        SEEN
    }

    record PythonWish(SpecifierSet specifiers, Evidence evidence, Weight weight) {
        PythonWish(SpecifierSet specifiers, Evidence evidence) {
            this(specifiers, evidence, Weight.ASKED);
        }
    }

    final String file;
    /** What it is shown as; empty for what is no file with packages by itself. */
    Optional<SpecFileKind> kind;

    /** Whether it only limits versions (pip documentation, "Constraints Files"). */
    boolean limits;

    final List<Wish> wishes = new ArrayList<>();
    final List<Include> includes = new ArrayList<>();
    /** What a lock or a constraints file fixes of what others ask for. */
    final List<Declaration> fixed = new ArrayList<>();
    /** Where an extra for tutorials or examples asks for something, which are the documentation of a library. */
    final Set<Evidence> showing = new HashSet<>();

    /** Where the project's own folder is asked for. */
    final List<Evidence> ownFolder = new ArrayList<>();

    /** What else of the project is asked for as a package. */
    final List<Inside> inside = new ArrayList<>();

    final List<PythonWish> pythons = new ArrayList<>();
    final List<ProjectFacts.SystemPackage> systemPackages = new ArrayList<>();
    final List<ProjectFacts.Secret> secrets = new ArrayList<>();
    final List<ProjectFacts.Warning> warnings = new ArrayList<>();
    /** Where an image shows that a GPU is used, and that its CUDA toolkit is. */
    final List<Evidence> gpu = new ArrayList<>();

    final List<Evidence> cuda = new ArrayList<>();
    /** The name that the project gives itself here. */
    Optional<String> name = Optional.empty();

    boolean installable;

    SpecFacts(String file, Optional<SpecFileKind> kind) {
        this.file = file;
        this.kind = kind;
    }

    /** Takes what it asks for as limits of what others ask for. */
    void onlyLimit() {
        limits = true;
        kind = Optional.empty();
        wishes.forEach(wish -> fixed.add(wish.declaration()));
        wishes.clear();
        pythons.clear();
    }

    void warn(WarningKind kind, Evidence evidence, String message) {
        warnings.add(new ProjectFacts.Warning(kind.key(), evidence, message));
    }
}
