package org.specimen.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.specimen.problem.OutsideFailure;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/**
 * The catalogue in the file that src/catalogue compiles. The keys of the file have a letter in front for what they name:
 * {@code d} distributions, {@code m} their releases, {@code i} imports, {@code c} conda packages, {@code k} conda names
 * of distributions, {@code l} libraries below Python, {@code p} names by popularity, {@code y} Pythons, {@code b} base
 * images, {@code s} the standard library, {@code e} modules from elsewhere, {@code u} what is used without an import,
 * {@code w} names that are written for others.
 */
final class ShippedCatalogue implements Catalogue {

    private static final String RESOURCE = "catalogue.bin";

    /** What several hundred packages need in turn, so that another answer about the same project reads nothing anew. */
    private static final int DISTRIBUTIONS_KEPT = 1024;

    private static final int CONDA_PACKAGES_KEPT = 512;

    /** Read once, when first asked for. */
    private static final class Shared {
        static final Catalogue INSTANCE = new ShippedCatalogue(BlockFile.open(resource()));
    }

    private final BlockFile file;
    private final Recent<PackageName, Optional<Distribution>> distributions = new Recent<>(DISTRIBUTIONS_KEPT);
    private final Recent<String, Optional<CondaPackage>> condaPackages = new Recent<>(CONDA_PACKAGES_KEPT);
    private @Nullable List<String> popularNames;
    private @Nullable StandardLibrary standardLibrary;
    private @Nullable PythonReleases pythonReleases;
    private @Nullable BaseImages baseImages;

    ShippedCatalogue(BlockFile file) {
        this.file = file;
    }

    static Catalogue shared() {
        return Shared.INSTANCE;
    }

    static byte[] resource() {
        try (InputStream resource = ShippedCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new OutsideFailure("The catalogue inside Specimen is missing. Install Specimen again.");
            }
            return resource.readAllBytes();
        } catch (IOException e) {
            throw new OutsideFailure("The catalogue inside Specimen cannot be read. Install Specimen again.", e);
        }
    }

    @Override
    public YearMonth date() {
        return YearMonth.parse(file.header("date").get(0));
    }

    @Override
    public List<String> sources() {
        return file.header("source");
    }

    @Override
    public Optional<Distribution> distribution(PackageName name) {
        return distributions.get(name, this::readDistribution);
    }

    private Optional<Distribution> readDistribution(PackageName name) {
        return file.get("d/" + name).map(value -> {
            String[] fields = CatalogueText.fields(value, 6);
            return new Distribution(
                    name,
                    fields[0].isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(fields[0])),
                    CatalogueText.optional(fields[1]).map(Version::parse),
                    CatalogueText.optional(fields[2]).map(YearMonth::parse),
                    file.get("m/" + name).map(CatalogueText::releases).orElse(List.of()),
                    condaNames(name),
                    CatalogueText.completeness(fields[3]),
                    fields[4],
                    systemLibraries(name),
                    CatalogueText.gpuUse(fields[5]));
        });
    }

    @Override
    public List<ImportProvider> distributionsProviding(String importName) {
        if (importName.length() > LONGEST_IMPORT) {
            return List.of();
        }
        for (String part = importName; !part.isEmpty(); part = parent(part)) {
            Optional<List<ImportProvider>> known = knownProviders(part);
            if (known.isPresent()) {
                return known.get();
            }
        }
        String topLevel = importName.contains(".") ? importName.substring(0, importName.indexOf('.')) : importName;
        return PackageName.tryOf(topLevel)
                .map(guess -> List.of(new ImportProvider(guess, topLevel, false)))
                .orElse(List.of());
    }

    /** No import in earnest is longer; bounds the work that a hostile file can ask for. */
    private static final int LONGEST_IMPORT = 500;

    /** Empty if nothing is known of the name; an empty list for one that is known to tell nothing, such as utils. */
    private Optional<List<ImportProvider>> knownProviders(String part) {
        Optional<String> listed = file.get("i/" + part);
        if (listed.isPresent()) {
            return Optional.of(CatalogueText.names(listed.get()).stream()
                    .map(name -> new ImportProvider(name, part, true))
                    .toList());
        }
        // A shared namespace whose distributions are named by a rule: google.cloud.* come from google-cloud-*.
        String last = part.substring(part.lastIndexOf('.') + 1);
        return file.get("i/" + parent(part) + ".*")
                .flatMap(rule -> PackageName.tryOf(rule.replace("*", last)))
                .map(name -> List.of(
                        new ImportProvider(name, part, file.get("d/" + name).isPresent())));
    }

    @Override
    public Optional<Elsewhere> elsewhere(String importName) {
        if (importName.length() > LONGEST_IMPORT) {
            return Optional.empty();
        }
        for (String part = importName; !part.isEmpty(); part = parent(part)) {
            String known = part;
            Optional<Elsewhere> found = file.get("e/" + part).flatMap(value -> {
                String[] fields = CatalogueText.fields(value, 2);
                return Elsewhere.Kind.ofKey(fields[0]).map(kind -> new Elsewhere(known, kind, fields[1]));
            });
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Usage> usage(String key) {
        return file.get("u/" + key).map(value -> {
            String[] fields = CatalogueText.fields(value, 3);
            List<PackageName> needs =
                    words(fields[1]).stream().map(PackageName::of).toList();
            return new Usage(words(fields[0]), needs, fields[2].equals("asked"));
        });
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    @Override
    public Optional<PackageName> meantBy(PackageName written) {
        return file.get("w/" + written).filter(meant -> !meant.isEmpty()).map(PackageName::new);
    }

    private static String parent(String dotted) {
        return dotted.substring(0, Math.max(0, dotted.lastIndexOf('.')));
    }

    @Override
    public Optional<SystemLibraries> systemLibraries(PackageName name) {
        return file.get("l/" + name).map(value -> CatalogueText.systemLibraries(name, value));
    }

    @Override
    public Optional<CondaPackage> condaPackage(String condaName) {
        return condaPackages.get(
                condaName, name -> file.get("c/" + name).map(value -> CatalogueText.condaPackage(name, value)));
    }

    @Override
    public Optional<String> condaName(PackageName name) {
        return condaNames(name).stream().findFirst();
    }

    private List<String> condaNames(PackageName name) {
        Optional<String> different = file.get("k/" + name);
        if (different.isPresent()) {
            return different.get().isEmpty()
                    ? List.of()
                    : List.of(different.get().split(",", -1));
        }
        return distributionsOf(name.value()).contains(name) ? List.of(name.value()) : List.of();
    }

    @Override
    public List<PackageName> distributionsOf(String condaName) {
        return file.get("c/" + condaName)
                .map(value -> CatalogueText.provides(condaName, value))
                .orElse(List.of());
    }

    @Override
    public List<PackageName> complete(String prefix, int limit) {
        String normal = prefix.isEmpty() ? "" : SimilarNames.normal(prefix);
        return popularNames().stream()
                .filter(name -> name.startsWith(normal))
                .limit(limit)
                .map(PackageName::new)
                .toList();
    }

    @Override
    public List<PackageName> similarNames(String name, int limit) {
        // Many write the name of the import: sklearn for scikit-learn.
        Stream<PackageName> imported = file.get("i/" + name).map(CatalogueText::names).orElse(List.of()).stream();
        Stream<PackageName> similar = SimilarNames.of(name, popularNames(), limit).stream();
        return Stream.concat(imported, similar)
                .filter(found -> !found.value().equals(SimilarNames.normal(name)))
                .distinct()
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<PackageName> lookalike(PackageName name) {
        Optional<Distribution> known = distribution(name);
        // What is not popular stands in the catalogue because somebody put it there.
        boolean wasLookedAt = condaName(name).isPresent()
                || known.filter(there ->
                                there.rank().isEmpty() || !there.releases().isEmpty())
                        .isPresent();
        return wasLookedAt
                ? Optional.empty()
                : Lookalikes.of(
                        name.value(), known.map(Distribution::rank).orElse(OptionalInt.empty()), popularNames());
    }

    private synchronized List<String> popularNames() {
        List<String> names = popularNames;
        if (names == null) {
            names = new ArrayList<>();
            for (BlockFile.Entry entry : file.withPrefix("p/")) {
                names.addAll(List.of(entry.value().split(" ", -1)));
            }
            names = List.copyOf(names);
            popularNames = names;
        }
        return names;
    }

    @Override
    public synchronized PythonReleases pythonReleases() {
        PythonReleases releases = pythonReleases;
        if (releases == null) {
            releases = CatalogueText.pythonReleases(file.withPrefix("y/"));
            pythonReleases = releases;
        }
        return releases;
    }

    @Override
    public synchronized BaseImages baseImages() {
        BaseImages images = baseImages;
        if (images == null) {
            images = CatalogueText.baseImages(file.withPrefix("b/"));
            baseImages = images;
        }
        return images;
    }

    @Override
    public synchronized StandardLibrary standardLibrary() {
        StandardLibrary library = standardLibrary;
        if (library == null) {
            library = CatalogueText.standardLibrary(file.withPrefix("s/"));
            standardLibrary = library;
        }
        return library;
    }
}
