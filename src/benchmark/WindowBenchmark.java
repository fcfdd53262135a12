import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Times the start of Specimen's window against an empty JavaFX window with the same theme, the same fonts and the same
 * flags of the virtual machine, in turns so that both meet the same machine, by the clock and by the processor's time,
 * which says more on a busy machine; and reads how much memory both hold then. After that it times how soon the window
 * answers, and reads how much memory it holds after every step (see WindowReactions).
 *
 * <p>Run it from the project's folder, after {@code mvn -q -DskipTests package}, on a display: {@code xvfb-run -a -s
 * "-screen 0 1920x1200x24" java src/benchmark/WindowBenchmark.java [rounds [start]]}, with {@code start} for the
 * start alone.
 */
public class WindowBenchmark {

    private static final Path LIBRARIES = Path.of("target/specimen/lib").toAbsolutePath();

    /** As in src/main/launcher/specimen. */
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=error,cds*=off:stderr",
            "-Dfile.encoding=UTF-8",
            "-Xms48m",
            "-XX:MinHeapFreeRatio=15",
            "-XX:MaxHeapFreeRatio=30",
            "--module-path",
            LIBRARIES.resolve("javafx").toString(),
            "--add-modules",
            "javafx.controls");

    private static final String EMPTY_WINDOW = """
            import atlantafx.base.theme.PrimerLight;
            import javafx.application.Application;
            import javafx.application.Platform;
            import javafx.scene.Scene;
            import javafx.scene.control.Label;
            import javafx.scene.layout.StackPane;
            import javafx.scene.text.Font;
            import javafx.stage.Stage;

            public class EmptyWindow {
                public static void main(String[] arguments) {
                    Application.launch(Shown.class);
                }

                public static class Shown extends Application {
                    private int pulses;

                    @Override
                    public void start(Stage stage) {
                        FONTS
                        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
                        StackPane pane = new StackPane(new Label("Empty"));
                        pane.setStyle("-fx-font-family: Inter");
                        Scene scene = new Scene(pane, 1280, 800);
                        scene.addPostLayoutPulseListener(() -> {
                            pulses++;
                            if (pulses == 2) {
                                System.out.println("first-window");
                                if (Boolean.getBoolean("close")) {
                                    Platform.exit();
                                }
                            } else {
                                Platform.requestNextPulse();
                            }
                        });
                        stage.setScene(scene);
                        stage.show();
                    }
                }
            }
            """;

    /** What one start took and held. */
    private record Start(long milliseconds, long processorMilliseconds, long residentKibibytes, long peakKibibytes) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11;
        boolean startOnly = arguments.length > 1 && arguments[1].equals("start");
        Path work = Files.createTempDirectory("specimen-window-benchmark");
        try {
            Map<String, List<String>> windows = windows(work);
            Map<String, List<Start>> starts = new LinkedHashMap<>();
            windows.keySet().forEach(name -> starts.put(name, new ArrayList<>()));
            for (int round = -1; round < rounds; round++) {
                for (Map.Entry<String, List<String>> window : windows.entrySet()) {
                    Start start = start(window.getValue(), work);
                    if (round >= 0) {
                        starts.get(window.getKey()).add(start);
                    }
                }
            }
            print(starts);
            if (!startOnly) {
                System.out.println();
                react(work);
            }
        } finally {
            delete(work);
        }
    }

    private static Map<String, List<String>> windows(Path work) throws IOException, InterruptedException {
        Path empty = compileEmptyWindow(work);
        Path archive = work.resolve("empty.jsa");
        start(empty(empty, "-Dclose=true", "-XX:ArchiveClassesAtExit=" + archive), work, true);
        Map<String, List<String>> windows = new LinkedHashMap<>();
        windows.put("empty window, own archive", empty(empty, "-XX:SharedArchiveFile=" + archive));
        windows.put("empty window, no archive", empty(empty));
        windows.put("specimen", List.of("target/specimen/bin/specimen"));
        return windows;
    }

    private static Path compileEmptyWindow(Path work) throws IOException {
        String fonts = fonts().stream()
                .map(font -> "Font.loadFont(EmptyWindow.class.getResourceAsStream(\"/" + font + "\"), 14);\n")
                .collect(Collectors.joining());
        Path source = Files.writeString(work.resolve("EmptyWindow.java"), EMPTY_WINDOW.replace("FONTS", fonts));
        return compile(source, theme(), work.resolve("empty"));
    }

    /** A jar of one source, since only classes in jars can be archived. */
    private static Path compile(Path source, String classPath, Path folder) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        classPath,
                        "--module-path",
                        LIBRARIES.resolve("javafx").toString(),
                        "--add-modules",
                        "javafx.controls",
                        "-d",
                        classes.toString(),
                        source.toString());
        if (status != 0) {
            throw new IllegalStateException(source + " does not compile");
        }
        Path jar = folder.resolve("compiled.jar");
        java.util.spi.ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "-c", "-f", jar.toString(), "-C", classes.toString(), ".");
        return jar;
    }

    /** The files that the theme of Specimen loads, in the jars of the fonts. */
    private static List<String> fonts() {
        String inter = "com/formdev/flatlaf/fonts/inter/Inter-";
        String mono = "com/formdev/flatlaf/fonts/jetbrains_mono/JetBrainsMono-";
        return List.of(
                inter + "Regular.otf",
                inter + "SemiBold.otf",
                inter + "Bold.otf",
                mono + "Regular.ttf",
                mono + "Bold.ttf");
    }

    private static String theme() throws IOException {
        try (Stream<Path> jars = Files.list(LIBRARIES)) {
            return jars.map(Path::toString)
                    .filter(jar -> jar.contains("atlantafx") || jar.contains("flatlaf-fonts"))
                    .sorted()
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    private static List<String> empty(Path jar, String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of(more));
        command.addAll(List.of("-cp", jar + File.pathSeparator + theme(), "EmptyWindow"));
        return command;
    }

    private static Start start(List<String> command, Path work) throws IOException, InterruptedException {
        return start(command, work, false);
    }

    /** Starts a window and ends it once it says that it is shown, or waits until it closes itself. */
    private static Start start(List<String> command, Path work, boolean closesItself)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("SPECIMEN_JAVA_OPTS", "-Dspecimen.benchmark=first-window -Duser.home=" + work);
        for (String folder : List.of("CONFIG", "DATA", "STATE", "CACHE")) {
            environment.put("XDG_" + folder + "_HOME", work.resolve(folder).toString());
        }
        long begin = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            long took = (System.nanoTime() - begin) / 1_000_000;
            if (!"first-window".equals(line)) {
                throw new IllegalStateException(command + " said " + line);
            }
            return closesItself
                    ? new Start(took, 0, 0, 0)
                    : new Start(took, processorTime(process), held(process, "VmRSS"), held(process, "VmHWM"));
        } finally {
            if (!closesItself) {
                process.destroy();
            }
            process.waitFor();
        }
    }

    /** By all its threads so far, in milliseconds; 0 where the system does not say. */
    private static long processorTime(Process process) {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
    }

    /** A line of proc(5), in kibibytes; 0 where there is no such file. */
    private static long held(Process process, String field) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(field + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    private static void print(Map<String, List<Start>> starts) {
        List<Start> baseline = starts.values().iterator().next();
        System.out.printf(
                "%-28s %8s %8s %14s %8s %12s %12s%n",
                "median, time to first window", "ms", "times", "ms processor", "times", "MiB held", "MiB at most");
        starts.forEach((name, measured) -> System.out.printf(
                "%-28s %8d %8.2f %14d %8.2f %12d %12d%n",
                name,
                median(measured, Start::milliseconds),
                (double) median(measured, Start::milliseconds) / median(baseline, Start::milliseconds),
                median(measured, Start::processorMilliseconds),
                (double) median(measured, Start::processorMilliseconds)
                        / median(baseline, Start::processorMilliseconds),
                measured.stream().mapToLong(Start::residentKibibytes).max().orElse(0) / 1024,
                measured.stream().mapToLong(Start::peakKibibytes).max().orElse(0) / 1024));
        System.out.printf(
                "load of the system: %.1f%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static long median(List<Start> starts, ToLongFunction<Start> figure) {
        return starts.stream()
                .mapToLong(figure)
                .sorted()
                .skip(starts.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Walks through the window and times what it does. */
    private static void react(Path work) throws IOException, InterruptedException {
        Path source = Path.of("src/benchmark/WindowReactions.java");
        Path jar = compile(source, LIBRARIES.resolve("specimen.jar").toString(), work.resolve("reactions"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of(
                "-XX:SharedArchiveFile=" + LIBRARIES.resolve("specimen-window.jsa"),
                "-Dspecimen.home=" + work.resolve("home"),
                "-cp",
                LIBRARIES.resolve("specimen.jar") + File.pathSeparator + jar,
                "WindowReactions",
                Files.createDirectory(work.resolve("projects")).toString()));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IllegalStateException("the walk through the window ended with " + status);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
