import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Times whole commands of Specimen against a Java program that only says hello, with the same flags of the virtual
 * machine, in turns so that both meet the same machine. Run it from the project's folder, after {@code mvn -q -DskipTests
 * package}: {@code java src/benchmark/CommandLineBenchmark.java [rounds]}.
 */
public class CommandLineBenchmark {

    /** As in src/main/launcher/specimen, but for the archive: it fits no other class path and would only be refused. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=error,cds*=off:stderr",
            "-Dfile.encoding=UTF-8");

    private static final String SPECIMEN = "target/specimen/bin/specimen";

    /** What one command took, in milliseconds. */
    private record Timing(String name, List<Long> milliseconds) {
        long median() {
            return milliseconds.stream()
                    .sorted()
                    .skip(milliseconds.size() / 2)
                    .findFirst()
                    .orElseThrow();
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        Path work = Files.createTempDirectory("specimen-benchmark");
        try {
            Map<String, List<String>> commands = commands(work);
            List<Timing> timings = commands.keySet().stream()
                    .map(name -> new Timing(name, new ArrayList<>()))
                    .toList();
            for (int round = -2; round < rounds; round++) {
                for (Timing timing : timings) {
                    long took = run(commands.get(timing.name()));
                    if (round >= 0) {
                        timing.milliseconds().add(took);
                    }
                }
            }
            print(timings);
        } finally {
            delete(work);
        }
    }

    private static Map<String, List<String>> commands(Path work) throws IOException, InterruptedException {
        Files.writeString(
                work.resolve("Hello.java"),
                "public class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, work.resolve("Hello.java").toString());
        Map<String, List<String>> commands = new LinkedHashMap<>();
        List<String> hello = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        hello.addAll(FLAGS);
        hello.addAll(List.of("-cp", work.toString(), "Hello"));
        commands.put("hello", hello);
        commands.put("specimen --version", List.of(SPECIMEN, "--version"));
        for (String sample : List.of("map-analysis", "text-analysis")) {
            String project = work.resolve(sample).toString();
            run(List.of(SPECIMEN, "sample", sample, project));
            commands.put("specimen advise, " + sample, List.of(SPECIMEN, "advise", project));
            commands.put("specimen write --offline, " + sample, List.of(SPECIMEN, "write", project, "--offline"));
        }
        return commands;
    }

    private static long run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long start = System.nanoTime();
        int status = builder.start().waitFor();
        long took = (System.nanoTime() - start) / 1_000_000;
        if (status != 0) {
            throw new IllegalStateException(command + " ended with " + status);
        }
        return took;
    }

    private static void print(List<Timing> timings) {
        long hello = timings.get(0).median();
        System.out.printf(
                "%-40s %10s %10s %10s%n",
                "median of " + timings.get(0).milliseconds().size(), "ms", "more", "times");
        for (Timing timing : timings) {
            System.out.printf(
                    "%-40s %10d %10d %10.1f%n",
                    timing.name(), timing.median(), timing.median() - hello, (double) timing.median() / hello);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            File[] deepestFirst =
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).toArray(File[]::new);
            Arrays.stream(deepestFirst).forEach(File::delete);
        }
    }
}
