package org.specimen.proof;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.specimen.process.ProgramResult;
import org.specimen.process.Programs;

/** What this computer is, for a report. */
final class ComputerFacts {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private ComputerFacts() {}

    static Proof.Computer here(Programs programs) {
        return new Proof.Computer(
                system(), processor(programs), Runtime.getRuntime().availableProcessors(), memory(), gpu(programs));
    }

    private static String system() {
        String kernel = System.getProperty("os.name", "") + " " + System.getProperty("os.version", "");
        return valueIn(Path.of("/etc/os-release"), "PRETTY_NAME=")
                .map(name -> name.replace("\"", "") + " (" + kernel + ")")
                .orElse(kernel);
    }

    private static String processor(Programs programs) {
        return valueIn(Path.of("/proc/cpuinfo"), "model name")
                .map(value -> value.replaceFirst("^\\s*:\\s*", ""))
                .or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")))
                .or(() -> said(programs, List.of("/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string")))
                .orElse(System.getProperty("os.arch", ""));
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    private static Optional<String> gpu(Programs programs) {
        return said(programs, List.of("nvidia-smi", "--query-gpu=name,driver_version", "--format=csv,noheader"))
                .map(line -> line.replaceFirst(", ", ", driver "));
    }

    private static Optional<String> said(Programs programs, List<String> words) {
        return programs.run(words, LIMIT)
                .filter(ProgramResult::succeeded)
                .flatMap(result -> result.output().lines().findFirst())
                .map(String::strip)
                .filter(line -> !line.isEmpty());
    }

    private static Optional<String> valueIn(Path file, String key) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(key.length()).strip())
                    .findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
