package org.specimen.machine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.machine.MachineFacts.CondaTool;
import org.specimen.machine.MachineFacts.Engine;
import org.specimen.machine.MachineFacts.InstalledPython;

/** Looks at this computer. Hardly a program is run, none through a shell, and nothing is changed. */
public final class MachineProbe {

    /** The longest that looking may take, whatever hangs; it usually takes some milliseconds. */
    private static final long MILLISECONDS = 2000;

    private final Surroundings surroundings;

    MachineProbe(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** What this computer has. What cannot be seen in two seconds counts as not there. */
    public static MachineFacts probe() {
        return new MachineProbe(Surroundings.ofThisComputer()).look();
    }

    /** The container engine alone, as {@link #probe} finds it. */
    public static Engine engine() {
        Surroundings surroundings = Surroundings.ofThisComputer();
        return inBackground(() -> new EngineProbe(surroundings, Executables.in(surroundings)).probe(), Engine.NONE)
                .join();
    }

    MachineFacts look() {
        Executables executables = Executables.in(surroundings);
        CompletableFuture<List<InstalledPython>> pythons =
                inBackground(() -> new PythonProbe(surroundings, executables).probe(), List.of());
        CompletableFuture<Engine> engine =
                inBackground(() -> new EngineProbe(surroundings, executables).probe(), Engine.NONE);
        OperatingSystem system = surroundings.system();
        return new MachineFacts(
                system,
                platform(system, surroundings.javaArchitecture()),
                pythons.join(),
                condaTools(executables),
                engine.join());
    }

    /** Work that hangs must not keep the application from ending, so its thread is a daemon. */
    static <T> CompletableFuture<T> inBackground(Supplier<T> work, T otherwise) {
        return CompletableFuture.supplyAsync(work, runnable -> {
                    Thread thread = new Thread(runnable, "looks at this computer");
                    thread.setDaemon(true);
                    thread.start();
                })
                .completeOnTimeout(otherwise, MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    /** Windows on ARM runs what is built for x86-64. */
    private static TargetPlatform platform(OperatingSystem system, String javaArchitecture) {
        boolean arm = Stream.of("aarch64", "arm64").anyMatch(javaArchitecture.toLowerCase(Locale.ROOT)::equals);
        return switch (system) {
            case LINUX -> arm ? TargetPlatform.LINUX_ARM64 : TargetPlatform.LINUX_X86_64;
            case MACOS -> arm ? TargetPlatform.MACOS_ARM64 : TargetPlatform.MACOS_X86_64;
            case WINDOWS -> TargetPlatform.WINDOWS_X86_64;
        };
    }

    private static List<CondaTool> condaTools(Executables executables) {
        return Arrays.stream(CondaTool.Kind.values())
                .flatMap(kind -> executables.find(kind.command()).map(path -> new CondaTool(kind, path)).stream())
                .toList();
    }
}
