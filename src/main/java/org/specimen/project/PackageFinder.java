package org.specimen.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.ImportProvider;
import org.specimen.catalogue.StandardLibrary;
import org.specimen.catalogue.Usage;
import org.specimen.project.ImportSources.Source;
import org.specimen.project.SpecFacts.Wish;
import org.specimen.python.PackageName;

/**
 * Brings together what is imported and what is asked for: which distributions the project uses, and what is missing. What
 * the project asks for decides where several distributions provide an import.
 */
final class PackageFinder {

    /** What the standard library opens windows with; Tkinter is its name in Python 2. */
    private static final Set<String> WINDOW_MODULES = Set.of("tkinter", "Tkinter", "turtle");

    /** Distributions of a higher rank have names that people give to modules of their own. */
    private static final int MUCH_USED = 2_000;

    private final Catalogue catalogue;
    private final StandardLibrary standardLibrary;
    private final StandardModules standardModules;
    private final LocalModules localModules;
    private final AskedPackages asked;
    private final ImportSources sources;
    private final Map<PackageName, Finding> found = new TreeMap<>();
    private final Map<String, UnknownModule> unknown = new TreeMap<>();
    private final Map<String, Evidence> shadowing = new TreeMap<>();
    /** Of each top-level module, whether it would hide a package if the project had a module of its name. */
    private final Map<String, Boolean> hiding = new HashMap<>();

    private final Map<String, Evidence> windows = new TreeMap<>();
    private final List<ProjectFacts.Warning> contradictions = new ArrayList<>();

    private final Map<String, Optional<Usage>> partUsages = new HashMap<>();
    private final List<WhenAsked> whenAsked = new ArrayList<>();

    /** A use of what may be needed for it, if the project asks for that. */
    private record WhenAsked(Usage usage, Evidence evidence, FilePlace place) {}

    /** @param asked all that the project asks for */
    PackageFinder(Catalogue catalogue, LocalModules localModules, AskedPackages asked) {
        this.catalogue = catalogue;
        this.standardLibrary = catalogue.standardLibrary();
        this.standardModules = new StandardModules(standardLibrary);
        this.localModules = localModules;
        this.asked = asked;
        this.sources = new ImportSources(catalogue, asked);
    }

    // What the code uses

    /** A file of code, as far as its imports need it. */
    record CodeFile(String folder, FilePlace place) {}

    void addImport(Import read, Evidence evidence, CodeFile file) {
        if (read.level() > 0 || read.module().isEmpty()) {
            return;
        }
        String topLevel = read.topLevel();
        LocalModules.Match local = find(read, file.folder());
        boolean standard = standardLibrary.contains(topLevel)
                || (standardLibrary.contains(topLevel, "2.7") && !isPartOfAnother(read));
        if (local == LocalModules.Match.FIRST) {
            noteShadow(topLevel, standard, evidence);
            return;
        }
        if (standard || topLevel.equals("__future__") || topLevel.equals("__main__")) {
            if (file.place() == FilePlace.PROJECT && !read.optional()) {
                addStandard(topLevel, evidence);
            }
            return;
        }
        List<String> modules = read.names().isEmpty() || read.names().contains("*")
                ? List.of(read.module())
                : read.names().stream().map(name -> read.module() + "." + name).toList();
        Set<PackageName> seen = new LinkedHashSet<>();
        for (String module : modules) {
            Source source = sources.of(module, read.optional());
            Optional<ImportProvider> provider = source.provider().filter(chosen -> !isNotOnPypi(chosen, local));
            if (provider.isEmpty()) {
                if (local == LocalModules.Match.NONE) {
                    unknown.computeIfAbsent(topLevel, name -> new UnknownModule(name, List.of(), source.elsewhere()));
                    unknown.computeIfPresent(topLevel, (name, already) -> already.at(evidence));
                }
            } else if (!asked.isOwn(provider.get().distribution())
                    && seen.add(provider.get().distribution())) {
                add(provider.get(), source.alternatives(), evidence, file.place(), read.optional());
            }
        }
    }

    /** Whether the parts that are imported are known to be a distribution's that has the name of a module of Python 2. */
    private boolean isPartOfAnother(Import read) {
        return Stream.concat(Stream.of(read.module()), read.names().stream().map(name -> read.module() + "." + name))
                .flatMap(module -> catalogue.distributionsProviding(module).stream())
                .anyMatch(provider -> provider.known() && provider.importName().contains("."));
    }

    /** What a distribution of another name brings back is no reason to ask for an old Python. */
    private void addStandard(String topLevel, Evidence evidence) {
        if (WINDOW_MODULES.contains(topLevel)) {
            windows.putIfAbsent(topLevel, evidence);
        }
        boolean broughtBack = asked.named("standard-" + topLevel).isPresent()
                || asked.named(topLevel).isPresent()
                || (topLevel.equals("distutils") && asked.named("setuptools").isPresent());
        if (!broughtBack) {
            standardModules.add(topLevel, evidence);
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

    /** A guess at the name of a module that lies somewhere in the project, or nearly has such a name, is no distribution. */
    private boolean isNotOnPypi(ImportProvider provider, LocalModules.Match local) {
        return !provider.known()
                && !asked.contains(provider.distribution())
                && (local == LocalModules.Match.PERHAPS
                        || (catalogue.distribution(provider.distribution()).isEmpty()
                                && localModules.hasNearly(provider.importName())));
    }

    private void add(
            ImportProvider provider,
            List<PackageName> alternatives,
            Evidence evidence,
            FilePlace place,
            boolean optional) {
        Finding finding = found.computeIfAbsent(provider.distribution(), missing -> new Finding());
        finding.imports.add(provider.importName());
        finding.alternatives.addAll(alternatives);
        finding.known |= provider.known();
        finding.use(evidence, place, optional);
    }

    private void noteShadow(String topLevel, boolean standard, Evidence evidence) {
        if (!standard && hiding.computeIfAbsent(topLevel, this::wouldHide)) {
            shadowing.putIfAbsent(topLevel, evidence);
        }
    }

    private boolean wouldHide(String topLevel) {
        return asked.named(topLevel).isPresent() || (!ImportSources.isOwnName(topLevel) && isMuchUsed(topLevel));
    }

    /** Whether the name is that of a module that scientists import often, and few would give to one of their own. */
    private boolean isMuchUsed(String topLevel) {
        return catalogue.distributionsProviding(topLevel).stream()
                .limit(1)
                .filter(provider -> provider.known() && !asked.isOwn(provider.distribution()))
                .flatMap(provider -> catalogue.distribution(provider.distribution()).stream())
                .anyMatch(known -> known.rank().orElse(Integer.MAX_VALUE) <= MUCH_USED
                        && known.releases().stream()
                                .anyMatch(release -> release.importNames().contains(topLevel)));
    }

    /**
     * Adds what is needed without an import; all imports must be there by then.
     *
     * @param imports the top-level modules that the same file imports
     */
    void addUsage(CodeFacts.UsageAt at, Set<String> imports, CodeFile file) {
        Optional<Usage> usage = catalogue.usage(at.key());
        if (usage.isEmpty()) {
            if (at.key().startsWith(CodeFacts.UsageAt.EXTENSION)) {
                String module = at.key().substring(CodeFacts.UsageAt.EXTENSION.length());
                addImport(new Import(module, List.of(), 0, false, 0), at.evidence(), file);
            }
            return;
        }
        List<String> beside = usage.get().beside();
        if (beside.isEmpty() || beside.stream().anyMatch(imports::contains)) {
            addNeeded(usage.get(), at.evidence(), file.place(), false);
            if (at.key().startsWith(CodeFacts.UsageAt.ENGINE)) {
                usage.get().needs().stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .forEach(finding -> finding.named = true);
            }
        }
    }

    /** Adds what the parts of a library that are imported need besides it. */
    void addParts(Import read, Evidence evidence, CodeFile file) {
        if (read.level() > 0 || read.module().indexOf('.') < 0) {
            return;
        }
        List<String> parts = new ArrayList<>();
        if (read.names().isEmpty()) {
            parts.add(read.module());
        } else {
            parts.add(read.module() + ".*");
            read.names().forEach(name -> parts.add(read.module() + "." + name));
        }
        for (String part : parts) {
            partUsages
                    .computeIfAbsent(part, missing -> catalogue.usage("import=" + part))
                    .ifPresent(usage -> addNeeded(usage, evidence, file.place(), read.optional()));
        }
    }

    private void addNeeded(Usage usage, Evidence evidence, FilePlace place, boolean optional) {
        if (usage.onlyWhenAsked()) {
            whenAsked.add(new WhenAsked(usage, evidence, place));
            return;
        }
        usage.needs().stream()
                .filter(asked::contains)
                .findFirst()
                .or(() -> usage.needs().stream().filter(this::isChosen).findFirst())
                .or(() -> usage.needs().stream().findFirst())
                .filter(name -> !asked.isOwn(name))
                .ifPresent(name -> need(name, evidence, place, optional));
    }

    /** Whether the code itself chose it among others that would do, and not a guess at what a call needs. */
    private boolean isChosen(PackageName name) {
        Finding finding = found.get(name);
        return finding != null && (finding.named || !finding.imports.isEmpty());
    }

    private void need(PackageName name, Evidence evidence, FilePlace place, boolean optional) {
        Finding finding = found.computeIfAbsent(name, missing -> new Finding());
        finding.known = true;
        finding.use(evidence, place, optional);
    }

    /** What counts where a person asks for it; that a list of all that was installed has it says nothing. */
    private void addWhenAsked(Set<Evidence> frozen) {
        for (WhenAsked use : whenAsked) {
            use.usage().needs().stream()
                    .filter(name -> asked.isAskedToRun(name, frozen))
                    .forEach(name -> need(name, use.evidence(), use.place(), false));
        }
    }

    /** Adds what comes to be needed with other distributions, such as jax's back end; all uses must be there by then. */
    void addCompanions() {
        for (Map.Entry<PackageName, Finding> entry : List.copyOf(found.entrySet())) {
            catalogue
                    .usage("with=" + entry.getKey())
                    .ifPresent(usage -> usage.needs().stream()
                            .filter(asked::contains)
                            .forEach(name -> {
                                Finding companion = found.computeIfAbsent(name, missing -> new Finding());
                                companion.known = true;
                                companion.useEvidence.addAll(entry.getValue().useEvidence);
                                companion.useRoles.addAll(entry.getValue().useRoles);
                                companion.usedBeside |= entry.getValue().usedBeside;
                            }));
        }
    }

    // Together

    /** What the code uses, by import or otherwise. */
    Set<PackageName> used() {
        return found.entrySet().stream()
                .filter(entry -> entry.getValue().isUsed())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The packages, by name.
     *
     * @param frozen where lists of all that was installed ask for packages
     */
    List<FoundPackage> packages(Set<Evidence> frozen) {
        addWhenAsked(frozen);
        Set<PackageName> used = used();
        asked.forEach((name, wished) -> {
            boolean listed = wished.stream()
                    .allMatch(wish ->
                            wish.listed() || frozen.contains(wish.declaration().evidence()));
            if (!used.contains(name)
                    && ((listed && !used.isEmpty())
                            || asked.isCompanion(name, wished)
                            || asked.isReplaced(name, wished, used))) {
                return;
            }
            Finding finding = found.computeIfAbsent(name, missing -> new Finding());
            finding.askedForOthers = asked.isForOthers(wished);
            for (Wish wish : AskedPackages.foremost(wished)) {
                finding.declarations.add(wish.declaration());
                finding.wishRoles.add(wish.role());
                finding.wishEvidence.add(wish.declaration().evidence());
            }
        });
        found.forEach(this::addFixed);
        List<FoundPackage> packages = new ArrayList<>();
        Set<PackageName> plugIns = plugIns(used);
        found.forEach((name, finding) -> {
            boolean onlyAskedFor = !used.isEmpty() && !finding.isUsed() && !plugIns.contains(name);
            packages.add(toPackage(name, finding, onlyAskedFor));
        });
        return packages;
    }

    private void addFixed(PackageName name, Finding finding) {
        if (finding.isNeeded()) {
            FixedVersions versions = asked.fixed(name, finding.declarations);
            finding.fixed.addAll(versions.fitting());
            contradictions.addAll(versions.warnings());
        }
    }

    private static FoundPackage toPackage(PackageName name, Finding finding, boolean onlyAskedFor) {
        Set<Evidence> written = new TreeSet<>(finding.useEvidence);
        written.addAll(finding.wishEvidence);
        Set<Evidence> evidence = new LinkedHashSet<>(written);
        List<Declaration> declarations = new ArrayList<>(finding.declarations);
        declarations.addAll(finding.fixed);
        finding.fixed.forEach(declaration -> evidence.add(declaration.evidence()));
        Role role = PackageRoles.of(name, finding);
        return new FoundPackage(
                name,
                List.copyOf(finding.imports),
                role,
                List.copyOf(evidence),
                finding.confidence(),
                declarations,
                List.copyOf(finding.alternatives),
                onlyAskedFor && role != Role.DEVELOPMENT);
    }

    /** What is usually had without an import, by itself or through a package that the code uses. */
    private Set<PackageName> plugIns(Set<PackageName> used) {
        return Stream.concat(Stream.of("plug-in"), used.stream().map(name -> "plug-in=" + name))
                .flatMap(key -> catalogue.usage(key).stream())
                .flatMap(usage -> usage.needs().stream())
                .collect(Collectors.toSet());
    }

    /** What is imported of Python's own modules. */
    StandardModules standardModules() {
        return standardModules;
    }

    /** The modules that no distribution is known for, by name. */
    List<UnknownModule> unknownModules() {
        return List.copyOf(unknown.values());
    }

    /**
     * What is missing, unknown, unused or hidden; {@link #packages} first.
     *
     * @param byOwn what the files ask for that Specimen wrote
     */
    List<ProjectFacts.Warning> warnings(boolean anySpecFile, Set<PackageName> byOwn) {
        PackageWarnings warnings = new PackageWarnings(anySpecFile, byOwn);
        warnings.addAll(asked.warnings());
        warnings.addAll(contradictions);
        Set<PackageName> needed = new Requirers(catalogue).neededBy(used());
        found.forEach((name, finding) -> warnings.addPackage(name, finding, needed.contains(name)));
        warnings.addNothingDeclared(found.values());
        unknown.values().forEach(warnings::addUnknown);
        windows.forEach(warnings::addWindow);
        shadowing.forEach(warnings::addShadow);
        return warnings.all();
    }
}
