import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.specimen.catalogue.BlockFile;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.Platform;
import org.specimen.python.Extra;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/**
 * Compiles the catalogue that ships inside Specimen: from the folder of facts and from the curated tables beside this
 * file to one resource. The same input gives the same bytes. How to run it, and what the keys mean, is in README.md.
 */
public final class CompileCatalogue {

    private static final String DATE = "2026-11";
    private static final String LIST = "\u001f";
    private static final String RECORDS = "\u001e";

    /** One wheel's metadata. */
    private record Wheel(
            String version,
            String requiresPython,
            List<String> requiresDist,
            List<String> extras,
            List<String> imports,
            boolean pure) {}

    private record Popular(String rank, String version, String month) {}

    private record Because(String value, String reason) {}

    private final Path facts;
    private final Path tables;
    private final SortedMap<String, String> entries = new TreeMap<>();

    private final Map<String, Popular> popular = new LinkedHashMap<>();
    private final Map<String, List<Wheel>> wheels = new TreeMap<>();
    private final Map<String, List<String>> scienceImports = new LinkedHashMap<>();
    private final Map<String, String> scienceVersions = new HashMap<>();
    private final Map<String, Set<String>> condaProvides = new TreeMap<>();
    private final Set<String> onBioconda = new HashSet<>();
    private final Map<String, List<String[]>> condaReleases = new TreeMap<>();
    private final Map<String, List<String>> condaNames = new TreeMap<>();
    private final Map<String, Because> families = new LinkedHashMap<>();
    private final Set<String> distributions = new TreeSet<>();

    private CompileCatalogue(Path facts, Path tables) {
        this.facts = facts;
        this.tables = tables;
    }

    /** Arguments: the folder of facts, the folder of curated tables, the file to write. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("usage: CompileCatalogue FACTS TABLES RESOURCE");
            System.exit(2);
        }
        byte[] bytes = new CompileCatalogue(Path.of(arguments[0]), Path.of(arguments[1])).compile();
        Path resource = Path.of(arguments[2]);
        Files.createDirectories(resource.toAbsolutePath().getParent());
        Files.write(resource, bytes);
        System.out.println(resource + ": " + bytes.length + " bytes");
    }

    private byte[] compile() throws IOException {
        readFacts();
        Map<String, Because> gpu = reasons("gpu.tsv");
        Map<String, String[]> libraries = byFirst(rows(tables.resolve("system-libraries.tsv"), 9));
        Map<String, Because> curated = reasons("completeness.tsv");
        nameDistributions(gpu, libraries, curated);
        nameOnConda();
        addDistributions(curated, gpu);
        addReleases();
        addPopularNames();
        addImports();
        addElsewhere();
        addConda();
        libraries.forEach((name, row) -> add("l/" + name, rest(row)));
        for (String[] row : rows(tables.resolve("python-releases.tsv"), 8)) {
            add("y/" + row[0], rest(row) + "\t" + latestOnConda("python", row[0]));
        }
        for (String[] row : rows(tables.resolve("base-images.tsv"), 3)) {
            add("b/" + row[0], rest(row));
        }
        addStandardLibrary();
        return BlockFile.write(header(), entries);
    }

    private Map<String, List<String>> header() throws IOException {
        Map<String, List<String>> header = new LinkedHashMap<>();
        header.put("date", List.of(DATE));
        header.put(
                "source",
                rows(tables.resolve("sources.tsv"), 1).stream()
                        .map(row -> row[0])
                        .toList());
        return header;
    }

    // Reading.

    private void readFacts() throws IOException {
        for (String[] row : rows(facts.resolve("pypi-top-15000.tsv"), 4)) {
            boolean valid = row[2].isEmpty() || valid(row[1] + " " + row[2], () -> Version.parse(row[2]));
            popular.putIfAbsent(normal(row[1]), new Popular(row[0], valid ? row[2] : "", valid ? row[3] : ""));
        }
        for (String[] row : rows(facts.resolve("science-packages.tsv"), 7)) {
            scienceImports.put(normal(row[0]), words(row[5]));
            scienceVersions.put(normal(row[0]), row[1] + "\t" + row[2]);
        }
        for (String line : Files.readAllLines(facts.resolve("wheel-metadata.jsonl"))) {
            readWheel(line);
        }
        for (String[] row : rows(facts.resolve("conda-forge-names.tsv"), 2)) {
            condaProvides.put(row[0], commas(row[1]));
        }
        for (String[] row : rows(facts.resolve("conda-versions.tsv"), 4)) {
            // The names are all of conda-forge's; what has versions and is not among them is on bioconda.
            if (condaProvides.putIfAbsent(row[0], Set.of()) == null) {
                onBioconda.add(row[0]);
            }
            if (valid(row[0], () -> CondaVersion.parse(row[1]))
                    && commas(row[2]).stream().allMatch(subdir -> valid(row[0], () -> Platform.of(subdir)))) {
                condaReleases.computeIfAbsent(row[0], name -> new ArrayList<>()).add(row);
            }
        }
    }

    private void readWheel(String line) throws IOException {
        Map<String, List<String>> fields = new HashMap<>();
        try (JsonParser json = new JsonFactory().createParser(line)) {
            String field = "";
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    field = json.currentName();
                } else if (token.isScalarValue()) {
                    fields.computeIfAbsent(field, name -> new ArrayList<>()).add(json.getText());
                }
            }
        }
        String file = fields.get("file").get(0);
        fields.getOrDefault("requires_dist", new ArrayList<>())
                .removeIf(requirement -> !valid(file, () -> Requirement.parse(requirement)));
        fields.getOrDefault("extras", new ArrayList<>()).removeIf(extra -> !valid(file, () -> Extra.of(extra)));
        fields.getOrDefault("requires_python", new ArrayList<>())
                .removeIf(specifiers -> !valid(file, () -> SpecifierSet.parse(specifiers)));
        Wheel wheel = new Wheel(
                fields.get("version").get(0),
                String.join(",", fields.getOrDefault("requires_python", List.of())),
                fields.getOrDefault("requires_dist", List.of()),
                fields.getOrDefault("extras", List.of()),
                fields.getOrDefault("imports", List.of()),
                file.endsWith("-none-any.whl"));
        wheels.computeIfAbsent(normal(fields.get("name").get(0)), name -> new ArrayList<>())
                .add(wheel);
    }

    /** The rows of a table: tabs between fields, a comment after {@code #} at the start of a line, one heading. */
    private static List<String[]> rows(Path table, int columns) throws IOException {
        List<String[]> rows = new ArrayList<>();
        int number = 0;
        boolean heading = true;
        for (String line : Files.readAllLines(table)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] row = line.split("\t", -1);
            if (row.length != columns) {
                throw new IOException(table + ", line " + number + ": " + row.length + " fields, not " + columns);
            }
            if (!heading) {
                rows.add(row);
            }
            heading = false;
        }
        return rows;
    }

    private static Map<String, String[]> byFirst(List<String[]> rows) {
        Map<String, String[]> byFirst = new LinkedHashMap<>();
        for (String[] row : rows) {
            if (byFirst.put(normal(row[0]), row) != null) {
                throw new IllegalArgumentException("twice in a table: " + row[0]);
            }
        }
        return byFirst;
    }

    /** A table of names (several in one row), a value, and why. */
    private Map<String, Because> reasons(String table) throws IOException {
        Map<String, Because> reasons = new LinkedHashMap<>();
        for (String[] row : rows(tables.resolve(table), 3)) {
            for (String name : words(row[0])) {
                if (name.endsWith("*")) {
                    families.put(name.substring(0, name.length() - 1), new Because(row[1], row[2]));
                } else if (reasons.put(normal(name), new Because(row[1], row[2])) != null) {
                    throw new IllegalArgumentException("twice in " + table + ": " + name);
                }
            }
        }
        return reasons;
    }

    // Compiling.

    private void nameDistributions(
            Map<String, Because> gpu, Map<String, String[]> libraries, Map<String, Because> curated)
            throws IOException {
        distributions.addAll(popular.keySet());
        distributions.addAll(scienceImports.keySet());
        distributions.addAll(wheels.keySet());
        distributions.addAll(gpu.keySet());
        distributions.addAll(libraries.keySet());
        distributions.addAll(curated.keySet());
        for (String[] row : rows(tables.resolve("import-names.tsv"), 2)) {
            words(row[1]).stream()
                    .filter(name -> !name.contains("*") && !name.equals("-"))
                    .map(CompileCatalogue::normal)
                    .forEach(distributions::add);
        }
    }

    /** The names on conda-forge of each distribution: our own word first, then the ranked table, then what provides it. */
    private void nameOnConda() throws IOException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String[] row : rows(tables.resolve("conda-names.tsv"), 2)) {
            found.put(normal(row[0]), new LinkedHashSet<>(words(row[1])));
        }
        Set<String> decided = Set.copyOf(found.keySet());
        List<String[]> ranked = rows(facts.resolve("pypi-conda-names.tsv"), 5);
        for (String rank : List.of("preferred", "identity-exists", "alternative")) {
            for (String[] row : ranked) {
                if (row[2].equals(rank) && !decided.contains(normal(row[0]))) {
                    Set<String> names = found.computeIfAbsent(normal(row[0]), name -> new LinkedHashSet<>());
                    if (rank.equals("identity-exists") && condaProvides.containsKey(row[0])) {
                        names.add(row[0]);
                    }
                    // A differing name beside the same one is a part of it, or something that only contains it.
                    if (!rank.equals("identity-exists") || row[3].equals("spelling")) {
                        names.add(row[1]);
                    }
                }
            }
        }
        Set<String> ranks = Set.copyOf(found.keySet());
        Map<String, Set<String>> providers = new TreeMap<>();
        condaProvides.forEach((conda, provided) -> provided.stream()
                .map(CompileCatalogue::normal)
                .filter(name -> !ranks.contains(name))
                .filter(name -> conda.equals(name) || !provides(name, name))
                .forEach(name ->
                        providers.computeIfAbsent(name, key -> new TreeSet<>()).add(conda)));
        providers.forEach((name, conda) -> found.put(
                name,
                conda.stream()
                        .sorted(Comparator.<String, Boolean>comparing(candidate -> !candidate.equals(name))
                                .thenComparing(candidate ->
                                        condaProvides.get(candidate).size() > 1)
                                .thenComparing(
                                        candidate -> !normalOrSame(candidate).equals(name))
                                .thenComparing(Comparator.naturalOrder()))
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
        found.forEach((name, names) -> {
            names.stream()
                    .filter(conda -> !condaProvides.containsKey(conda) && !conda.contains("::"))
                    .forEach(conda -> {
                        throw new IllegalArgumentException("not on conda-forge: " + conda + " for " + name);
                    });
            condaNames.put(name, List.copyOf(names));
            if (!names.equals(Set.of(name)) || !provides(name, name)) {
                add("k/" + name, String.join(",", names));
            }
        });
    }

    private boolean provides(String conda, String distribution) {
        return condaProvides.getOrDefault(conda, Set.of()).stream()
                .anyMatch(provided -> normal(provided).equals(distribution));
    }

    private void addDistributions(Map<String, Because> curated, Map<String, Because> gpu) {
        for (String name : distributions) {
            Because use = gpu.getOrDefault(name, new Because("none", ""));
            Because completeness = use.value().equals("cuda") && !curated.containsKey(name)
                    ? new Because("needs", "stands on a CUDA toolkit that must match")
                    : completeness(name, curated);
            Popular known = popular.getOrDefault(name, new Popular("", "", ""));
            String newest = known.version() + "\t" + known.month();
            if (known.version().isEmpty()) {
                newest = wheels.containsKey(name)
                        ? newestFirst(wheels.get(name)).get(0).version() + "\t"
                        : scienceVersions.getOrDefault(name, "\t");
            }
            add(
                    "d/" + name,
                    String.join("\t", known.rank(), newest, completeness.value(), completeness.reason(), use.value()));
        }
    }

    /** What we say ourselves; else what it builds on; else what its wheel or its conda package tells. */
    private Because completeness(String name, Map<String, Because> curated) {
        Because said = curated.get(name);
        if (said != null) {
            return said;
        }
        List<Wheel> known = newestFirst(wheels.getOrDefault(name, List.of()));
        for (String requirement :
                known.isEmpty() ? List.<String>of() : known.get(0).requiresDist()) {
            String required = normal(requirement.split("[^A-Za-z0-9._-]", 2)[0]);
            boolean optional = requirement.indexOf(';') >= 0
                    && requirement.substring(requirement.indexOf(';')).contains("extra");
            Because below = curated.get(required);
            if (!optional && below != null && below.value().equals("needs")) {
                return new Because("needs", "builds on " + required + ", which " + below.reason());
            }
        }
        if (!known.isEmpty()) {
            return new Because(
                    "complete",
                    known.get(0).pure() ? "is pure Python" : "has platform wheels that carry its libraries");
        }
        boolean noarch = condaNames.getOrDefault(name, List.of()).stream()
                .limit(1)
                .flatMap(conda ->
                        condaReleases.getOrDefault(conda, List.of()).stream().limit(1))
                .anyMatch(row -> row[2].equals("noarch"));
        if (noarch) {
            return new Because("complete", "is pure Python (noarch on conda-forge)");
        }
        return families.entrySet().stream()
                .filter(family -> name.startsWith(family.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Because("unknown", "has no metadata in the catalogue"));
    }

    private void addReleases() {
        wheels.forEach((name, known) -> add(
                "m/" + name,
                newestFirst(known).stream()
                        .map(wheel -> String.join(
                                "\t",
                                wheel.version(),
                                wheel.requiresPython(),
                                String.join(LIST, wheel.requiresDist()),
                                String.join(LIST, wheel.extras()),
                                String.join(LIST, wheel.imports()),
                                wheel.pure() ? "pure" : "platform"))
                        .collect(Collectors.joining(RECORDS))));
    }

    private void addPopularNames() {
        List<String> names = new ArrayList<>(popular.keySet());
        distributions.stream().filter(name -> !popular.containsKey(name)).forEach(names::add);
        add("p/names", String.join(" ", names.subList(0, names.size() / 2)));
        add("p/names-more", String.join(" ", names.subList(names.size() / 2, names.size())));
    }

    private void addImports() throws IOException {
        Map<String, Set<String>> curated = new TreeMap<>();
        Set<String> ignored = new TreeSet<>();
        for (String[] row : rows(tables.resolve("import-names.tsv"), 2)) {
            if (row[1].equals("-")) {
                ignored.add(row[0]);
            } else if (curated.put(row[0], new LinkedHashSet<>(words(row[1]))) != null) {
                throw new IllegalArgumentException("twice in import-names.tsv: " + row[0]);
            }
        }
        Map<String, Set<String>> observed = new TreeMap<>();
        scienceImports.forEach((name, imports) -> imports.forEach(imported ->
                observed.computeIfAbsent(imported, key -> new TreeSet<>()).add(name)));
        wheels.forEach((name, known) -> known.forEach(wheel -> wheel.imports()
                .forEach(imported -> observed.computeIfAbsent(imported, key -> new TreeSet<>())
                        .add(name))));
        Set<String> all = new TreeSet<>(curated.keySet());
        all.addAll(observed.keySet());
        all.removeAll(ignored);
        ignored.forEach(imported -> add("i/" + imported, ""));
        for (String imported : all) {
            Set<String> ordered = new LinkedHashSet<>(curated.getOrDefault(imported, Set.of()));
            observed.getOrDefault(imported, Set.of()).stream()
                    .sorted(Comparator.<String, Boolean>comparing(name -> !name.equals(normalOrSame(imported)))
                            .thenComparing(this::rank)
                            .thenComparing(Comparator.naturalOrder()))
                    .forEach(ordered::add);
            add("i/" + imported, String.join(",", ordered));
        }
    }

    /** What comes from elsewhere than PyPI, what is used without an import, and what names are written for others. */
    private void addElsewhere() throws IOException {
        for (String[] row : rows(tables.resolve("elsewhere.tsv"), 3)) {
            add("e/" + row[0], rest(row));
        }
        for (String[] row : rows(tables.resolve("usages.tsv"), 4)) {
            String beside = row[1].equals("-") ? "" : row[1];
            String needs = row[2].equals("-") ? "" : row[2];
            add("u/" + row[0], String.join("\t", beside, needs, row[3]));
        }
        for (String[] row : rows(tables.resolve("misnomers.tsv"), 2)) {
            add("w/" + row[0], row[1].equals("-") ? "" : normal(row[1]));
        }
    }

    private int rank(String name) {
        Popular known = popular.get(name);
        return known == null ? Integer.MAX_VALUE : Integer.parseInt(known.rank());
    }

    private void addConda() {
        condaProvides.forEach((name, provided) -> {
            List<String> normal =
                    provided.stream().map(CompileCatalogue::normal).toList();
            String releases = condaReleases.getOrDefault(name, List.of()).stream()
                    .sorted(newestCondaFirst())
                    .map(row -> row[1] + LIST + row[2] + LIST + row[3])
                    .collect(Collectors.joining(RECORDS));
            add(
                    "c/" + name,
                    (normal.equals(List.of(name)) ? "=" : String.join(",", normal)) + "\t" + releases + "\t"
                            + (onBioconda.contains(name) ? "bioconda" : ""));
        });
    }

    private String latestOnConda(String name, String minor) {
        return condaReleases.get(name).stream()
                .sorted(newestCondaFirst())
                .map(row -> row[1])
                .filter(version -> version.startsWith(minor + "."))
                .findFirst()
                .orElse("");
    }

    private void addStandardLibrary() throws IOException {
        List<String> minors = new ArrayList<>();
        for (String[] row : rows(tables.resolve("python-releases.tsv"), 8)) {
            minors.add(row[0]);
        }
        Map<String, Set<String>> modules = new TreeMap<>();
        for (String[] row : rows(tables.resolve("standard-library.tsv"), 3)) {
            for (String module : words(row[0])) {
                if (row[1].equals("2.7")) {
                    modules.computeIfAbsent("2.7", minor -> new TreeSet<>()).add(module);
                    continue;
                }
                for (String minor : minors) {
                    boolean added = row[1].isEmpty() || minors.indexOf(minor) >= minors.indexOf(row[1]);
                    boolean gone = !row[2].isEmpty() && minors.indexOf(minor) >= minors.indexOf(row[2]);
                    if (added && !gone) {
                        modules.computeIfAbsent(minor, key -> new TreeSet<>()).add(module);
                    }
                }
            }
        }
        modules.forEach((minor, names) -> add("s/" + minor, String.join(" ", names)));
    }

    // Orders.

    private static List<Wheel> newestFirst(List<Wheel> wheels) {
        return wheels.stream()
                .sorted(Comparator.comparing((Wheel wheel) -> Version.parse(wheel.version()))
                        .reversed())
                .toList();
    }

    private static Comparator<String[]> newestCondaFirst() {
        return Comparator.comparing((String[] row) -> CondaVersion.parse(row[1]))
                .reversed()
                .thenComparing(row -> row[1]);
    }

    // Small things.

    /** Whether it can be parsed; if not, says so and leaves it out. */
    private static boolean valid(String where, Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (IllegalArgumentException e) {
            System.err.println("left out, " + where + ": " + e.getMessage());
            return false;
        }
    }

    private void add(String key, String value) {
        if (entries.put(key, value) != null) {
            throw new IllegalArgumentException("a key twice: " + key);
        }
    }

    private static String rest(String[] row) {
        return List.of(row).subList(1, row.length).stream().collect(Collectors.joining("\t"));
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    }

    private static Set<String> commas(String text) {
        return text.isBlank() ? Set.of() : new LinkedHashSet<>(List.of(text.split(",")));
    }

    private static String normal(String name) {
        return PackageName.of(name).value();
    }

    private static String normalOrSame(String name) {
        return PackageName.tryOf(name).map(PackageName::value).orElse(name);
    }
}
