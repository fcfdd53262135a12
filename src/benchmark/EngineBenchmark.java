import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.specimen.advice.Answers;
import org.specimen.advice.Stack;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.Frozen;
import org.specimen.plan.Options;
import org.specimen.proof.LogLine;
import org.specimen.proof.MadeEnvironment;
import org.specimen.proof.MakeRequest;
import org.specimen.proof.ProofListener;
import org.specimen.proof.docker.DockerMaker;
import org.specimen.python.Version;
import org.specimen.task.Progress;

/**
 * Times building with Specimen against the classic {@code docker build} of the same Dockerfile, in turns so that both meet
 * the same engine, each with layers that nobody has; then how soon the context of a project with 10 GB of ignored data
 * begins to be sent, and how much memory that takes; then what a change of the code alone costs. Run it from the project's
 * folder after {@code mvn -q -DskipTests package}, on Linux, with DOCKER_HOST set or an engine at its usual place, Docker's
 * command line, and a base image that has a shell: {@code java -Xmx256m -cp "target/specimen/lib/*"
 * src/benchmark/EngineBenchmark.java BASE [rounds]}.
 */
public class EngineBenchmark {

    private static final String NAME = "specimen-benchmark";
    private static final int BIG_FILES = 10;
    private static final long GIGABYTE = 1L << 30;
    private static final int SMALL_FILES = 20_000;
    private static final double NANOSECONDS = 1e9;
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final Path work;
    private final String base;

    private EngineBenchmark(Path work, String base) {
        this.work = work;
        this.base = base;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String base = arguments[0];
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        Path work = Files.createTempDirectory("specimen-benchmark");
        try {
            EngineBenchmark benchmark = new EngineBenchmark(work, base);
            benchmark.compare(rounds);
            benchmark.ignoredData();
            benchmark.codeAlone();
        } finally {
            delete(work);
            run(work.getParent(), "docker", "image", "rm", "--force", NAME, NAME + "-docker");
        }
    }

    /** A project whose steps are never those of an earlier build. */
    private Path project(String name) throws IOException {
        Path project = Files.createDirectories(work.resolve(name));
        Files.writeString(project.resolve(".dockerignore"), "data\n.specimen\n");
        Files.writeString(project.resolve("analysis.py"), "print(42)\n");
        Files.writeString(project.resolve("requirements.txt"), "");
        newSteps(project);
        return project;
    }

    private void newSteps(Path project) throws IOException {
        Files.writeString(project.resolve("Dockerfile"), """
                FROM %s
                LABEL org.specimen.project="%s"
                ENV ROUND=%s
                RUN for i in 1 2 3 4 5 6 7 8; do head -c 8000000 /dev/urandom | sha256sum > /sum$i; done
                WORKDIR /project
                COPY requirements.txt ./
                RUN head -c 60000000 /dev/urandom > /packages && sleep 2
                COPY . ./
                RUN chmod -R a+rwX .
                CMD ["python", "analysis.py"]
                """.formatted(base, NAME, UUID.randomUUID()));
    }

    private void compare(int rounds) throws IOException, InterruptedException {
        Path project = project("compared");
        for (int i = 0; i < 50; i++) {
            Files.write(project.resolve("module" + i + ".py"), new byte[100_000]);
        }
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        build(project, ProofListener.NONE);
        for (int round = 0; round < rounds; round++) {
            boolean isFirst = round % 2 == 0;
            for (boolean isOurs : new boolean[] {isFirst, !isFirst}) {
                newSteps(project);
                if (isOurs) {
                    long before = PROCESS.getProcessCpuTime();
                    ours.add(seconds(() -> build(project, ProofListener.NONE)));
                    processor.add((PROCESS.getProcessCpuTime() - before) / NANOSECONDS);
                } else {
                    theirs.add(docker(project));
                }
            }
        }
        double ourMedian = median(ours);
        double theirMedian = median(theirs);
        System.out.printf(
                Locale.ROOT,
                "build, medians of %d: docker %.2f s, Specimen %.2f s, %+.1f %% (goal: below 5 %%)%n",
                rounds,
                theirMedian,
                ourMedian,
                (ourMedian / theirMedian - 1) * 100);
        List<Double> differences = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            differences.add(ours.get(round) - theirs.get(round));
        }
        System.out.printf(
                Locale.ROOT,
                "  Specimen's more, round by round: median %.2f s, from %.2f to %.2f s%n",
                median(differences),
                differences.stream().min(Comparator.naturalOrder()).orElseThrow(),
                differences.stream().max(Comparator.naturalOrder()).orElseThrow());
        System.out.printf(
                Locale.ROOT,
                "  of the processor, Specimen's process takes %.2f s a build (median), %.1f %% of docker's time%n",
                median(processor),
                median(processor) / theirMedian * 100);
    }

    private static double docker(Path project) {
        return seconds(() -> {
            int status = run(
                    project, "docker", "build", "--quiet", "--force-rm", "--tag", NAME + "-docker", project.toString());
            if (status != 0) {
                throw new IllegalStateException("docker build ended with " + status);
            }
        });
    }

    private static int build(Path project, ProofListener listener) {
        EnvironmentPlan plan = new EnvironmentPlan(
                NAME,
                Answers.NONE,
                Stack.DOCKER,
                Version.parse("3.11.2"),
                Set.of(TargetPlatform.LINUX_X86_64),
                List.of(),
                List.of(),
                List.of(),
                Options.DEFAULT,
                new TreeMap<>(),
                Map.of(),
                Frozen.NOTHING);
        MakeRequest request = new MakeRequest(project, plan, Optional.empty(), List.of(), true, Optional.empty());
        try (MadeEnvironment made = DockerMaker.ofThisComputer().make(request, listener, Progress.NONE)) {
            return made.identity().image().orElseThrow().stepsReused();
        }
    }

    /** Big files take no room on the disk here, but count like any other. */
    private void ignoredData() throws IOException {
        Path big = project("big");
        Path data = Files.createDirectories(big.resolve("data"));
        for (int i = 0; i < BIG_FILES; i++) {
            try (RandomAccessFile file =
                    new RandomAccessFile(data.resolve("raw" + i + ".bin").toFile(), "rw")) {
                file.setLength(GIGABYTE);
            }
        }
        sent("10 files of 1 GiB, ignored", big);
        Path small = project("small");
        for (int i = 0; i < SMALL_FILES; i++) {
            Path folder = Files.createDirectories(small.resolve("data/" + i / 100));
            Files.write(folder.resolve(i + ".csv"), new byte[100]);
        }
        sent("20,000 small files, ignored", small);
        Path patterned = project("patterned");
        Files.writeString(patterned.resolve(".dockerignore"), "data\n!data/**/*.py\n.specimen\n");
        Files.createDirectories(patterned.resolve("data"));
        try (Stream<Path> files = Files.walk(small.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = patterned.resolve(small.relativize(file));
                Files.createDirectories(copy.resolveSibling(""));
                Files.createLink(copy, file);
            }
        }
        sent("the same, where code among them is sent", patterned);
    }

    /** From the first call to when the engine says that it has begun, which is after all of the context was sent. */
    private void sent(String what, Path project) {
        long begin = System.nanoTime();
        AtomicLong first = new AtomicLong();
        AtomicLong most = new AtomicLong();
        build(project, new ProofListener() {
            @Override
            public void logged(LogLine line) {
                first.compareAndSet(0, line.text().startsWith("Step 1/") ? System.nanoTime() : 0);
                Runtime runtime = Runtime.getRuntime();
                most.accumulateAndGet(runtime.totalMemory() - runtime.freeMemory(), Math::max);
            }
        });
        System.out.printf(
                Locale.ROOT,
                "context, %s: whole in %.2f s (goal: begun below 2 s); heap at most %d MiB, resident %d MiB%n",
                what,
                (first.get() - begin) / NANOSECONDS,
                most.get() >> 20,
                resident() >> 10);
    }

    /** In kilobytes. */
    private static long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }

    private void codeAlone() throws IOException {
        Path project = project("code");
        double whole = seconds(() -> build(project, ProofListener.NONE));
        Files.writeString(project.resolve("analysis.py"), "print(43)\n");
        int[] reused = {0};
        double changed = seconds(() -> reused[0] = build(project, ProofListener.NONE));
        System.out.printf(
                Locale.ROOT,
                "after a change of the code alone: %.2f s instead of %.2f s, %d of 10 steps reused%n",
                changed,
                whole,
                reused[0]);
    }

    private interface Timed {
        void run() throws IOException, InterruptedException;
    }

    private static double seconds(Timed timed) {
        long begin = System.nanoTime();
        try {
            timed.run();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
        return (System.nanoTime() - begin) / NANOSECONDS;
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static int run(Path folder, String... words) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DOCKER_BUILDKIT", "0");
        return builder.start().waitFor();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
