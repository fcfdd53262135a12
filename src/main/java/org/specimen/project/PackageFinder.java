package org.specimen.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.ImportProvider;
import org.specimen.catalogue.StandardLibrary;
import org.specimen.conda.CondaName;
import org.specimen.project.SpecFacts.Wish;
import org.specimen.python.PackageName;

/**
 * Brings together what is imported and what is asked for: which distributions the project uses, and what is missing. What
 * the project asks for decides where several distributions provide an import.
 */
final class PackageFinder {

    /** What comes with every environment. */
    private static final Set<String> ALWAYS_THERE = Set.of("pip", "python");

    /** What is run on the code and never by it; where a program imports one, it is no tool there. */
    private static final Set<String> DEVELOPMENT_TOOLS = Set.of(
            "pytest",
            "flake8",
            "black",
            "mypy",
            "ruff",
            "isort",
            "pylint",
            "tox",
            "nox",
            "coverage",
            "codecov",
            "sphinx",
            "pre-commit",
            "twine",
            "bump2version",
            "build",
            "autopep8",
            "yapf",
            "pycodestyle",
            "pydocstyle",
            "nbsphinx",
            "numpydoc",
            "interrogate",
            "bandit",
            "codespell");

    private static final class Found {
        final Set<String> imports = new TreeSet<>();
        final Set<Evidence> importEvidence = new TreeSet<>();
        final Set<Evidence> evidence = new TreeSet<>();
        final Set<Role> importRoles = EnumSet.noneOf(Role.class);
        final Set<Role> wishRoles = EnumSet.noneOf(Role.class);
        final List<Declaration> declarations = new ArrayList<>();
        boolean known;
    }

    /** A module that is no one's, and where it is imported. */
    private record Unknown(String topLevel, Evidence evidence) {}

    /** What the standard library opens windows with; Tkinter is its name in Python 2. */
    private static final Set<String> WINDOW_MODULES = Set.of("tkinter", "Tkinter", "turtle");

    private final Catalogue catalogue;
    private final StandardLibrary standardLibrary;
    private final LocalModules localModules;
    private final Set<PackageName> own;
    private final Map<PackageName, Found> found = new TreeMap<>();
    private final Map<PackageName, List<Wish>> wishes = new LinkedHashMap<>();
    /** Of a conda package that holds several distributions: each with the package's wish. */
    private final Map<PackageName, PackageName> firstOfConda = new HashMap<>();

    /** What is no Python distribution. */
    private final Map<CondaName, List<Wish>> condaWishes = new LinkedHashMap<>();

    private final Map<String, List<ImportProvider>> providers = new HashMap<>();
    private final Map<String, Unknown> unknown = new TreeMap<>();
    private final List<ProjectFacts.Warning> warnings = new ArrayList<>();
    private final Map<String, Evidence> shadowing = new TreeMap<>();
    private final Map<String, Evidence> windows = new TreeMap<>();

    /** @param own the names of the project's own distributions */
    PackageFinder(Catalogue catalogue, LocalModules localModules, Set<PackageName> own) {
        this.catalogue = catalogue;
        this.standardLibrary = catalogue.standardLibrary();
        this.localModules = localModules;
        this.own = own;
    }

    // What the project asks for

    void addWish(Wish wish) {
        if (wish.declaration() instanceof Declaration.Pip pip) {
            addWish(pip.requirement().name(), wish);
        } else if (wish.declaration() instanceof Declaration.Conda conda) {
            conda.spec().exactName().ifPresent(name -> addCondaWish(name, wish));
        }
    }

    private void addWish(PackageName name, Wish wish) {
        if (!own.contains(name) && !ALWAYS_THERE.contains(name.value())) {
            wishes.computeIfAbsent(name, missing -> new ArrayList<>()).add(wish);
        }
    }

    private void addCondaWish(CondaName name, Wish wish) {
        if (ALWAYS_THERE.contains(name.value())) {
            return;
        }
        List<PackageName> provided = distributionsOf(name);
        if (provided.isEmpty()) {
            // of all that was installed, what is no Python comes again with what needs it
            if (!wish.listed()) {
                condaWishes.computeIfAbsent(name, missing -> new ArrayList<>()).add(wish);
            }
            return;
        }
        for (PackageName distribution : provided) {
            addWish(distribution, wish);
            firstOfConda.putIfAbsent(distribution, provided.get(0));
        }
    }

    /** The distributions in a conda package; of one that nobody knows, the distribution of that name if there is one. */
    private List<PackageName> distributionsOf(CondaName name) {
        List<PackageName> known = catalogue.distributionsOf(name.value());
        if (!known.isEmpty() || catalogue.condaPackage(name.value()).isPresent()) {
            return known;
        }
        return PackageName.tryOf(name.value())
                .filter(same -> catalogue.distribution(same).isPresent())
                .map(List::of)
                .orElse(List.of());
    }

    // What the code imports

    /**
     * Adds an import; all wishes must be known by then.
     *
     * @param role what the file is for, and whether it copes without the import
     */
    void addImport(Import read, Evidence evidence, String folder, Role role) {
        if (read.level() > 0 || read.module().isEmpty()) {
            return;
        }
        String topLevel = read.topLevel();
        LocalModules.Match local = find(read, folder);
        boolean standard = standardLibrary.contains(topLevel) || standardLibrary.contains(topLevel, "2.7");
        if (local == LocalModules.Match.FIRST) {
            noteShadow(topLevel, standard, evidence);
            return;
        }
        if (standard || topLevel.equals("__future__") || topLevel.equals("__main__")) {
            if (WINDOW_MODULES.contains(topLevel) && role == Role.RUNTIME) {
                windows.putIfAbsent(topLevel, evidence);
            }
            return;
        }
        List<String> modules = read.names().isEmpty() || read.names().contains("*")
                ? List.of(read.module())
                : read.names().stream().map(name -> read.module() + "." + name).toList();
        Set<PackageName> seen = new LinkedHashSet<>();
        for (String module : modules) {
            Optional<ImportProvider> provider = choose(module);
            if (provider.isEmpty() || isNotOnPypi(provider.get(), local)) {
                if (local == LocalModules.Match.NONE) {
                    unknown.putIfAbsent(topLevel, new Unknown(topLevel, evidence));
                }
            } else if (!own.contains(provider.get().distribution())
                    && seen.add(provider.get().distribution())) {
                add(provider.get(), evidence, role);
            }
        }
    }

    private LocalModules.Match find(Import read, String folder) {
        LocalModules.Match match = localModules.find(folder, read.module());
        for (String name : read.names()) {
            if (match == LocalModules.Match.FIRST) {
                break;
            }
            LocalModules.Match submodule = localModules.find(folder, read.module() + "." + name);
            match = submodule == LocalModules.Match.FIRST ? submodule : match;
        }
        return match;
    }

    /** A guess at the name of a module that lies somewhere in the project is no distribution. */
    private boolean isNotOnPypi(ImportProvider provider, LocalModules.Match local) {
        return local == LocalModules.Match.PERHAPS && !provider.known() && !wishes.containsKey(provider.distribution());
    }

    /** A distribution that is asked for, else the first that the catalogue knows. */
    private Optional<ImportProvider> choose(String module) {
        List<ImportProvider> candidates = providers.computeIfAbsent(module, catalogue::distributionsProviding);
        return candidates.stream()
                .filter(candidate -> wishes.containsKey(candidate.distribution()))
                .findFirst()
                .or(() -> wishedLike(module, candidates))
                .or(() -> candidates.stream().findFirst());
    }

    /** A distribution that is asked for and whose name is the module's, where the catalogue knows no better. */
    private Optional<ImportProvider> wishedLike(String module, List<ImportProvider> candidates) {
        String topLevel = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
        boolean known = candidates.stream().anyMatch(ImportProvider::known);
        return PackageName.tryOf(topLevel)
                .filter(name -> !known && wishes.containsKey(name))
                .map(name -> new ImportProvider(name, topLevel, true));
    }

    private void add(ImportProvider provider, Evidence evidence, Role role) {
        Found entry = found.computeIfAbsent(provider.distribution(), missing -> new Found());
        entry.imports.add(provider.importName());
        entry.importEvidence.add(evidence);
        entry.importRoles.add(role);
        entry.known |= provider.known();
    }

    private void noteShadow(String topLevel, boolean standard, Evidence evidence) {
        boolean asked = PackageName.tryOf(topLevel).filter(wishes::containsKey).isPresent();
        if (asked && !standard) {
            shadowing.putIfAbsent(topLevel, evidence);
        }
    }

    // Together

    /** The packages, by name. */
    List<FoundPackage> packages() {
        boolean anyImport = !found.isEmpty();
        Set<PackageName> imported = Set.copyOf(found.keySet());
        wishes.forEach((name, wished) -> {
            boolean listed = wished.stream().allMatch(Wish::listed);
            // a conda package of many distributions is there for the one that is imported, or for its first
            PackageName first = firstOfConda.getOrDefault(name, name);
            boolean companion = !first.equals(name)
                    && wished.stream().allMatch(wish -> wish.declaration() instanceof Declaration.Conda);
            if (!imported.contains(name)
                    && ((listed && anyImport) || companion || isReplaced(name, imported, wished))) {
                return;
            }
            Found entry = found.computeIfAbsent(name, missing -> new Found());
            for (Wish wish : foremost(wished)) {
                entry.declarations.add(wish.declaration());
                entry.wishRoles.add(wish.role());
                entry.evidence.add(wish.declaration().evidence());
            }
        });
        List<FoundPackage> packages = new ArrayList<>();
        found.forEach((name, entry) -> packages.add(toPackage(name, entry)));
        return packages;
    }

    /**
     * Those that count. What the documentation or a test run was pinned to says nothing of the analysis where a file of
     * the project itself asks for the same, and a file further down nothing of the whole.
     */
    private static List<Wish> foremost(List<Wish> wished) {
        Comparator<Wish> order = Comparator.comparing(Wish::role).thenComparing(PackageFinder::depth);
        Wish first = wished.stream().min(order).orElseThrow();
        return wished.stream().filter(wish -> order.compare(wish, first) == 0).toList();
    }

    private static long depth(Wish wish) {
        return wish.declaration()
                .evidence()
                .file()
                .chars()
                .filter(c -> c == '/')
                .count();
    }

    /** Whether another distribution of the same conda package is imported in its place. */
    private boolean isReplaced(PackageName name, Set<PackageName> imported, List<Wish> wished) {
        return wished.stream()
                .allMatch(wish -> wish.declaration() instanceof Declaration.Conda conda
                        && conda.spec().exactName().map(this::distributionsOf).orElse(List.of()).stream()
                                .anyMatch(other -> !other.equals(name) && imported.contains(other)));
    }

    private static FoundPackage toPackage(PackageName name, Found entry) {
        List<Evidence> evidence = new ArrayList<>(new TreeSet<>(union(entry.importEvidence, entry.evidence)));
        Confidence confidence = !entry.declarations.isEmpty()
                ? Confidence.DECLARED
                : entry.known ? Confidence.KNOWN : Confidence.GUESSED;
        return new FoundPackage(
                name, List.copyOf(entry.imports), role(name, entry), evidence, confidence, entry.declarations);
    }

    private static Set<Evidence> union(Set<Evidence> one, Set<Evidence> other) {
        Set<Evidence> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    /**
     * What it is imported for, else what it is asked for. That it is asked for as needed weighs more than that the code
     * copes without it.
     */
    private static Role role(PackageName name, Found entry) {
        Role wished = lightest(entry.wishRoles);
        if (entry.importRoles.isEmpty()) {
            return isDevelopmentTool(name.value()) ? Role.DEVELOPMENT : wished;
        }
        Role imported = lightest(entry.importRoles);
        boolean needed = imported == Role.OPTIONAL && entry.wishRoles.contains(Role.RUNTIME);
        return needed ? Role.RUNTIME : imported;
    }

    private static boolean isDevelopmentTool(String name) {
        return DEVELOPMENT_TOOLS.contains(name)
                || name.startsWith("pytest-")
                || name.startsWith("flake8-")
                || name.startsWith("sphinx-");
    }

    private static Role lightest(Set<Role> roles) {
        return roles.stream().min(Comparator.naturalOrder()).orElse(Role.RUNTIME);
    }

    /**
     * What it asks conda for that is no Python distribution. What only files for tests or documentation ask for counts
     * where no file of the project itself asks conda for anything.
     */
    List<Declaration.Conda> condaPackages() {
        Role lightest = Stream.concat(wishes.values().stream(), condaWishes.values().stream())
                .flatMap(List::stream)
                .filter(wish -> wish.declaration() instanceof Declaration.Conda)
                .map(Wish::role)
                .min(Comparator.naturalOrder())
                .orElse(Role.RUNTIME);
        return condaWishes.values().stream()
                .map(PackageFinder::foremost)
                .flatMap(List::stream)
                .filter(wish -> wish.role() != Role.DEVELOPMENT || lightest == Role.DEVELOPMENT)
                .map(wish -> (Declaration.Conda) wish.declaration())
                .toList();
    }

    /**
     * What is missing, unknown, unused or hidden; {@link #packages} first.
     *
     * @param byOwn what the files ask for that Specimen wrote
     */
    List<ProjectFacts.Warning> warnings(boolean anySpecFile, Set<PackageName> byOwn) {
        found.forEach((name, entry) -> {
            if (entry.declarations.isEmpty()
                    && anySpecFile
                    && !byOwn.contains(name)
                    && role(name, entry) != Role.DEVELOPMENT) {
                warn(
                        WarningKind.UNDECLARED,
                        entry.importEvidence.iterator().next(),
                        String.join(", ", entry.imports) + " is imported, and no file asks for " + name
                                + (entry.known ? "." : ", which is the guess for it."));
            } else if (entry.imports.isEmpty() && !entry.declarations.isEmpty() && role(name, entry) == Role.RUNTIME) {
                warn(
                        WarningKind.UNUSED,
                        entry.declarations.get(0).evidence(),
                        name + " is asked for, and no import of it was found. Plug-ins and command-line tools are used"
                                + " without one.");
            }
        });
        if (!anySpecFile) {
            found.values().stream()
                    .flatMap(entry -> entry.importEvidence.stream())
                    .min(Comparator.naturalOrder())
                    .ifPresent(first -> warn(
                            WarningKind.NOTHING_DECLARED,
                            first,
                            "No file of the project says which packages it needs. They were read from its imports."));
        }
        unknown.values()
                .forEach(
                        module -> warn(
                                WarningKind.UNKNOWN_MODULE,
                                module.evidence(),
                                module.topLevel()
                                        + " is imported, and neither the project nor the catalogue has it. Say where it comes from."));
        windows.forEach((module, evidence) -> warn(
                WarningKind.DESKTOP_WINDOW, evidence, module + " opens windows, which need a desktop to show on."));
        shadowing.forEach((module, evidence) -> warn(
                WarningKind.SHADOWED,
                evidence,
                "The project's own " + module + " is imported here in place of the package that it asks for."));
        return warnings;
    }

    private void warn(WarningKind kind, Evidence evidence, String message) {
        warnings.add(new ProjectFacts.Warning(kind.key(), evidence, message));
    }
}
