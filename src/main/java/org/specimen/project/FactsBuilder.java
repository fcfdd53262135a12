package org.specimen.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.specimen.catalogue.Catalogue;
import org.specimen.conda.CondaName;
import org.specimen.project.ProjectFacts.Gpu;
import org.specimen.project.ProjectFacts.Installable;
import org.specimen.project.ProjectFacts.PythonRequirement;
import org.specimen.project.ProjectFacts.SpecFile;
import org.specimen.project.ProjectFacts.Warning;
import org.specimen.project.SpecFacts.PythonWish;
import org.specimen.project.SpecFacts.Wish;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;
import org.specimen.task.Progress;

/** Joins what the single files tell into what the project is. */
final class FactsBuilder {

    private final Catalogue catalogue;

    private final Path folder;
    private final FolderWalk walk;
    private final List<CodeFacts> code;
    private final List<SpecFacts> specs;
    private final List<Warning> warnings;
    private final Set<PackageName> byOwn;

    /** @param byOwn what the files ask for that Specimen wrote */
    FactsBuilder(
            Catalogue catalogue,
            Path folder,
            FolderWalk walk,
            List<CodeFacts> code,
            List<SpecFacts> specs,
            List<Warning> warnings,
            Set<PackageName> byOwn) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.walk = walk;
        this.code = code;
        this.specs = specs;
        this.warnings = warnings;
        this.byOwn = byOwn;
    }

    /** @throws org.specimen.task.Cancelled if nobody wants it any more */
    ProjectFacts build(Progress progress) {
        Optional<Installable> installable = installable();
        ModulePaths modulePaths = new ModulePaths(folder, walk, code);
        LocalModules localModules = modulePaths.modules();
        boolean library = isLibrary(installable, localModules);
        AskedPackages asked = asked(localModules, library);
        PackageFinder finder = new PackageFinder(catalogue, localModules, asked);
        addUses(finder, modulePaths, new FilePlaces(library, walk.files, code, localModules), progress);
        List<FoundPackage> packages = finder.packages(new FrozenLists(catalogue).find(specs, finder.used(), warnings));
        progress.checkCancelled();
        boolean anySpecFile = !byOwn.isEmpty() || specs.stream().anyMatch(facts -> !facts.wishes.isEmpty());

        code.forEach(facts -> warnings.addAll(facts.warnings));
        specs.forEach(facts -> warnings.addAll(facts.warnings));
        warnings.addAll(finder.warnings(anySpecFile, byOwn));
        addSeedWarnings();
        if (installable.isEmpty()) {
            addWarningsOfNoPackage();
        }
        PythonRequirement python = python();
        progress.checkCancelled();

        return new ProjectFacts(
                name(installable),
                packages,
                finder.unknownModules(),
                asked.condaPackages(),
                python,
                specFiles(),
                systemPackages(),
                gpu(packages, asked.condaPackages()),
                sorted(facts -> facts.models, Comparator.comparing(ProjectFacts.Model::evidence)),
                secrets(),
                code.stream().flatMap(CodeFacts::randomness).distinct().sorted().toList(),
                installable,
                CommandFinder.find(code, library),
                sortedWarnings(),
                fileCount());
    }

    private <T> List<T> sorted(Function<CodeFacts, List<T>> part, Comparator<T> order) {
        return code.stream()
                .flatMap(facts -> part.apply(facts).stream())
                .distinct()
                .sorted(order)
                .toList();
    }

    // Names

    private Optional<Installable> installable() {
        return specs.stream()
                .filter(facts -> facts.installable && !facts.file.contains("/"))
                .sorted(Comparator.comparing(facts -> facts.file))
                .flatMap(facts -> nameOf(facts).map(name -> new Installable(name, Evidence.of(facts.file))).stream())
                .findFirst();
    }

    /** setup.py may leave the name to setup.cfg, or work it out: then the folder's name is all there is. */
    private Optional<PackageName> nameOf(SpecFacts facts) {
        return facts.name
                .or(() -> specs.stream()
                        .filter(other -> other.file.equals("setup.cfg"))
                        .flatMap(other -> other.name.stream())
                        .findFirst())
                .flatMap(PackageName::tryOf)
                .or(() -> PackageName.tryOf(folderName()));
    }

    private Set<PackageName> ownNames() {
        return specs.stream()
                .flatMap(facts -> facts.name.stream())
                .flatMap(name -> PackageName.tryOf(name).stream())
                .collect(Collectors.toSet());
    }

    private String name(Optional<Installable> installable) {
        return installable.map(project -> project.name().value()).orElseGet(this::folderName);
    }

    private String folderName() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? "project" : name.toString();
    }

    // Packages

    /** Whether it is a package that says itself what it needs, as what is published does. */
    private boolean isLibrary(Optional<Installable> installable, LocalModules localModules) {
        return installable.isPresent()
                && localModules.hasRootPackage()
                && isDeveloped()
                && specs.stream()
                        .filter(facts -> !facts.file.contains("/"))
                        .filter(facts -> facts.installable || facts.kind.equals(Optional.of(SpecFileKind.SETUP_CFG)))
                        .flatMap(facts -> facts.wishes.stream())
                        .anyMatch(wish -> wish.role() == Role.RUNTIME);
    }

    /** Whether it asks for tools to develop it, or has tests and documentation: it is more than what a paper left. */
    private boolean isDeveloped() {
        Set<String> tops = walk.files.stream()
                .map(file -> file.path().contains("/")
                        ? file.path().substring(0, file.path().indexOf('/'))
                        : "")
                .collect(Collectors.toSet());
        boolean tested = tops.contains("tests") || tops.contains("test");
        boolean documented = tops.contains("docs") || tops.contains("doc");
        return (tested && documented)
                || specs.stream()
                        .flatMap(facts -> facts.wishes.stream())
                        .anyMatch(wish -> wish.role() == Role.DEVELOPMENT);
    }

    private AskedPackages asked(LocalModules localModules, boolean library) {
        AskedPackages asked = new AskedPackages(catalogue, ownNames(), localModules);
        for (SpecFacts facts : specs) {
            // what Binder needs beside a library is there to show it
            boolean binder = facts.file.startsWith("binder/") || facts.file.startsWith(".binder/");
            for (Wish wish : facts.wishes) {
                boolean showing =
                        binder || facts.showing.contains(wish.declaration().evidence());
                asked.add(library && showing ? new Wish(wish.declaration(), Role.DEVELOPMENT, wish.listed()) : wish);
            }
        }
        code.forEach(facts -> installs(facts).forEach(asked::add));
        return asked;
    }

    private static List<Wish> installs(CodeFacts facts) {
        SpecFacts wishes = new SpecFacts(facts.file, Optional.empty());
        RequirementWishes pip = new RequirementWishes(wishes, Role.RUNTIME, false);
        for (CodeFacts.InstallAt install : facts.installs) {
            install.pip().ifPresent(line -> pip.add(line, install.evidence(), ""));
            install.conda()
                    .ifPresent(word -> CondaWish.of(word, install.evidence()).ifPresent(wishes.wishes::add));
        }
        return wishes.wishes;
    }

    private void addUses(PackageFinder finder, ModulePaths modulePaths, FilePlaces places, Progress progress) {
        Map<CodeFacts, PackageFinder.CodeFile> files = new LinkedHashMap<>();
        for (CodeFacts facts : code) {
            progress.checkCancelled();
            int slash = facts.file.lastIndexOf('/');
            PackageFinder.CodeFile file = new PackageFinder.CodeFile(
                    slash < 0 ? "" : facts.file.substring(0, slash),
                    places.of(facts.file),
                    modulePaths.isLedOut(facts.file));
            files.put(facts, file);
            for (CodeFacts.ImportAt at : facts.imports) {
                progress.checkCancelled();
                finder.addImport(at.read(), at.evidence(), file);
            }
        }
        files.forEach((facts, file) -> {
            progress.checkCancelled();
            Set<String> imports =
                    facts.imports.stream().map(at -> at.read().topLevel()).collect(Collectors.toSet());
            facts.usages.forEach(at -> finder.addUsage(at, imports, file));
        });
        finder.addCompanions();
    }

    private List<SpecFile> specFiles() {
        return specs.stream()
                .filter(facts -> facts.kind.isPresent())
                .filter(facts -> facts.kind.get() != SpecFileKind.SETUP_CFG || !facts.wishes.isEmpty())
                .map(facts -> new SpecFile(facts.file, facts.kind.orElseThrow(), namesIn(facts)))
                .sorted(Comparator.comparing(SpecFile::path))
                .toList();
    }

    private List<PackageName> namesIn(SpecFacts facts) {
        return namesIn(facts.wishes.stream().map(Wish::declaration).toList(), catalogue);
    }

    /** The Python distributions that are asked for, in their order. */
    static List<PackageName> namesIn(List<Declaration> declarations, Catalogue catalogue) {
        Set<PackageName> names = new LinkedHashSet<>();
        for (Declaration declaration : declarations) {
            if (declaration instanceof Declaration.Pip pip) {
                names.add(pip.requirement().name());
            } else if (declaration instanceof Declaration.Conda conda) {
                conda.spec()
                        .exactName()
                        .map(CondaName::value)
                        .ifPresent(name -> catalogue.distributionsOf(name).stream()
                                .findFirst()
                                .or(() -> catalogue.condaPackage(name).isPresent()
                                        ? Optional.empty()
                                        : PackageName.tryOf(name))
                                .ifPresent(names::add));
            }
        }
        return List.copyOf(names);
    }

    /**
     * What the files ask for together. The ones nearest to the top weigh most: one that contradicts them is left out, with
     * a warning.
     */
    private PythonRequirement python() {
        List<PythonWish> wishes = specs.stream()
                .filter(facts -> SpecReader.roleOf(facts.file) == Role.RUNTIME)
                .flatMap(facts -> facts.pythons.stream())
                .sorted(Comparator.<PythonWish>comparingLong(wish -> wish.evidence()
                                .file()
                                .chars()
                                .filter(c -> c == '/')
                                .count())
                        .thenComparing(PythonWish::evidence))
                .toList();
        SpecifierSet all = SpecifierSet.ANY;
        List<Evidence> evidence = new ArrayList<>();
        for (PythonWish wish : wishes) {
            SpecifierSet narrower = all.and(wish.specifiers());
            if (!PythonVersions.isMetByKnown(wish.specifiers(), catalogue.pythonReleases())) {
                warnings.add(impossible(wish));
            }
            if (!all.isAny() && !PythonVersions.isMet(narrower)) {
                warnings.add(new Warning(
                        WarningKind.CONTRADICTION.key(),
                        wish.evidence(),
                        "Python " + wish.specifiers() + " is asked for here, and Python " + all + " in "
                                + evidence.get(0) + ". The latter was taken."));
                continue;
            }
            all = narrower.equals(all)
                            || all.specifiers().containsAll(wish.specifiers().specifiers())
                    ? all
                    : narrower;
            evidence.add(wish.evidence());
        }
        return new PythonRequirement(all, evidence);
    }

    private static Warning impossible(PythonWish wish) {
        String why =
                PythonVersions.isMet(wish.specifiers()) ? "no Python that is known meets it" : "no Python can meet it";
        return new Warning(
                WarningKind.CONTRADICTION.key(),
                wish.evidence(),
                "Python " + wish.specifiers() + " is asked for here, and " + why + ". Correct it.");
    }

    private List<ProjectFacts.SystemPackage> systemPackages() {
        Map<String, ProjectFacts.SystemPackage> byName = new TreeMap<>();
        specs.forEach(facts -> facts.systemPackages.forEach(found -> byName.putIfAbsent(found.name(), found)));
        code.forEach(facts -> facts.systemPackages.forEach(found -> byName.putIfAbsent(found.name(), found)));
        return List.copyOf(byName.values());
    }

    /** Each key once, where the code reads it if it does. */
    private List<ProjectFacts.Secret> secrets() {
        Map<String, ProjectFacts.Secret> byKey = new TreeMap<>();
        code.forEach(facts -> facts.secrets.forEach(secret -> byKey.putIfAbsent(secret.key(), secret)));
        specs.forEach(facts -> facts.secrets.forEach(secret -> byKey.putIfAbsent(secret.key(), secret)));
        return List.copyOf(byKey.values());
    }

    // The graphics processor

    private Gpu gpu(List<FoundPackage> packages, List<Declaration.Conda> condaPackages) {
        GpuSigns inCode = new GpuSigns(
                code.stream().flatMap(facts -> facts.cudaCode.stream()).toList(),
                code.stream().flatMap(facts -> facts.gpu.stream()).toList(),
                code.stream().flatMap(facts -> facts.metal.stream()).toList());
        return inCode.and(GpuSigns.of(packages, condaPackages, catalogue)).need();
    }

    // Warnings

    /** A program that draws random numbers must be given a seed by itself or by what it uses. */
    private void addSeedWarnings() {
        Set<String> seededModules = code.stream()
                .filter(facts -> !facts.seeds.isEmpty())
                .map(facts ->
                        facts.file.substring(facts.file.lastIndexOf('/') + 1).replaceAll("\\.py$", ""))
                .collect(Collectors.toSet());
        for (CodeFacts facts : code) {
            boolean starts = facts.mainGuard || facts.runs;
            boolean seeded = !facts.seeds.isEmpty()
                    || facts.imports.stream()
                            .anyMatch(at ->
                                    seededModules.contains(lastPart(at.read().module())));
            if (starts && !facts.draws.isEmpty() && !seeded && !ProjectFiles.isDevelopment(facts.file)) {
                facts.draws.stream()
                        .sorted()
                        .findFirst()
                        .ifPresent(
                                first -> warnings.add(
                                        new Warning(
                                                WarningKind.UNSEEDED.key(),
                                                first,
                                                "Random numbers are drawn here and no seed is set in this file, so each run differs.")));
            }
        }
    }

    /** {@code -e .} where nothing says how to install the project. */
    private void addWarningsOfNoPackage() {
        for (SpecFacts facts : specs) {
            for (Evidence evidence : facts.ownFolder) {
                warnings.add(new Warning(
                        WarningKind.LOCAL_REQUIREMENT.key(),
                        evidence,
                        "The project itself is asked for here, and it has neither a pyproject.toml with a build system"
                                + " nor a setup.py that says how to install it. Add one, or remove the line."));
            }
        }
    }

    private static String lastPart(String module) {
        return module.substring(module.lastIndexOf('.') + 1);
    }

    /** By kind, worst first, then by place. */
    private List<Warning> sortedWarnings() {
        Map<String, Integer> order = new HashMap<>();
        for (WarningKind kind : WarningKind.values()) {
            order.put(kind.key(), order.size());
        }
        Map<String, List<Warning>> byKind = new LinkedHashMap<>();
        warnings.stream()
                .distinct()
                .sorted(Comparator.<Warning>comparingInt(warning -> order.getOrDefault(warning.kind(), order.size()))
                        .thenComparing(Warning::evidence)
                        .thenComparing(Warning::message))
                .forEach(warning -> byKind.computeIfAbsent(warning.kind(), missing -> new ArrayList<>())
                        .add(warning));
        return byKind.values().stream().flatMap(List::stream).toList();
    }

    private ProjectFacts.FileCount fileCount() {
        int notebooks = (int)
                code.stream().filter(facts -> facts.file.endsWith(".ipynb")).count();
        int scripts = (int) code.stream()
                .filter(facts -> facts.file.endsWith(".py") || facts.file.endsWith(".pyw"))
                .count();
        int read = (int) java.util.stream.Stream.concat(
                        code.stream().map(facts -> facts.file), specs.stream().map(facts -> facts.file))
                .distinct()
                .count();
        return new ProjectFacts.FileCount(scripts, notebooks, read);
    }
}
