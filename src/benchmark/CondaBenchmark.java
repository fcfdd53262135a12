import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.specimen.conda.Channel;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.Platform;
import org.specimen.conda.VirtualPackage;
import org.specimen.conda.VirtualPackages;
import org.specimen.format.Json;
import org.specimen.format.JsonWriter;
import org.specimen.format.RepodataReader;
import org.specimen.format.Zstandard;
import org.specimen.index.channel.ChannelStore;
import org.specimen.index.channel.LocalListFiles;
import org.specimen.index.channel.PlatformRecords;
import org.specimen.resolve.conda.ChannelParts;
import org.specimen.resolve.conda.JointOutcome;
import org.specimen.resolve.conda.JointProblem;
import org.specimen.resolve.conda.JointSolver;
import org.specimen.task.Progress;

/**
 * Solves the cases of conda-cases.json beside rattler's WebAssembly build, and an environment of ten packages on a channel
 * of 500,000 records that is made around the real slice.
 *
 * <p>Run it from the project's folder, after {@code mvn -q -DskipTests package}: {@code java -cp "target/specimen/lib/*"
 * src/benchmark/CondaBenchmark.java DATA [RATTLER]}. DATA is the folder with the channel slices and the cases, RATTLER the
 * one in whose {@code node_modules} the npm package {@code @conda-org/rattler} is; without it only Specimen is timed.
 */
public class CondaBenchmark {

    private static final List<String> TEN = List.of(
            "python=3.12",
            "numpy",
            "pandas",
            "scipy",
            "matplotlib",
            "scikit-learn",
            "jupyterlab",
            "xarray",
            "netcdf4",
            "pip");

    private static final int ROUNDS = 3;
    private static final Map<Platform, Integer> SYNTHETIC = Map.of(
            Platform.LINUX_64, 350_000,
            Platform.OSX_ARM64, 350_000,
            Platform.WIN_64, 350_000,
            Platform.NOARCH, 150_000);
    private static final List<Platform> TEAM = List.of(Platform.LINUX_64, Platform.OSX_ARM64, Platform.WIN_64);

    private record Case(
            String id,
            Platform platform,
            List<String> specs,
            List<String> channels,
            List<String> virtual,
            Set<String> kept) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]).toAbsolutePath().normalize();
        Path work = Files.createTempDirectory("specimen-conda-benchmark");
        try {
            List<Case> cases = cases(data.resolve("conda-cases.json"));
            Map<String, Double> ours = ours(cases, data, work);
            if (arguments.length > 1) {
                compare(ours, rattler(cases, data, Path.of(arguments[1]).toAbsolutePath(), work));
            } else {
                ours.forEach((id, milliseconds) -> print("%-44s %8.1f ms", id, milliseconds));
            }
            synthetic(data, work);
        } finally {
            delete(work);
        }
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    @SuppressWarnings("unchecked") // what the file holds
    private static List<Case> cases(Path file) throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Map<String, Object> one : (List<Map<String, Object>>) Json.read("cases", in)) {
                cases.add(new Case(
                        (String) one.get("id"),
                        Platform.of((String) one.get("platform")),
                        (List<String>) one.get("specs"),
                        (List<String>) one.get("channels"),
                        (List<String>) one.get("virtual"),
                        Set.copyOf((List<String>) one.getOrDefault("locked", List.of()))));
            }
        }
        return cases;
    }

    private static Path folder(Path data, String channel) {
        return data.resolve(channel.equals("bioconda") ? "bioconda-repodata" : "conda-repodata");
    }

    private static ChannelParts open(ChannelStore store, Path folder, Platform platform) {
        Channel channel = Channel.parse(folder.toString());
        List<PlatformRecords> parts = new ArrayList<>(store.open(channel, platform, Progress.NONE));
        parts.addAll(store.open(channel, Platform.NOARCH, Progress.NONE));
        return new ChannelParts(channel, parts);
    }

    /** The fastest of some rounds, as for rattler. */
    private static Map<String, Double> ours(List<Case> cases, Path data, Path work) {
        ChannelStore store = new ChannelStore(work.resolve("cache"), List.of(new LocalListFiles()));
        Map<String, ChannelParts> open = new HashMap<>();
        Map<String, Double> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Case one : cases) {
                List<ChannelParts> channels = one.channels().stream()
                        .map(name -> open.computeIfAbsent(
                                name + one.platform(), key -> open(store, folder(data, name), one.platform())))
                        .toList();
                JointProblem problem = JointProblem.on(
                        one.platform(),
                        new JointProblem.OnPlatform(
                                channels,
                                one.virtual().stream()
                                        .map(VirtualPackage::parse)
                                        .toList()),
                        one.specs().stream().map(MatchSpec::parse).toList(),
                        one.kept());
                long start = System.nanoTime();
                JointSolver.solve(problem, Progress.NONE);
                times.merge(one.id(), (System.nanoTime() - start) / 1e6, Math::min);
            }
        }
        return times;
    }

    private static void compare(Map<String, Double> ours, Map<String, double[]> theirs) {
        print("%-44s %10s %10s %10s", "milliseconds", "Specimen", "rattler", "and loading");
        double[] sums = new double[3];
        theirs.forEach((id, times) -> {
            double solving = Math.max(times[0] - times[1], 0);
            print("%-44s %10.1f %10.1f %10.1f", id, ours.get(id), solving, times[0]);
            sums[0] += ours.get(id);
            sums[1] += solving;
            sums[2] += times[0];
        });
        print("%-44s %10.1f %10.1f %10.1f", "in all", sums[0], sums[1], sums[2]);
        print(
                "Specimen takes %.2f of rattler's time to solve, %.2f of it with loading",
                sums[0] / sums[1], sums[0] / sums[2]);
    }

    /** For each case the milliseconds with loading, and of the loading. */
    private static Map<String, double[]> rattler(List<Case> cases, Path data, Path module, Path work)
            throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var threads = Executors.newCachedThreadPool();
        server.setExecutor(threads);
        Map<String, byte[]> machines = new HashMap<>();
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            Path file = data.resolve(path.substring(1));
            byte[] body =
                    machines.getOrDefault(path, Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0]);
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            if (!exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        try {
            String root = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            StringBuilder lines = new StringBuilder();
            for (Case one : cases) {
                // What the machine has is a channel of its own for rattler's simple interface.
                machines.put("/machine-" + one.id() + "/noarch/repodata.json", machine(one));
                List<String> specs = new ArrayList<>(one.specs());
                one.virtual().forEach(virtual -> specs.add(virtual.split("=")[0]));
                List<String> channels = new ArrayList<>(one.channels().stream()
                        .map(name -> root + data.relativize(folder(data, name)))
                        .toList());
                channels.add(root + "machine-" + one.id());
                machines.put(
                        "/machine-" + one.id() + "/" + one.platform() + "/repodata.json",
                        "{\"packages\":{},\"packages.conda\":{}}".getBytes(StandardCharsets.UTF_8));
                lines.append(JsonWriter.write(Map.of(
                                        "id",
                                        one.id(),
                                        "platform",
                                        one.platform().subdir(),
                                        "specs",
                                        specs,
                                        "channels",
                                        channels))
                                .replace("\n", " "))
                        .append('\n');
            }
            Path input = Files.writeString(work.resolve("cases.jsonl"), lines);
            Path output = work.resolve("rattler.tsv");
            int status = new ProcessBuilder("node", "src/benchmark/rattler.cjs", module.toString())
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("rattler failed");
            }
            Map<String, double[]> times = new LinkedHashMap<>();
            for (String line : Files.readAllLines(output)) {
                String[] fields = line.split("\t");
                times.put(fields[0], new double[] {Double.parseDouble(fields[1]), Double.parseDouble(fields[2])});
            }
            return times;
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static byte[] machine(Case one) {
        Map<String, Object> packages = new LinkedHashMap<>();
        for (String virtual : one.virtual()) {
            String[] parts = virtual.split("=");
            packages.put(
                    String.join("-", parts) + ".tar.bz2",
                    Map.of(
                            "name",
                            parts[0],
                            "version",
                            parts[1],
                            "build",
                            parts[2],
                            "build_number",
                            0,
                            "depends",
                            List.of(),
                            "subdir",
                            "noarch"));
        }
        return JsonWriter.write(Map.of("packages", packages)).getBytes(StandardCharsets.UTF_8);
    }

    private static void synthetic(Path data, Path work) throws IOException {
        Path big = work.resolve("big");
        for (Map.Entry<Platform, Integer> one : SYNTHETIC.entrySet()) {
            Path slice = data.resolve("conda-repodata")
                    .resolve(one.getKey().subdir())
                    .resolve("repodata.json.zst");
            write(
                    slice,
                    Files.createDirectories(big.resolve(one.getKey().subdir())).resolve("repodata.json"),
                    one.getValue());
        }
        Path cache = work.resolve("cache");
        List<MatchSpec> specs = TEN.stream().map(MatchSpec::parse).toList();
        List<VirtualPackage> virtual = VirtualPackages.assumed(Platform.LINUX_64, Map.of());
        for (int round = 0; round <= ROUNDS; round++) {
            long start = System.nanoTime();
            ChannelParts parts = open(new ChannelStore(cache, List.of(new LocalListFiles())), big, Platform.LINUX_64);
            long opened = System.nanoTime();
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
            JointOutcome outcome = JointSolver.solve(
                    JointProblem.on(
                            Platform.LINUX_64, new JointProblem.OnPlatform(List.of(parts), virtual), specs, Set.of()),
                    Progress.NONE);
            long solved = System.nanoTime();
            print(
                    "%d records: %s in %.0f ms, ten packages solved in %.0f ms (%s), at most %d MB of heap",
                    parts.parts().stream().mapToLong(PlatformRecords::size).sum(),
                    round == 0 ? "read from JSON" : "opened from the cache",
                    (opened - start) / 1e6,
                    (solved - opened) / 1e6,
                    outcome instanceof JointOutcome.Solved found
                            ? found.records().get(Platform.LINUX_64).size() + " records"
                            : "impossible",
                    peak() >> 20);
            parts.parts().forEach(PlatformRecords::close);
        }
        for (int round = 0; round <= ROUNDS; round++) {
            for (int platforms = 1; platforms <= TEAM.size(); platforms++) {
                together(TEAM.subList(0, platforms), specs, big, cache);
            }
        }
    }

    /** One environment for several platforms, with the same versions of the ten packages. */
    private static void together(List<Platform> platforms, List<MatchSpec> specs, Path big, Path cache) {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        Map<Platform, JointProblem.OnPlatform> on = new LinkedHashMap<>();
        List<ChannelParts> all = new ArrayList<>();
        for (Platform platform : platforms) {
            ChannelParts parts = open(new ChannelStore(cache, List.of(new LocalListFiles())), big, platform);
            all.add(parts);
            on.put(platform, new JointProblem.OnPlatform(List.of(parts), VirtualPackages.assumed(platform, Map.of())));
        }
        long opened = System.nanoTime();
        JointOutcome outcome = JointSolver.solve(new JointProblem(specs, on, Map.of(), Set.of()), Progress.NONE);
        long solved = System.nanoTime();
        print(
                "ten packages together for %s: opened in %.0f ms, solved in %.0f ms (%s), at most %d MB of heap",
                platforms,
                (opened - start) / 1e6,
                (solved - opened) / 1e6,
                outcome instanceof JointOutcome.Solved ? "solved" : "impossible",
                peak() >> 20);
        all.forEach(parts -> parts.parts().forEach(PlatformRecords::close));
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    /** The real records, and copies of them until there are enough: two thirds under other names, one third as older versions. */
    private static void write(Path slice, Path list, int count) throws IOException {
        List<Map<String, Object>> records = new ArrayList<>();
        try (InputStream in = Zstandard.decompress(Files.newInputStream(slice))) {
            RepodataReader.read(
                    in,
                    entry -> records.add(new LinkedHashMap<>(Map.of(
                            "name",
                            entry.name(),
                            "version",
                            entry.version(),
                            "build",
                            entry.build(),
                            "build_number",
                            entry.buildNumber(),
                            "depends",
                            entry.depends(),
                            "constrains",
                            entry.constrains(),
                            "timestamp",
                            entry.timestamp(),
                            "track_features",
                            entry.trackFeatures(),
                            "noarch",
                            entry.noarch(),
                            "size",
                            entry.size()))));
        }
        try (var out = Files.newBufferedWriter(list)) {
            out.write("{\"packages.conda\":{");
            for (int i = 0; i < count; i++) {
                Map<String, Object> record = new LinkedHashMap<>(records.get(i % records.size()));
                int copy = i / records.size();
                if (copy > 0 && copy % 3 == 0) {
                    record.put(
                            "version",
                            "0." + copy + "."
                                    + String.valueOf(record.get("version")).replace('!', '.'));
                } else if (copy > 0) {
                    record.put("name", record.get("name") + "-x" + copy);
                }
                String digest =
                        HexFormat.of().toHexDigits(i * 0x9E3779B97F4A7C15L).repeat(4);
                record.put("md5", digest.substring(0, 32));
                record.put("sha256", digest);
                String fileName =
                        record.get("name") + "-" + record.get("version") + "-" + record.get("build") + ".conda";
                out.write((i == 0 ? "" : ",") + "\"" + fileName + "\":" + JsonWriter.write(record));
            }
            out.write("}}");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
