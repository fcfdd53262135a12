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
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.conda.CondaName;
import org.specimen.project.ProjectFacts.Gpu;
import org.specimen.project.ProjectFacts.Installable;
import org.specimen.project.ProjectFacts.PythonRequirement;
import org.specimen.project.ProjectFacts.SpecFile;
import org.specimen.project.ProjectFacts.Warning;
import org.specimen.project.SpecFacts.Wish;
import org.specimen.python.PackageName;
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
        LocalModules localModules = new ModulePaths(folder, walk, code).modules();
        boolean library =
                installable.isPresent() && localModules.hasRootPackage() && Libraries.isOne(specs, walk.files);
        FilePlaces places = new FilePlaces(library, walk.files, code, localModules);
        AskedPackages asked = new AskedPackages(catalogue, ownNames(), localModules);
        LocalRequirements.addNamed(specs, walk);
        new Demands(specs, code, places, library).addTo(asked);
        PackageFinder finder = new PackageFinder(catalogue, localModules, asked);
        addUses(finder, places, progress);
        List<FoundPackage> packages = finder.packages(new FrozenLists(catalogue).find(specs, finder.used(), warnings));
        progress.checkCancelled();
        boolean anySpecFile = !byOwn.isEmpty() || specs.stream().anyMatch(facts -> !facts.wishes.isEmpty());

        code.forEach(facts -> warnings.addAll(facts.warnings));
        specs.forEach(facts -> warnings.addAll(facts.warnings));
        warnings.addAll(finder.warnings(anySpecFile, byOwn));
        warnings.addAll(PinConflicts.among(packages));
        warnings.addAll(SeedWarnings.of(code));
        warnings.addAll(BelowPython.warnings(packages, walk.files, code, places, catalogue));
        warnings.addAll(LocalRequirements.warnings(specs, walk, installable.isPresent()));
        Optional<GitFolder> git = GitFolder.in(folder);
        git.flatMap(GitFolder::index).ifPresent(index -> warnings.addAll(CommittedFiles.warnings(specs, index)));
        StandardModules standardModules = finder.standardModules();
        PythonRequirement python = AskedPython.of(specs, code, standardModules.pythons(), catalogue, warnings);
        warnings.addAll(standardModules.warnings(python));
        PythonTwo.warning(code, standardModules.ofPythonTwo()).ifPresent(warnings::add);
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
                fileCount(),
                DataFiles.among(walk.files),
                git.map(GitFolder::facts));
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

    private void addUses(PackageFinder finder, FilePlaces places, Progress progress) {
        Map<CodeFacts, PackageFinder.CodeFile> files = new LinkedHashMap<>();
        for (CodeFacts facts : code) {
            progress.checkCancelled();
            int slash = facts.file.lastIndexOf('/');
            PackageFinder.CodeFile file =
                    new PackageFinder.CodeFile(slash < 0 ? "" : facts.file.substring(0, slash), places.of(facts.file));
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
            facts.imports.forEach(at -> finder.addParts(at.read(), at.evidence(), file));
        });
        finder.addCompanions();
    }

    private List<SpecFile> specFiles() {
        return specs.stream()
                .filter(facts -> facts.kind.isPresent())
                .filter(FactsBuilder::tellsPackages)
                .map(facts -> new SpecFile(facts.file, facts.kind.orElseThrow(), namesIn(facts)))
                .sorted(Comparator.comparing(SpecFile::path))
                .toList();
    }

    /** Settings and containers may be there for something else. */
    private static boolean tellsPackages(SpecFacts facts) {
        return switch (facts.kind.orElseThrow()) {
            case SETUP_CFG, TOX, SCRIPT, DOCKERFILE, DEV_CONTAINER, POST_BUILD, GITPOD -> !facts.wishes.isEmpty();
            default -> true;
        };
    }

    private List<PackageName> namesIn(SpecFacts facts) {
        return namesIn(
                Stream.concat(facts.wishes.stream().map(Wish::declaration), facts.fixed.stream())
                        .toList(),
                catalogue);
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
                Stream.concat(
                                code.stream().flatMap(facts -> facts.cudaCode.stream()),
                                specs.stream().flatMap(facts -> facts.cuda.stream()))
                        .toList(),
                Stream.concat(
                                code.stream().flatMap(facts -> facts.gpu.stream()),
                                specs.stream().flatMap(facts -> facts.gpu.stream()))
                        .toList(),
                code.stream().flatMap(facts -> facts.metal.stream()).toList());
        return inCode.and(GpuSigns.of(packages, condaPackages, catalogue)).need();
    }

    // Warnings

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
        int read = (int) Stream.concat(
                        code.stream().map(facts -> facts.file), specs.stream().map(facts -> facts.file))
                .distinct()
                .count();
        return new ProjectFacts.FileCount(scripts, notebooks, read);
    }
}
