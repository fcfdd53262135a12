package org.specimen.project;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.specimen.catalogue.Catalogue;
import org.specimen.format.Credentials;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;

/**
 * What a folder tells about the project in it, without anything of it being run. Lists are sorted, so that the same
 * folder gives equal facts.
 *
 * @param name the project's own name if it has one, else the folder's
 * @param packages the Python distributions it uses or asks for, by name
 * @param unknownModules what the code imports and no distribution is known for, by name
 * @param condaPackages what it asks conda for that is no Python distribution, such as a compiler
 * @param specFiles the files in which it asks for packages, by path
 * @param systemPackages Debian packages that it asks for
 * @param models pretrained models that it loads by name
 * @param secrets names of keys that it reads from the environment
 * @param randomness where it draws random numbers
 * @param installable the project as a package, where it is one
 * @param commands what may be the way to run it, likeliest first, each as its words
 * @param warnings what would break or change a rerun, worst first
 * @param data the files that look like data
 * @param repository its Git repository, where it is the top of one
 */
public record ProjectFacts(
        String name,
        List<FoundPackage> packages,
        List<UnknownModule> unknownModules,
        List<Declaration.Conda> condaPackages,
        PythonRequirement python,
        List<SpecFile> specFiles,
        List<SystemPackage> systemPackages,
        Gpu gpu,
        List<Model> models,
        List<Secret> secrets,
        List<Evidence> randomness,
        Optional<Installable> installable,
        List<List<String>> commands,
        List<Warning> warnings,
        FileCount files,
        Data data,
        Optional<Repository> repository) {

    /** A project of which there is nothing yet. */
    public static final ProjectFacts NONE = new ProjectFacts(
            "environment",
            List.of(),
            List.of(),
            List.of(),
            new PythonRequirement(SpecifierSet.ANY, List.of()),
            List.of(),
            List.of(),
            new Gpu(GpuNeed.NONE, List.of()),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            new FileCount(0, 0, 0),
            Data.NONE,
            Optional.empty());

    public ProjectFacts {
        packages = List.copyOf(packages);
        unknownModules = List.copyOf(unknownModules);
        condaPackages = List.copyOf(condaPackages);
        specFiles = List.copyOf(specFiles);
        systemPackages = List.copyOf(systemPackages);
        models = List.copyOf(models);
        secrets = List.copyOf(secrets);
        randomness = List.copyOf(randomness);
        commands = commands.stream().map(List::copyOf).toList();
        warnings = List.copyOf(warnings);
    }

    /**
     * The same project with other packages, and with the need of a GPU that those show. Where only packages showed the
     * heaviest need and are gone, a lesser need that the code showed beside them is not known any more.
     */
    public ProjectFacts withPackages(
            List<FoundPackage> others, List<Declaration.Conda> otherCondaPackages, Catalogue catalogue) {
        Gpu need = GpuSigns.of(gpu)
                .without(GpuSigns.of(packages, condaPackages, catalogue))
                .and(GpuSigns.of(others, otherCondaPackages, catalogue))
                .need();
        return new ProjectFacts(
                name,
                others,
                unknownModules,
                otherCondaPackages,
                python,
                specFiles,
                systemPackages,
                need,
                models,
                secrets,
                randomness,
                installable,
                commands,
                warnings,
                files,
                data,
                repository);
    }

    /**
     * The Pythons that the project says it runs on.
     *
     * @param requires what its files ask for together; {@link SpecifierSet#ANY} if nothing
     */
    public record PythonRequirement(SpecifierSet requires, List<Evidence> evidence) {
        public PythonRequirement {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * A file in which the project asks for packages.
     *
     * @param packages the Python distributions named in it, in its order
     */
    public record SpecFile(String path, SpecFileKind kind, List<PackageName> packages) {
        public SpecFile {
            packages = List.copyOf(packages);
        }
    }

    public record SystemPackage(String name, Evidence evidence) {}

    /** How the code uses a GPU, and where that shows. */
    public record Gpu(GpuNeed need, List<Evidence> evidence) {
        public Gpu {
            evidence = List.copyOf(evidence);
        }
    }

    /** How much of the GPU's software the environment must bring. */
    public enum GpuNeed {
        /** Nothing points to a GPU. */
        NONE,
        /** The packages bring their own CUDA libraries. */
        WHEELS,
        /** Apple's Metal. */
        MPS,
        /** A fixed CUDA toolkit, or code that is compiled for the GPU. */
        CUDA
    }

    /**
     * A pretrained model that is loaded by name.
     *
     * @param revision the exact state of it, if the code says one
     */
    public record Model(String name, Optional<String> revision, Evidence evidence) {}

    /** The name of a key that the code reads from the environment; never its value. */
    public record Secret(String key, Evidence evidence) {}

    /** The project as a package that pip can install. */
    public record Installable(PackageName name, Evidence evidence) {}

    /** Something that would break or change a rerun. */
    public record Warning(String kind, Evidence evidence, String message) {

        /** A login or a token in an address that the message quotes does not get in. */
        public Warning {
            message = Credentials.without(message);
        }
    }

    /**
     * Files that look like data.
     *
     * @param bytes what all of them hold together
     * @param largest some of them, largest first
     */
    public record Data(int files, long bytes, List<DataFile> largest) {

        public static final Data NONE = new Data(0, 0, List.of());

        public Data {
            largest = List.copyOf(largest);
        }
    }

    public record DataFile(String path, long bytes) {}

    /**
     * A Git repository.
     *
     * @param remote the address that it is kept at, without a login
     * @param lastCommit when the last commit was made, where that can be read without Git
     */
    public record Repository(Optional<String> remote, Optional<Instant> lastCommit) {}

    /** How much there was to read. */
    public record FileCount(int pythonFiles, int notebooks, int read) {}
}
