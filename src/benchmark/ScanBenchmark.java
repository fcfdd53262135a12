import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Scans checkouts of research repositories and compares the distributions that were found with those that a person found
 * by reading; then says how fast it reads, how much memory it holds and how soon it stops (see ScanMeasurement).
 *
 * <p>Run it from the project's folder, after {@code mvn -q -DskipTests package}: {@code java
 * src/benchmark/ScanBenchmark.java CHECKOUTS TRUTHS [name…]}. Each folder in CHECKOUTS with a file of its name and
 * {@code .tsv} in TRUTHS counts; names leave out all others. A truth has a line for each distribution, with a tab:
 * {@code numpy<TAB>runtime}. Names with {@code |} between them are alternatives of which one is enough. Roles are {@code
 * runtime} and {@code optional}, which are compared; {@code development}, which must not be found as one of those; and
 * {@code unsure}, which may be found or not. Lines that begin with {@code #} are comments.
 */
public class ScanBenchmark {

    private static final Path LIBRARIES = Path.of("target/specimen/lib").toAbsolutePath();

    /** As in src/main/launcher/specimen, but for the archive. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=error,cds*=off:stderr",
            "-Dfile.encoding=UTF-8");

    private static final Set<String> COMPARED = Set.of("runtime", "optional");

    /** One line of a truth. */
    private record Wanted(Set<String> names, String role) {
        static Wanted of(String line) {
            String[] fields = line.split("\t");
            return new Wanted(
                    Arrays.stream(fields[0].split("\\|"))
                            .map(ScanBenchmark::normal)
                            .collect(Collectors.toCollection(TreeSet::new)),
                    fields[1].strip());
        }

        boolean isCompared() {
            return COMPARED.contains(role);
        }
    }

    /** One distribution that the scan found. */
    private record Found(String name, String role, boolean imported, String place) {}

    private record Scan(List<Found> found, Map<String, Long> numbers, long wholeMilliseconds) {}

    /** How what was found compares with what is true. */
    private record Score(String name, int hits, List<String> falsePositives, List<String> misses, int onlyDeclared) {
        double precision() {
            return ratio(hits, hits + falsePositives.size());
        }

        double recall() {
            return ratio(hits, hits + misses.size());
        }

        double f1() {
            return f1(falsePositives.size());
        }

        /** As if what is declared but used by no code that we know of were no mistake. */
        double kindF1() {
            return f1(falsePositives.size() - onlyDeclared);
        }

        private double f1(int wrong) {
            return ratio(2 * hits, 2 * hits + wrong + misses.size());
        }

        /** Nothing to find and nothing found says nothing. */
        boolean says() {
            return hits + falsePositives.size() + misses.size() > 0;
        }

        private static double ratio(int part, int whole) {
            return whole == 0 ? 1 : (double) part / whole;
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path checkouts = Path.of(arguments[0]);
        Path truths = Path.of(arguments[1]);
        Set<String> only = Arrays.stream(arguments).skip(2).collect(Collectors.toSet());
        Path classes = Files.createTempDirectory("specimen-scan-benchmark");
        try {
            compile(classes);
            Map<String, Path> folders = folders(checkouts, truths, only);
            List<Score> scores = new ArrayList<>();
            Map<String, Scan> scans = new TreeMap<>();
            for (Map.Entry<String, Path> folder : folders.entrySet()) {
                Scan scan = scan(classes, folder.getValue());
                scans.put(folder.getKey(), scan);
                scores.add(score(folder.getKey(), truth(truths, folder.getKey()), scan.found()));
            }
            print(scores, scans);
            printInAll(scores);
            printCost(scans);
            printWarm(run(classes, "time", List.copyOf(folders.values())));
        } finally {
            delete(classes);
        }
    }

    private static void compile(Path classes) {
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        LIBRARIES.resolve("specimen.jar").toString(),
                        "-proc:none",
                        "-d",
                        classes.toString(),
                        "src/benchmark/ScanMeasurement.java");
        if (status != 0) {
            throw new IllegalStateException("ScanMeasurement does not compile; is target/specimen there?");
        }
    }

    private static Map<String, Path> folders(Path checkouts, Path truths, Set<String> only) throws IOException {
        try (Stream<Path> all = Files.list(checkouts)) {
            return all.filter(Files::isDirectory)
                    .filter(folder -> Files.exists(truths.resolve(folder.getFileName() + ".tsv")))
                    .filter(folder ->
                            only.isEmpty() || only.contains(folder.getFileName().toString()))
                    .collect(Collectors.toMap(
                            folder -> folder.getFileName().toString(),
                            folder -> folder,
                            (one, same) -> one,
                            TreeMap::new));
        }
    }

    private static List<Wanted> truth(Path truths, String name) throws IOException {
        return Files.readAllLines(truths.resolve(name + ".tsv")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Wanted::of)
                .toList();
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
    }

    private static Scan scan(Path classes, Path folder) throws IOException, InterruptedException {
        long start = System.nanoTime();
        List<String> lines = run(classes, "find", List.of(folder));
        long whole = (System.nanoTime() - start) / 1_000_000;
        List<Found> found = new ArrayList<>();
        Map<String, Long> numbers = new TreeMap<>();
        for (String line : lines) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("package")) {
                found.add(new Found(normal(fields[1]), fields[2], fields[3].equals("imported"), fields[4]));
            } else {
                numbers.put(fields[0], Long.parseLong(fields[1]));
            }
        }
        return new Scan(found, numbers, whole);
    }

    private static Score score(String name, List<Wanted> truth, List<Found> found) {
        Map<String, Found> compared = new TreeMap<>();
        found.stream().filter(one -> COMPARED.contains(one.role())).forEach(one -> compared.put(one.name(), one));
        Map<String, String> others = found.stream()
                .filter(one -> !COMPARED.contains(one.role()))
                .collect(Collectors.toMap(Found::name, Found::role, (one, same) -> one));
        List<String> misses = new ArrayList<>();
        int hits = 0;
        for (Wanted wanted : truth) {
            if (!wanted.isCompared()) {
                continue;
            }
            if (wanted.names().stream().anyMatch(compared::containsKey)) {
                hits++;
            } else {
                String foundAs = wanted.names().stream()
                        .filter(others::containsKey)
                        .map(one -> ", found as " + others.get(one))
                        .findFirst()
                        .orElse("");
                misses.add(String.join("|", wanted.names()) + " (" + wanted.role() + foundAs + ")");
            }
        }
        List<String> falsePositives = new ArrayList<>();
        int onlyDeclared = 0;
        for (Found one : compared.values()) {
            List<Wanted> known = truth.stream()
                    .filter(wanted -> wanted.names().contains(one.name()))
                    .toList();
            boolean allowed = known.stream().anyMatch(wanted -> !wanted.role().equals("development"));
            if (!allowed) {
                String why = (one.imported() ? "" : "only declared, ") + (known.isEmpty() ? "" : "truly development, ");
                onlyDeclared += !one.imported() && known.isEmpty() ? 1 : 0;
                falsePositives.add(one.name() + " (" + why + one.place() + ")");
            }
        }
        return new Score(name, hits, falsePositives, misses, onlyDeclared);
    }

    private static void print(List<Score> scores, Map<String, Scan> scans) {
        System.out.printf(
                "%-46s %5s %5s %5s %5s %6s %6s %6s %7s %7s %6s %6s%n",
                "repository",
                "hits",
                "wrong",
                "miss",
                "prec",
                "recall",
                "F1",
                "files",
                "code MB",
                "cold ms",
                "heap",
                "RSS");
        for (Score score : scores) {
            Map<String, Long> numbers = scans.get(score.name()).numbers();
            System.out.printf(
                    Locale.ROOT,
                    "%-46s %5d %5d %5d %5.2f %6.2f %6s %6d %7.1f %7d %6d %6d%n",
                    score.name(),
                    score.hits(),
                    score.falsePositives().size(),
                    score.misses().size(),
                    score.precision(),
                    score.recall(),
                    score.says() ? String.format(Locale.ROOT, "%.3f", score.f1()) : "-",
                    numbers.get("found"),
                    numbers.get("code") / 1e6,
                    scans.get(score.name()).wholeMilliseconds(),
                    numbers.get("heap") / 1_000_000,
                    numbers.get("resident") / 1_000_000);
            score.falsePositives().forEach(name -> System.out.println("    wrong  " + name));
            score.misses().forEach(name -> System.out.println("    missed " + name));
        }
    }

    private static void printInAll(List<Score> scores) {
        List<Score> saying = scores.stream().filter(Score::says).toList();
        int hits = scores.stream().mapToInt(Score::hits).sum();
        int wrong =
                scores.stream().mapToInt(score -> score.falsePositives().size()).sum();
        int missed = scores.stream().mapToInt(score -> score.misses().size()).sum();
        int onlyDeclared = scores.stream().mapToInt(Score::onlyDeclared).sum();
        Score all = new Score(
                "in all",
                hits,
                scores.stream()
                        .flatMap(score -> score.falsePositives().stream())
                        .toList(),
                scores.stream().flatMap(score -> score.misses().stream()).toList(),
                onlyDeclared);
        System.out.printf(
                Locale.ROOT,
                "%nmacro, over %d repositories: precision %.3f, recall %.3f, F1 %.3f (%.3f without what is only declared)%n",
                saying.size(),
                mean(saying, Score::precision),
                mean(saying, Score::recall),
                mean(saying, Score::f1),
                mean(saying, Score::kindF1));
        System.out.printf(
                Locale.ROOT,
                "micro: precision %.3f, recall %.3f, F1 %.3f (%.3f); %d hits, %d wrong (%d of them only declared), %d missed%n",
                all.precision(),
                all.recall(),
                all.f1(),
                all.kindF1(),
                hits,
                wrong,
                onlyDeclared,
                missed);
    }

    private static double mean(List<Score> scores, ToDoubleFunction<Score> figure) {
        return scores.stream().mapToDouble(figure).average().orElse(0);
    }

    private static void printCost(Map<String, Scan> scans) {
        System.out.printf(
                Locale.ROOT,
                "cold, a process each: %d ms in all, slowest %d ms; peak heap %d MB, peak resident %d MB%n",
                scans.values().stream().mapToLong(Scan::wholeMilliseconds).sum(),
                scans.values().stream().mapToLong(Scan::wholeMilliseconds).max().orElse(0),
                most(scans, "heap") / 1_000_000,
                most(scans, "resident") / 1_000_000);
    }

    private static long most(Map<String, Scan> scans, String number) {
        return scans.values().stream()
                .mapToLong(scan -> scan.numbers().get(number))
                .max()
                .orElse(0);
    }

    private static void printWarm(List<String> lines) {
        long microseconds = 0;
        long files = 0;
        long bytes = 0;
        long processor = 0;
        String slowest = "";
        long slowestMicroseconds = 0;
        List<Long> cancellations = new ArrayList<>();
        String slowestCancel = "";
        long mostFiles = 0;
        int unnoticed = 0;
        for (String line : lines) {
            String[] fields = line.split("\t");
            long took = Long.parseLong(fields[2]);
            if (fields[0].equals("processor")) {
                processor = took;
            } else if (fields[0].equals("warm")) {
                microseconds += took;
                files += Long.parseLong(fields[3]);
                bytes += Long.parseLong(fields[4]);
                if (took > slowestMicroseconds) {
                    slowestMicroseconds = took;
                    slowest = fields[1];
                }
            } else {
                if (cancellations.stream().allMatch(other -> other < took)) {
                    slowestCancel = fields[1];
                }
                cancellations.add(took);
                mostFiles = Math.max(mostFiles, Long.parseLong(fields[3]));
                unnoticed += fields[4].equals("cancelled") ? 0 : 1;
            }
        }
        cancellations.sort(Comparator.naturalOrder());
        System.out.printf(
                Locale.ROOT,
                "warm, medians: %d files read in %.0f ms (%.0f ms of one processor), %.0f files/s, %.1f MB of code/s;"
                        + " slowest %s, %.0f ms%n",
                files,
                microseconds / 1e3,
                processor / 1e3,
                files / (microseconds / 1e6),
                bytes / (double) microseconds,
                slowest,
                slowestMicroseconds / 1e3);
        System.out.printf(
                Locale.ROOT,
                "cancel, %d times: median %.1f ms, longest %.1f ms (%s); at most %d steps told after it; %d scans ended"
                        + " before they noticed%n",
                cancellations.size(),
                cancellations.get(cancellations.size() / 2) / 1e3,
                cancellations.get(cancellations.size() - 1) / 1e3,
                slowestCancel,
                mostFiles,
                unnoticed);
    }

    private static List<String> run(Path classes, String what, List<Path> folders)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        if (what.equals("find")) {
            command.addAll(FLAGS);
        }
        command.addAll(List.of(
                "-cp", LIBRARIES.resolve("specimen.jar") + File.pathSeparator + classes, "ScanMeasurement", what));
        folders.forEach(folder -> command.add(folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines;
        try (var output = process.inputReader()) {
            lines = output.lines().toList();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("measuring " + folders + " ended with " + process.exitValue());
        }
        return lines;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            File[] deepestFirst =
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).toArray(File[]::new);
            Arrays.stream(deepestFirst).forEach(File::delete);
        }
    }
}
