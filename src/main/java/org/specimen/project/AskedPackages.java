package org.specimen.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.conda.CondaName;
import org.specimen.project.SpecFacts.Wish;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;

/** What the project's files ask for, by the distribution that is meant. */
final class AskedPackages {

    /** What comes with every environment; Debian's pip writes pkg-resources, which no index has. */
    private static final Set<String> ALWAYS_THERE = Set.of("pip", "python", "pkg-resources");

    /** Where a project that can be installed says what it needs, and apart from that what its developers need. */
    private static final Set<String> SETTINGS = Set.of("pyproject.toml", "setup.cfg", "setup.py");

    private final Catalogue catalogue;
    private final Set<PackageName> own;
    private final LocalModules localModules;
    /** Stands before a name that is written as one word; no name holds it. */
    private static final String WHOLE = "=";

    /** What is asked for by what {@link #withWord} may look for; made when it first looks. */
    private final Map<String, Set<PackageName>> byWords = new HashMap<>();

    private final Map<PackageName, List<Wish>> wishes = new LinkedHashMap<>();
    /** Of a conda package that holds several distributions: each with the package's first. */
    private final Map<PackageName, PackageName> firstOfConda = new HashMap<>();

    /** What is no Python distribution. */
    private final Map<CondaName, List<Wish>> condaWishes = new LinkedHashMap<>();

    private final Set<Evidence> apart = new HashSet<>();

    /** Versions that locks fix of what is asked for or imported. */
    private final Map<PackageName, List<Declaration>> fixed = new HashMap<>();

    private final List<ProjectFacts.Warning> warnings = new ArrayList<>();

    /** @param own the names of the project's own distributions */
    AskedPackages(Catalogue catalogue, Set<PackageName> own, LocalModules localModules) {
        this.catalogue = catalogue;
        this.own = own;
        this.localModules = localModules;
    }

    /** Takes note of a place that lies apart from all code. */
    void noteApart(Evidence place) {
        apart.add(place);
    }

    void add(Wish wish) {
        if (wish.declaration() instanceof Declaration.Pip pip) {
            addPip(pip, wish);
        } else if (wish.declaration() instanceof Declaration.Conda conda) {
            conda.spec().exactName().ifPresent(name -> addConda(name, wish));
        }
    }

    /** Adds a version that a lock fixes of what the project asks for or imports. */
    void addFixed(Declaration declaration) {
        if (declaration instanceof Declaration.Pip pip) {
            addFixed(pip.requirement().name(), declaration);
        } else if (declaration instanceof Declaration.Conda conda) {
            conda.spec()
                    .exactName()
                    .map(this::distributionsOf)
                    .orElse(List.of())
                    .forEach(name -> addFixed(name, declaration));
        }
    }

    private void addFixed(PackageName name, Declaration declaration) {
        fixed.computeIfAbsent(name, missing -> new ArrayList<>()).add(declaration);
    }

    /** What locks fix of one distribution, beside what is asked of it. */
    FixedVersions fixed(PackageName name, List<Declaration> declarations) {
        return FixedVersions.of(name, declarations, fixed.getOrDefault(name, List.of()));
    }

    private void addPip(Declaration.Pip pip, Wish wish) {
        PackageName name = pip.requirement().name();
        Optional<PackageName> meant = catalogue.meantBy(name);
        if (pip.requirement().url().isPresent() && meant.isEmpty()) {
            if (LocalRequirements.isInside(pip.requirement())) {
                note(name, wish);
                return;
            }
            // the project's own repository, as a notebook installs it to run elsewhere
            if (!localModules.isRootPackage(name.value().replace('-', '_'))) {
                add(name, wish);
            }
            return;
        }
        if (meant.isPresent()) {
            warn(
                    pip,
                    name + " is written here, which is another project or none; " + meant.get()
                            + " is meant, and was taken.");
            Requirement requirement = new Requirement(
                    meant.get(),
                    pip.requirement().extras(),
                    SpecifierSet.ANY,
                    pip.requirement().url(),
                    pip.requirement().marker());
            add(
                    meant.get(),
                    new Wish(
                            new Declaration.Pip(requirement, pip.evidence(), pip.comment()),
                            wish.role(),
                            wish.listed()));
        } else if (catalogue.standardLibrary().contains(name.value().replace('-', '_'))) {
            warn(
                    pip,
                    name + " comes with Python, and what has this name elsewhere is an old copy of it or another"
                            + " project. It was left out.");
        } else {
            add(name, wish);
        }
    }

    private void warn(Declaration.Pip pip, String message) {
        warnings.add(new ProjectFacts.Warning(WarningKind.BROKEN_REQUIREMENT.key(), pip.evidence(), message));
    }

    private void add(PackageName name, Wish wish) {
        if (!own.contains(name) && !ALWAYS_THERE.contains(name.value())) {
            note(name, wish);
        }
    }

    private void note(PackageName name, Wish wish) {
        wishes.computeIfAbsent(name, missing -> new ArrayList<>()).add(wish);
        byWords.clear();
    }

    private void addConda(CondaName name, Wish wish) {
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
            add(distribution, wish);
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

    boolean contains(PackageName name) {
        return wishes.containsKey(name);
    }

    /**
     * Whether a person asks for it, and not only to develop the project or as an extra.
     *
     * @param frozen where lists of all that was installed ask for packages
     */
    boolean isAskedToRun(PackageName name, Set<Evidence> frozen) {
        return wishes.getOrDefault(name, List.of()).stream()
                .anyMatch(wish -> wish.role() == Role.RUNTIME
                        && !wish.listed()
                        && !frozen.contains(wish.declaration().evidence()));
    }

    boolean isOwn(PackageName name) {
        return own.contains(name);
    }

    void forEach(BiConsumer<PackageName, List<Wish>> visitor) {
        wishes.forEach(visitor);
    }

    List<ProjectFacts.Warning> warnings() {
        return warnings;
    }

    /** What is asked for by the name of a module. */
    Optional<PackageName> named(String topLevel) {
        return PackageName.tryOf(topLevel).filter(wishes::containsKey);
    }

    /** What is asked for by an address and has the name of a module, or has it as a word of its name. */
    Optional<PackageName> fromAddress(String topLevel) {
        return Stream.concat(named(topLevel).stream(), withWord(topLevel).stream())
                .filter(name -> wishes.getOrDefault(name, List.of()).stream()
                        .anyMatch(wish -> wish.declaration() instanceof Declaration.Pip pip
                                && pip.requirement().url().isPresent()))
                .findFirst();
    }

    /** What is asked for and whose name holds the module's as words: {@code dm-acme} for {@code acme}. */
    Optional<PackageName> withWord(String topLevel) {
        String module = topLevel.toLowerCase(Locale.ROOT).replace('_', '-');
        if (module.length() < 3) {
            return Optional.empty();
        }
        if (byWords.isEmpty()) {
            wishes.keySet().forEach(this::addWords);
        }
        Set<PackageName> named = new HashSet<>(byWords.getOrDefault(module, Set.of()));
        named.addAll(byWords.getOrDefault(WHOLE + module.replace("-", ""), Set.of()));
        // the one that is asked for first
        Stream<PackageName> inOrder =
                named.size() < 2 ? named.stream() : wishes.keySet().stream().filter(named::contains);
        return inOrder.filter(name -> !isKnownToProvideOthers(name, topLevel)).findFirst();
    }

    /** Every run of words in a name, the name behind "py" and "python", and the name as one word. */
    private void addWords(PackageName name) {
        String value = name.value();
        String[] words = value.split("-", -1);
        for (int begin = 0; begin < words.length; begin++) {
            String run = words[begin];
            addWord(run, name);
            for (int next = begin + 1; next < words.length; next++) {
                run += "-" + words[next];
                addWord(run, name);
            }
        }
        for (String prefix : List.of("py", "python")) {
            if (value.startsWith(prefix)) {
                addWord(value.substring(prefix.length()), name);
            }
        }
        addWord(WHOLE + value.replace("-", ""), name);
    }

    private void addWord(String word, PackageName name) {
        byWords.computeIfAbsent(word, missing -> new HashSet<>()).add(name);
    }

    private boolean isKnownToProvideOthers(PackageName name, String topLevel) {
        return catalogue
                .distribution(name)
                .filter(known -> known.releases().stream()
                        .anyMatch(release -> !release.importNames().isEmpty()
                                && !release.importNames().contains(topLevel)))
                .isPresent();
    }

    // What counts

    /** A conda package of many distributions is there for the one that is imported, or for its first. */
    boolean isCompanion(PackageName name, List<Wish> wished) {
        PackageName first = firstOfConda.getOrDefault(name, name);
        return !first.equals(name) && wished.stream().allMatch(wish -> wish.declaration() instanceof Declaration.Conda);
    }

    /** Whether another distribution of the same conda package is imported in its place. */
    boolean isReplaced(PackageName name, List<Wish> wished, Set<PackageName> used) {
        return wished.stream()
                .allMatch(wish -> wish.declaration() instanceof Declaration.Conda conda
                        && conda.spec().exactName().map(this::distributionsOf).orElse(List.of()).stream()
                                .anyMatch(other -> !other.equals(name) && used.contains(other)));
    }

    /**
     * Those that count. What the documentation or a test run was pinned to says nothing of the analysis where a file of
     * the project itself asks for the same, and a file further down nothing of the whole.
     */
    static List<Wish> foremost(List<Wish> wished) {
        Comparator<Wish> order = Comparator.comparing(Wish::role).thenComparing(AskedPackages::depth);
        Wish first = wished.stream().min(order).orElseThrow();
        return wished.stream().filter(wish -> order.compare(wish, first) == 0).toList();
    }

    /**
     * Whether it is asked for only where that says nothing of what the code needs: for the project's developers by its own
     * settings, or in a file apart from all code.
     */
    boolean isForOthers(List<Wish> wished) {
        List<Role> inSettings = wished.stream()
                .filter(wish -> SETTINGS.contains(wish.declaration().evidence().file()))
                .map(Wish::role)
                .toList();
        boolean toDevelop = !inSettings.isEmpty() && inSettings.stream().allMatch(Role.DEVELOPMENT::equals);
        return toDevelop
                || wished.stream()
                        .allMatch(wish -> apart.contains(wish.declaration().evidence()));
    }

    private static long depth(Wish wish) {
        return wish.declaration()
                .evidence()
                .file()
                .chars()
                .filter(c -> c == '/')
                .count();
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
                .map(AskedPackages::foremost)
                .flatMap(List::stream)
                .filter(wish -> wish.role() != Role.DEVELOPMENT || lightest == Role.DEVELOPMENT)
                .map(wish -> (Declaration.Conda) wish.declaration())
                .toList();
    }
}
