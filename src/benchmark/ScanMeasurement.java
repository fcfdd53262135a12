import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.specimen.catalogue.Catalogue;
import org.specimen.project.FoundPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.project.ProjectScanner;
import org.specimen.project.ScanOptions;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

/**
 * Scans folders inside one virtual machine and prints what was found and what it took, a line each with tabs.
 * ScanBenchmark compiles and starts it, with the classes of target/specimen.
 */
public class ScanMeasurement {

    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;
    private static final int CANCELLATIONS = 5;

    private static final ProjectScanner SCANNER = new ProjectScanner(Catalogue.open());

    /** What a scan says on its way, and whether it is still wanted. */
    private static final class Heard implements Progress {
        private final Set<String> paths = ConcurrentHashMap.newKeySet();
        private final AtomicLong said = new AtomicLong();
        private final AtomicLong saidSinceCancel = new AtomicLong();
        private final long cancelAfter;
        private volatile long cancelledAt;

        private Heard(long cancelAfter) {
            this.cancelAfter = cancelAfter;
        }

        @Override
        public void doing(String what, long done, long total) {
            if (what.startsWith("reading ")) {
                paths.add(what.substring("reading ".length()));
            }
            if (cancelledAt != 0) {
                saidSinceCancel.incrementAndGet();
            }
            if (said.incrementAndGet() == cancelAfter) {
                cancelledAt = System.nanoTime();
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelledAt != 0;
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<Path> folders = Arrays.stream(arguments).skip(1).map(Path::of).toList();
        if (arguments[0].equals("find")) {
            find(folders.get(0));
        } else {
            time(folders);
        }
    }

    /** Once, as a person would meet it: nothing is warm, and what is held is what one scan holds. */
    private static void find(Path folder) throws IOException {
        Heard heard = new Heard(Long.MAX_VALUE);
        long start = System.nanoTime();
        ProjectFacts facts = SCANNER.scan(folder, ScanOptions.DEFAULT, heard);
        long took = (System.nanoTime() - start) / 1_000_000;
        for (FoundPackage found : facts.packages()) {
            if (found.onlyAskedFor()) {
                continue;
            }
            System.out.println(String.join(
                    "\t",
                    "package",
                    found.name().value(),
                    found.role().key(),
                    found.imports().isEmpty() ? "declared" : "imported",
                    found.evidence().isEmpty()
                            ? ""
                            : found.evidence().get(0).file() + ":"
                                    + found.evidence().get(0).line()));
        }
        System.out.println("took\t" + took);
        System.out.println("found\t" + heard.paths.size());
        System.out.println("read\t" + facts.files().read());
        System.out.println("code\t" + codeBytes(folder, heard.paths));
        System.out.println("heap\t" + peakHeap());
        System.out.println("resident\t" + peakResident());
    }

    /** Warm, over all folders in turn; then cancelled on its way. */
    private static void time(List<Path> folders) throws IOException {
        long[] files = new long[folders.size()];
        long[] bytes = new long[folders.size()];
        List<List<Long>> times = new ArrayList<>();
        for (int index = 0; index < folders.size(); index++) {
            Heard heard = new Heard(Long.MAX_VALUE);
            files[index] = SCANNER.scan(folders.get(index), ScanOptions.DEFAULT, heard)
                    .files()
                    .read();
            bytes[index] = codeBytes(folders.get(index), heard.paths);
            times.add(new ArrayList<>());
        }
        long processorBefore = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            processorBefore = round == 0 ? processorNanoseconds() : processorBefore;
            for (int index = 0; index < folders.size(); index++) {
                long start = System.nanoTime();
                SCANNER.scan(folders.get(index), ScanOptions.DEFAULT, Progress.NONE);
                if (round >= 0) {
                    times.get(index).add((System.nanoTime() - start) / 1_000);
                }
            }
        }
        System.out.println("processor\tin all\t" + (processorNanoseconds() - processorBefore) / 1_000 / ROUNDS);
        for (int index = 0; index < folders.size(); index++) {
            Collections.sort(times.get(index));
            System.out.println(String.join(
                    "\t",
                    "warm",
                    folders.get(index).getFileName().toString(),
                    Long.toString(times.get(index).get(ROUNDS / 2)),
                    Long.toString(files[index]),
                    Long.toString(bytes[index])));
            cancel(folders.get(index));
        }
    }

    private static void cancel(Path folder) {
        Heard whole = new Heard(Long.MAX_VALUE);
        SCANNER.scan(folder, ScanOptions.DEFAULT, whole);
        for (int part = 1; part <= CANCELLATIONS; part++) {
            Heard heard = new Heard(Math.max(1, whole.said.get() * part / (CANCELLATIONS + 1)));
            String how = "ended before it noticed";
            try {
                SCANNER.scan(folder, ScanOptions.DEFAULT, heard);
            } catch (Cancelled cancelled) {
                how = "cancelled";
            }
            System.out.println(String.join(
                    "\t",
                    "cancel",
                    folder.getFileName().toString(),
                    Long.toString((System.nanoTime() - heard.cancelledAt) / 1_000),
                    Long.toString(heard.saidSinceCancel.get()),
                    how));
        }
    }

    /** How long the scripts and notebooks are: what is most of what there is to read. */
    private static long codeBytes(Path folder, Set<String> paths) throws IOException {
        long bytes = 0;
        for (String path : new HashSet<>(paths)) {
            if (path.endsWith(".py") || path.endsWith(".ipynb")) {
                bytes += Files.size(folder.resolve(path));
            }
        }
        return bytes;
    }

    /** What all threads together took of the processor: says more than the clock on a busy machine. */
    private static long processorNanoseconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    /** In bytes; 0 where the system does not tell. */
    private static long peakResident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(0);
    }
}
