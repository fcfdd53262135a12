import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Times Specimen as it lies in a folder: process start to first window, beside an empty JavaFX window on the same Java, with
 * the same theme, fonts and flags and an archive of its own, and to the first page in it; and whole commands; each with and
 * without archive, in turns so that all meet the same machine. By the clock, and by the processor's time, which says more
 * on a busy machine. Then it tells what is held in memory at first and after a walk through all steps with a sample, what
 * lies on the disk, and what is downloaded.
 *
 * <p>After {@code mvn -q -DskipTests package}, on a display, on Linux: {@code xvfb-run -a -s "-screen 0 1920x1200x24" java
 * src/benchmark/StartBenchmark.java [rounds [folder [reactions]]]}. The folder is that of an installed application,
 * {@code /opt/specimen} if none is named, or {@code target/specimen}, which has no Java of its own; a package that JDK 18
 * or earlier made uses its archive only at the former. With {@code reactions}, WindowReactions also times how soon the
 * window answers.
 */
public class StartBenchmark {

    /** As in src/main/launcher/specimen. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xlog:disable",
            "-Xlog:all=error,cds*=off:stderr",
            "-Dfile.encoding=UTF-8");

    private static final List<String> WINDOW_FLAGS =
            List.of("-Xms68m", "-XX:NewSize=48m", "-XX:MinHeapFreeRatio=15", "-XX:MaxHeapFreeRatio=30");

    /** What one run took and held; a window's is told when it says that it is shown, and then its first page. */
    private record Run(long milliseconds, long pageMilliseconds, long processorMilliseconds, long residentKibibytes) {}

    private final Path installed;
    private final Path work;
    private final boolean isBundled;
    private final List<String> ownArchive;

    private StartBenchmark(Path installed, Path work) throws IOException {
        this.installed = installed;
        this.work = work;
        isBundled = Files.exists(installed.resolve("runtime/bin/java"));
        boolean isCache = Files.exists(library("specimen-window.aot"));
        ownArchive = List.of(isCache ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=", isCache ? ".aot" : ".jsa");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
        Path installed =
                Path.of(arguments.length > 1 ? arguments[1] : "/opt/specimen").toRealPath();
        Path work = Files.createTempDirectory("specimen-start-benchmark");
        try {
            StartBenchmark benchmark = new StartBenchmark(installed, work);
            print("time to first window", benchmark.inTurns(benchmark.windows(), rounds));
            System.out.println();
            print("time of a whole command", benchmark.inTurns(benchmark.commands(), rounds));
            System.out.println();
            System.out.println("all steps with a sample:");
            benchmark.walk("text-analysis");
            benchmark.sizes();
            if (arguments.length > 2 && arguments[2].equals("reactions")) {
                System.out.println();
                benchmark.walk();
            }
            System.out.printf(
                    "load of the system: %.1f%n",
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        } finally {
            delete(work);
        }
    }

    private Map<String, List<String>> windows() throws IOException, InterruptedException {
        Path jar = compile("EmptyWindow", theme());
        Path archive = work.resolve("empty" + ownArchive.get(1));
        String making = ownArchive.get(1).equals(".aot") ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
        run(empty(jar, "-Dclose=true", making + archive));
        if (!Files.exists(archive)) {
            throw new IllegalStateException("the empty window made no archive");
        }
        Map<String, List<String>> windows = new LinkedHashMap<>();
        windows.put("empty window", empty(jar, ownArchive.get(0) + archive));
        windows.put("specimen", List.of(installed.resolve("bin/specimen").toString()));
        windows.put("empty window, no archive", empty(jar));
        windows.put("specimen, no archive", specimen(windowFlags(), List.of()));
        return windows;
    }

    private Map<String, List<String>> commands() throws IOException {
        Path sample =
                Path.of("src/main/resources/org/specimen/samples/map-analysis").toAbsolutePath();
        String start = installed.resolve("bin/specimen").toString();
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("--version", List.of(start, "--version"));
        commands.put("--version, no archive", specimen(List.of(), List.of("--version")));
        commands.put("advise, map-analysis", List.of(start, "advise", sample.toString()));
        commands.put("advise, no archive", specimen(List.of(), List.of("advise", sample.toString())));
        return commands;
    }

    /** What bin/specimen starts, without its archive. */
    private List<String> specimen(List<String> flags, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(FLAGS);
        command.addAll(flags);
        command.addAll(List.of(
                "-Dspecimen.benchmark=first-window",
                "-Duser.home=" + work,
                "-cp",
                library("specimen.jar").toString(),
                "org.specimen.Launcher"));
        command.addAll(arguments);
        return command;
    }

    private List<String> empty(Path jar, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(FLAGS);
        command.addAll(windowFlags());
        command.addAll(List.of(more));
        command.addAll(List.of("-cp", jar + File.pathSeparator + theme(), "EmptyWindow"));
        return command;
    }

    /** Through all steps in the window, with the samples that are named, or with all and times of everything. */
    private void walk(String... samples) throws IOException, InterruptedException {
        Path jar = compile("WindowReactions", library("specimen.jar").toString());
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(FLAGS);
        command.addAll(windowFlags());
        command.addAll(List.of(
                ownArchive.get(0) + library("specimen-window" + ownArchive.get(1)),
                "-Duser.home=" + work,
                "-cp",
                library("specimen.jar") + File.pathSeparator + jar,
                "WindowReactions",
                Files.createTempDirectory(work, "projects").toString()));
        command.addAll(List.of(samples));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        settle(builder.environment());
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("the walk through the window ended with " + status);
        }
    }

    private List<String> windowFlags() {
        List<String> flags = new ArrayList<>(WINDOW_FLAGS);
        flags.add("-Dspecimen.fonts=" + library("fonts"));
        if (!isBundled) {
            flags.addAll(List.of("--module-path", library("javafx").toString(), "--add-modules", "javafx.controls"));
        }
        return flags;
    }

    private String java() {
        Path home = isBundled ? installed.resolve("runtime") : Path.of(System.getProperty("java.home"));
        return home.resolve("bin/java").toString();
    }

    private Path library(String name) {
        return installed.resolve("lib").resolve(name);
    }

    private String theme() throws IOException {
        try (Stream<Path> jars = Files.list(installed.resolve("lib"))) {
            return jars.map(Path::toString)
                    .filter(jar -> jar.contains("atlantafx") || jar.contains("flatlaf-fonts"))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /** A jar of a program beside this one, since only classes in jars can be archived. */
    private Path compile(String program, String classPath) throws IOException {
        Path classes = Files.createDirectories(work.resolve(program));
        String modules = Path.of("target/specimen/lib/javafx").toAbsolutePath().toString();
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "--release",
                        "17",
                        "-cp",
                        classPath,
                        "--module-path",
                        modules,
                        "--add-modules",
                        "javafx.controls",
                        "-d",
                        classes.toString(),
                        "src/benchmark/" + program + ".java");
        if (status != 0) {
            throw new IllegalStateException(program + " does not compile");
        }
        Path jar = work.resolve(program + ".jar");
        java.util.spi.ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "-c", "-f", jar.toString(), "-C", classes.toString(), ".");
        return jar;
    }

    private Map<String, List<Run>> inTurns(Map<String, List<String>> commands, int rounds)
            throws IOException, InterruptedException {
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        commands.keySet().forEach(name -> runs.put(name, new ArrayList<>()));
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                Run run = run(command.getValue());
                if (round >= 0) {
                    runs.get(command.getKey()).add(run);
                }
            }
        }
        return runs;
    }

    /** Reads until the window is there, which is ended then unless it ends itself, or until the command has ended. */
    private Run run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("SPECIMEN_JAVA_OPTS", "-Dspecimen.benchmark=first-window -Duser.home=" + work);
        settle(builder.environment());
        long begin = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            if ("first-window".equals(line)) {
                long took = (System.nanoTime() - begin) / 1_000_000;
                long processor = processorTime(process);
                // An empty window has nothing more to say.
                boolean isFilled = !command.contains("EmptyWindow") && "first-page".equals(out.readLine());
                long filled = isFilled ? (System.nanoTime() - begin) / 1_000_000 : took;
                Run run = new Run(took, filled, processor, resident(process));
                if (!command.contains("-Dclose=true")) {
                    process.destroy();
                }
                process.waitFor();
                return run;
            }
            if (line == null) {
                throw new IllegalStateException(command + " said nothing");
            }
            while (out.readLine() != null) {
                // What else it says.
            }
            int status = process.waitFor();
            long took = (System.nanoTime() - begin) / 1_000_000;
            if (status != 0) {
                throw new IllegalStateException(command + " ended with " + status);
            }
            return new Run(took, took, 0, 0);
        }
    }

    /** On this Java, and with folders of its own. */
    private void settle(Map<String, String> environment) {
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        for (String folder : List.of("CONFIG", "DATA", "STATE", "CACHE")) {
            environment.put("XDG_" + folder + "_HOME", work.resolve(folder).toString());
        }
    }

    private static long processorTime(Process process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    /** From proc(5), in kibibytes. */
    private static long resident(Process process) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static void print(String title, Map<String, List<Run>> runs) {
        List<Run> first = runs.values().iterator().next();
        System.out.printf(
                "%-28s %8s %8s %8s %8s %14s %8s %10s%n",
                "median, " + title, "ms", "times", "least", "filled", "ms processor", "times", "MiB held");
        runs.forEach((name, measured) -> System.out.printf(
                "%-28s %8d %8.2f %8d %8d %14d %8.2f %10d%n",
                name,
                median(measured, Run::milliseconds),
                (double) median(measured, Run::milliseconds) / median(first, Run::milliseconds),
                measured.stream().mapToLong(Run::milliseconds).min().orElse(0),
                median(measured, Run::pageMilliseconds),
                median(measured, Run::processorMilliseconds),
                (double) median(measured, Run::processorMilliseconds)
                        / Math.max(1, median(first, Run::processorMilliseconds)),
                measured.stream().mapToLong(Run::residentKibibytes).max().orElse(0) / 1024));
    }

    private void sizes() throws IOException {
        System.out.printf("installed: %d MB%n", size(installed) / 1_000_000);
        Path packages = Path.of("target/installers");
        if (Files.isDirectory(packages)) {
            try (Stream<Path> files = Files.list(packages)) {
                for (Path file : files.sorted().toList()) {
                    System.out.printf("download: %d MB, %s%n", Files.size(file) / 1_000_000, file.getFileName());
                }
            }
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static long median(List<Run> runs, ToLongFunction<Run> figure) {
        return runs.stream()
                .mapToLong(figure)
                .sorted()
                .skip(runs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
