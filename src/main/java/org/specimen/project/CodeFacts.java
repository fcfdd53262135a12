package org.specimen.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.specimen.format.RequirementsFile;

/** What one file of code tells, filled while it is read. */
final class CodeFacts implements Installs {

    /** An import and where it stands. */
    record ImportAt(Import read, Evidence evidence) {}

    /** An installation that a notebook makes: by pip, or by conda with its words. */
    record InstallAt(Optional<RequirementsFile.Line> pip, Optional<String> conda, Evidence evidence) {}

    /**
     * Something that may need a distribution without an import.
     *
     * @param key as in the catalogue's table: {@code read_feather()}, {@code engine=zarr}
     */
    record UsageAt(String key, Evidence evidence) {

        /** What an extension of IPython's begins with; where the table has none of it, it is a module. */
        static final String EXTENSION = "%load_ext=";

        /** What a library that is named as an engine begins with. */
        static final String ENGINE = "engine=";

        static final String NOTEBOOK = "notebook";
        static final String SNAKEFILE = "snakefile";
    }

    /** Of the same import in one file, so that what repeats itself without end takes no memory without end. */
    private static final int MOST_PLACES = 50;

    final String file;
    final List<ImportAt> imports = new ArrayList<>();
    private final Map<Import, Integer> places = new HashMap<>();
    final List<InstallAt> installs = new ArrayList<>();
    /** Lists of packages that a notebook installs. */
    final List<SpecFacts.Include> includes = new ArrayList<>();

    final List<ProjectFacts.Model> models = new ArrayList<>();
    final List<ProjectFacts.Secret> secrets = new ArrayList<>();
    final List<ProjectFacts.SystemPackage> systemPackages = new ArrayList<>();
    /** Where random numbers are drawn that no seed of their own decides. */
    final List<Evidence> draws = new ArrayList<>();
    /** Where they are drawn from a generator, which whoever made it has seeded or not. */
    final List<Evidence> generatorDraws = new ArrayList<>();

    final List<Evidence> seeds = new ArrayList<>();
    final List<Evidence> gpu = new ArrayList<>();
    final List<Evidence> metal = new ArrayList<>();
    final List<Evidence> cudaCode = new ArrayList<>();
    final List<String> searchPaths = new ArrayList<>();
    /** Python files that a notebook writes when it runs. */
    final List<String> writtenFiles = new ArrayList<>();
    /** Names of modules that the code has compiled from other languages. */
    final List<String> compiledModules = new ArrayList<>();

    /** Where it has code compiled from other languages. */
    final List<Evidence> compiling = new ArrayList<>();
    /** What opens windows on the desktop. */
    final List<UsageAt> windows = new ArrayList<>();
    /** Programs that it starts. */
    final List<UsageAt> programs = new ArrayList<>();

    final List<UsageAt> usages = new ArrayList<>();

    /** The Pythons that it was run with or asks for. */
    final List<SpecFacts.PythonWish> pythons = new ArrayList<>();

    final List<ProjectFacts.Warning> warnings = new ArrayList<>();
    /** Where it is no Python 3, first. */
    Optional<PythonTwo.Sign> pythonTwo = Optional.empty();

    /** What its comments say that it needs. */
    Optional<SpecFacts> metadata = Optional.empty();

    boolean mainGuard;
    /** Whether it does something when it is run, beside defining functions and classes. */
    boolean runs;

    CodeFacts(String file) {
        this.file = file;
    }

    void add(Import read, Evidence evidence) {
        Import anywhere = new Import(read.module(), read.names(), read.level(), read.optional(), 0);
        if (places.merge(anywhere, 1, Integer::sum) <= MOST_PLACES) {
            imports.add(new ImportAt(read, evidence));
        }
    }

    /** Every place that has to do with random numbers, seeded or not. */
    Stream<Evidence> randomness() {
        return Stream.of(draws, generatorDraws, seeds).flatMap(List::stream);
    }

    @Override
    public void pip(RequirementsFile.Line line, Evidence evidence) {
        installs.add(new InstallAt(Optional.of(line), Optional.empty(), evidence));
    }

    @Override
    public void conda(String word, Evidence evidence) {
        installs.add(new InstallAt(Optional.empty(), Optional.of(word), evidence));
    }

    @Override
    public void system(String name, Evidence evidence) {
        systemPackages.add(new ProjectFacts.SystemPackage(name, evidence));
    }

    @Override
    public void compiled(String module) {
        compiledModules.add(module);
    }

    @Override
    public void file(String path, FileKind kind, Evidence evidence) {
        includes.addAll(SpecFacts.Include.perhaps(path, kind, evidence));
    }

    void warn(WarningKind kind, Evidence evidence, String message) {
        warnings.add(new ProjectFacts.Warning(kind.key(), evidence, message));
    }
}
