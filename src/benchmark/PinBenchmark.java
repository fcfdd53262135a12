import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.index.CatalogueIndex;
import org.specimen.python.Requirement;
import org.specimen.python.Version;
import org.specimen.resolve.PipPinner;
import org.specimen.resolve.PipRequest;
import org.specimen.task.Progress;

/**
 * Times the choice of versions against pip, as whole processes in turns, on an index on loopback that answers after
 * 20 ms: 28 direct packages of science with their needs, first with nothing in the cache and then with all of it; then
 * an index with long histories, where newer releases do not go together; then a conflict; then the memory for a set of
 * 300; then the catalogue inside, in this process. Run it from the project's folder after {@code mvn -q -DskipTests
 * package}: {@code java -cp "target/specimen/lib/*" src/benchmark/PinBenchmark.java DATA PYTHON [rounds]}, where DATA
 * holds wheel-metadata.jsonl and scientific-28.txt, and PYTHON is one of version 3.11 on Linux that has the pip to compare
 * with.
 */
public class PinBenchmark {

    private static final long LATENCY_MILLISECONDS = 20;
    private static final String SPECIMEN =
            Path.of("target/specimen/bin/specimen").toAbsolutePath().toString();

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]);
        String python = arguments[1];
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        Path work = Files.createTempDirectory("specimen-benchmark");
        try {
            List<String> direct = Files.readAllLines(data.resolve("scientific-28.txt"));
            try (LoopbackIndex index =
                    new LoopbackIndex(LATENCY_MILLISECONDS).withWheels(data.resolve("wheel-metadata.jsonl"))) {
                compare("28 packages of science", index, direct, work.resolve("science"), python, rounds, true);
            }
            try (LoopbackIndex index = new LoopbackIndex(LATENCY_MILLISECONDS)) {
                List<String> asked = longHistories(index);
                compare("long histories", index, asked, work.resolve("histories"), python, rounds, false);
                conflict(index, work.resolve("conflict"), rounds);
            }
            try (LoopbackIndex index = new LoopbackIndex(LATENCY_MILLISECONDS)) {
                memory(index, work.resolve("memory"));
            }
            catalogue(direct);
        } finally {
            delete(work);
        }
    }

    private static void compare(
            String what,
            LoopbackIndex index,
            List<String> direct,
            Path work,
            String python,
            int rounds,
            boolean withPip)
            throws IOException, InterruptedException {
        Path requirements = project(work.resolve("project"), direct);
        Map<String, List<Long>> took = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            if (withPip) {
                List<String> pip = List.of(
                        python,
                        "-m",
                        "pip",
                        "--isolated",
                        "install",
                        "--dry-run",
                        "--quiet",
                        "--ignore-installed",
                        "--cache-dir",
                        work.resolve("pip-" + round).toString(),
                        "--report",
                        work.resolve("report.json").toString(),
                        "--index-url",
                        index.address().toString(),
                        "-r",
                        requirements.toString());
                time(took, "pip, cold", index, () -> run(pip, work.resolve("home"), 0));
                time(took, "pip, warm", index, () -> run(pip, work.resolve("home"), 0));
            }
            Path home = work.resolve("home-" + round);
            List<String> specimen = write(work.resolve("project"), index);
            time(took, "specimen, cold", index, () -> run(specimen, home, 0));
            time(took, "specimen, warm", index, () -> run(specimen, home, 0));
        }
        print(what, took);
        for (String cache : List.of("cold", "warm")) {
            if (withPip) {
                System.out.printf(
                        "%s: %.1f times faster than pip%n%n",
                        cache, (double) median(took.get("pip, " + cache)) / median(took.get("specimen, " + cache)));
            }
        }
    }

    private static List<String> write(Path project, LoopbackIndex index) {
        return List.of(
                SPECIMEN,
                "write",
                project.toString(),
                "--stack",
                "venv",
                "--python",
                "3.11",
                "--index-url",
                index.address().toString(),
                "--dry-run");
    }

    /**
     * 40 packages of 300 releases, in two families. Each release needs a window of releases of others of its family, and
     * the windows of the two families drift apart from the newest on, while both need the same last package: only older
     * releases go together.
     */
    private static List<String> longHistories(LoopbackIndex index) {
        Random random = new Random(1);
        int packages = 40;
        int releases = 300;
        for (int number = 0; number < packages; number++) {
            int family = number % 2;
            for (int release = 1; release <= releases; release++) {
                List<String> requires = new ArrayList<>();
                for (int other = number + 2; other <= number + 6 && other < packages; other += 2) {
                    requires.add(window("long" + other, release, 15));
                }
                if (random.nextInt(4) > 0) {
                    requires.add(window("shared", family == 0 ? release : 75 + release / 2, 5));
                }
                index.add("long" + number, "1." + release, requires);
            }
        }
        for (int release = 1; release <= releases; release++) {
            index.add("shared", "1." + release, List.of());
        }
        return List.of("long0", "long1", "long2", "long3", "long4", "long5");
    }

    private static String window(String name, int middle, int width) {
        return name + ">=1." + Math.max(1, middle - width) + ",<=1." + (middle + width);
    }

    private static void conflict(LoopbackIndex index, Path work, int rounds) throws IOException, InterruptedException {
        for (int release = 1; release <= 300; release++) {
            index.add("upper", "1." + release, List.of("lower<1.50"));
            index.add("lower", "1." + release, List.of());
        }
        project(work.resolve("project"), List.of("upper", "lower>=1.200"));
        Map<String, List<Long>> took = new TreeMap<>();
        for (int round = 0; round < rounds; round++) {
            Path home = work.resolve("home-" + round);
            time(took, "specimen", index, () -> run(write(work.resolve("project"), index), home, 1));
        }
        print("a conflict, explained", took);
    }

    /** The most memory that a process ever held for 300 packages of 200 releases each, most of which need five others. */
    private static void memory(LoopbackIndex index, Path work) throws IOException, InterruptedException {
        int packages = 300;
        List<String> asked = new ArrayList<>();
        for (int number = 0; number < packages; number++) {
            asked.add("wide" + number);
            for (int release = 1; release <= 200; release++) {
                List<String> requires = new ArrayList<>();
                for (int other = number + 1; other <= number + 5 && other < packages; other++) {
                    requires.add("wide" + other + ">=1." + Math.max(1, release - 20));
                }
                index.add("wide" + number, "1." + release, requires);
            }
        }
        project(work.resolve("project"), asked);
        Path home = work.resolve("home");
        for (String cache : List.of("cold", "warm")) {
            Process process = start(write(work.resolve("project"), index), home);
            long most = 0;
            while (process.isAlive()) {
                most = Math.max(most, peak(process.pid()));
                process.waitFor(10, TimeUnit.MILLISECONDS);
            }
            check(process, home, 0);
            System.out.printf("a set of 300, %s: %d MB at most%n", cache, most / 1024);
        }
    }

    /** In kilobytes, as Linux counts it; 0 once the process is gone. */
    private static long peak(long process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException gone) {
            return 0;
        }
    }

    private static void catalogue(List<String> direct) {
        PipRequest request = new PipRequest(
                Version.parse("3.11.9"),
                EnumSet.of(TargetPlatform.LINUX_X86_64, TargetPlatform.MACOS_ARM64, TargetPlatform.WINDOWS_X86_64),
                direct.stream().map(Requirement::parse).toList(),
                Map.of());
        List<Long> took = new ArrayList<>();
        for (int round = 0; round < 30; round++) {
            long start = System.nanoTime();
            new PipPinner(new CatalogueIndex(Catalogue.open()), Catalogue.open()).pin(request, Progress.NONE);
            took.add((System.nanoTime() - start) / 1_000_000);
        }
        print("from the catalogue, three platforms", Map.of("in process, the last ten", took.subList(20, 30)));
    }

    private static Path project(Path folder, List<String> direct) throws IOException {
        Files.createDirectories(folder);
        return Files.write(folder.resolve("requirements.txt"), direct);
    }

    private interface Command {
        void run() throws IOException, InterruptedException;
    }

    private static void time(Map<String, List<Long>> took, String name, LoopbackIndex index, Command command)
            throws IOException, InterruptedException {
        index.requests();
        long start = System.nanoTime();
        command.run();
        took.computeIfAbsent(name, one -> new ArrayList<>()).add((System.nanoTime() - start) / 1_000_000);
        System.out.printf(
                "%-20s %6d ms %6d requests%n",
                name, took.get(name).get(took.get(name).size() - 1), index.requests());
    }

    private static void run(List<String> command, Path home, int expected) throws IOException, InterruptedException {
        Process process = start(command, home);
        process.waitFor();
        check(process, home, expected);
    }

    private static Process start(List<String> command, Path home) throws IOException {
        Files.createDirectories(home);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(home.resolve("errors.txt").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
        return builder.start();
    }

    private static void check(Process process, Path home, int expected) throws IOException {
        if (process.exitValue() != expected) {
            throw new IllegalStateException(process.info().commandLine().orElse("it") + " ended with "
                    + process.exitValue() + ": " + Files.readString(home.resolve("errors.txt")));
        }
    }

    private static void print(String what, Map<String, List<Long>> took) {
        System.out.println("\n" + what + ", median:");
        took.forEach((name, times) -> System.out.printf("%-30s %6d ms%n", name, median(times)));
        System.out.println();
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            File[] deepestFirst =
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).toArray(File[]::new);
            Arrays.stream(deepestFirst).forEach(File::delete);
        }
    }
}

/**
 * An index on loopback (PyPA specification "Simple repository API", JSON) that serves pages and metadata files, and
 * answers each request after a while, as one far away does.
 */
final class LoopbackIndex implements AutoCloseable {

    private static final Pattern FIELD =
            Pattern.compile("\"(\\w+)\": (\"(?:[^\"\\\\]|\\\\.)*\"|\\[.*?\\](?=, \"\\w+\": |\\}$)|\\d+)");
    private static final Pattern ITEM = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final HttpServer server;
    private final long latencyMilliseconds;
    private final Map<String, List<String>> pages = new TreeMap<>();
    private final Map<String, byte[]> metadata = new HashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    LoopbackIndex(long latencyMilliseconds) throws IOException {
        this.latencyMilliseconds = latencyMilliseconds;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        // Answers wait on threads of their own, so that one does not hold up the next.
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "loopback-index");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/simple/", this::page);
        server.createContext("/files/", this::file);
        server.start();
    }

    /** The wheels of wheel-metadata.jsonl, one release each. */
    LoopbackIndex withWheels(Path jsonLines) throws IOException {
        for (String line : Files.readAllLines(jsonLines)) {
            Map<String, String> fields = new HashMap<>();
            Matcher matcher = FIELD.matcher(line);
            while (matcher.find()) {
                fields.put(matcher.group(1), matcher.group(2));
            }
            add(
                    text(fields.get("name")),
                    text(fields.get("version")),
                    text(fields.get("file")),
                    text(fields.get("sha256")),
                    Long.parseLong(fields.getOrDefault("size", "1000")),
                    fields.containsKey("requires_python") ? text(fields.get("requires_python")) : "",
                    items(fields.getOrDefault("requires_dist", "[]")),
                    items(fields.getOrDefault("extras", "[]")));
        }
        return this;
    }

    /** A pure wheel. */
    void add(String name, String version, List<String> requires) {
        String file = name.replace('-', '_') + "-" + version + "-py3-none-any.whl";
        add(name, version, file, sha256(file.getBytes(StandardCharsets.UTF_8)), 1000, ">=3.8", requires, List.of());
    }

    private void add(
            String name,
            String version,
            String file,
            String sha256,
            long size,
            String pythons,
            List<String> requires,
            List<String> extras) {
        StringBuilder text = new StringBuilder("Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n");
        if (!pythons.isEmpty()) {
            text.append("Requires-Python: ").append(pythons).append('\n');
        }
        extras.forEach(extra -> text.append("Provides-Extra: ").append(extra).append('\n'));
        requires.forEach(
                require -> text.append("Requires-Dist: ").append(require).append('\n'));
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        metadata.put("/files/" + file + ".metadata", content);
        String digest = "{\"sha256\": \"" + sha256(content) + "\"}";
        pages.computeIfAbsent(name.toLowerCase().replaceAll("[-_.]+", "-"), one -> new ArrayList<>())
                .add("{\"filename\": \"" + file + "\", \"url\": \"/files/" + file + "\", \"hashes\": {\"sha256\": \""
                        + sha256 + "\"}, \"size\": " + size
                        + (pythons.isEmpty() ? "" : ", \"requires-python\": \"" + pythons + "\"")
                        + ", \"upload-time\": \"2026-03-01T10:00:00.000000Z\", \"core-metadata\": " + digest
                        + ", \"data-dist-info-metadata\": " + digest + ", \"yanked\": false}");
    }

    private static String text(String json) {
        return json.substring(1, json.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private static List<String> items(String json) {
        List<String> items = new ArrayList<>();
        Matcher matcher = ITEM.matcher(json);
        while (matcher.find()) {
            items.add(matcher.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
        }
        return items;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/simple/");
    }

    /** How many requests were answered since this was asked last. */
    int requests() {
        return requests.getAndSet(0);
    }

    private void page(HttpExchange exchange) throws IOException {
        String name =
                exchange.getRequestURI().getPath().replaceFirst("^/simple/", "").replaceFirst("/$", "");
        List<String> files = pages.get(name);
        answer(
                exchange,
                "application/vnd.pypi.simple.v1+json",
                files == null
                        ? null
                        : ("{\"meta\": {\"api-version\": \"1.1\"}, \"name\": \"" + name + "\", \"files\": ["
                                        + String.join(", ", files) + "]}")
                                .getBytes(StandardCharsets.UTF_8));
    }

    private void file(HttpExchange exchange) throws IOException {
        answer(
                exchange,
                "application/octet-stream",
                metadata.get(exchange.getRequestURI().getPath()));
    }

    private void answer(HttpExchange exchange, String type, byte[] content) throws IOException {
        requests.incrementAndGet();
        try {
            TimeUnit.MILLISECONDS.sleep(latencyMilliseconds);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
        String tag = content == null ? "" : "\"" + sha256(content).substring(0, 16) + "\"";
        boolean known =
                content != null && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "max-age=600");
        if (content != null) {
            exchange.getResponseHeaders().set("ETag", tag);
        }
        exchange.sendResponseHeaders(
                content == null ? 404 : known ? 304 : 200, content == null || known ? -1 : content.length);
        if (content != null && !known) {
            exchange.getResponseBody().write(content);
        }
        exchange.close();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new UncheckedIOException(new IOException(missing));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
