package org.specimen.proof.docker;

import com.github.dockerjava.api.model.Info;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.OperatingSystem;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.Trouble;
import org.specimen.proof.Trouble.Fix;

/**
 * What keeps an engine from building here, before anything is begun.
 *
 * @param system this computer's
 * @param freeBytes on the disk that a folder lies on; empty if that cannot be told
 */
record Preflight(OperatingSystem system, Function<Path, OptionalLong> freeBytes) {

    private static final long GIGABYTE = 1_000_000_000;

    /** A base image of Python, the packages of an ordinary project, and as much again while layers are written. */
    private static final long NEEDED = 2 * GIGABYTE;

    private static final long NEEDED_WITH_CONDA = 5 * GIGABYTE;
    private static final long NEEDED_WITH_CUDA = 15 * GIGABYTE;

    static Preflight ofThisComputer() {
        return new Preflight(OperatingSystem.ofThisComputer(), Preflight::free);
    }

    private static OptionalLong free(Path folder) {
        for (Path existing = folder; existing != null; existing = existing.getParent()) {
            try {
                return OptionalLong.of(Files.getFileStore(existing).getUsableSpace());
            } catch (IOException notToBeSeen) {
                // Only its owner may look into the folder of an engine; what lies above is mostly the same disk.
            }
        }
        return OptionalLong.empty();
    }

    /** The first thing that stands in the way. */
    Optional<Trouble> obstacle(MachineFacts.Engine found, EnvironmentPlan plan) {
        return unreachable(found).or(() -> {
            try (Engine engine = Engine.at(found)) {
                Info info = engine.info();
                return wrongSystem(info)
                        .or(() -> wrongArchitecture(info, plan))
                        .or(() -> littleDisk(engine, info, plan));
            } catch (OutsideFailure silent) {
                return Optional.of(new Trouble(silent.explanation(), ""));
            }
        });
    }

    /** Whether nobody listens, or not to this person. */
    Optional<Trouble> unreachable(MachineFacts.Engine found) {
        String address = found.address().orElse("");
        if (address.startsWith("ssh:")) {
            return Optional.of(Texts.trouble("engine.ssh"));
        }
        return switch (found.state()) {
            case READY -> Optional.empty();
            case ABSENT -> Optional.of(told("engine.absent", found, address));
            case NO_PERMISSION -> Optional.of(told("engine.permission", found, address));
            case INSTALLED_NOT_RUNNING -> Optional.of(told("engine.stopped", found, address));
        };
    }

    private Trouble told(String key, MachineFacts.Engine found, String address) {
        String engine = found.name().toLowerCase(Locale.ROOT).replace(' ', '-');
        String special = key + "." + engine + "." + system.key();
        String own = Texts.has(special) ? special : key + "." + system.key();
        String command = own + ".command";
        List<Fix> fixes = Texts.has(command) ? List.of(new Fix.TypeCommand(Texts.get(command))) : List.of();
        return new Trouble(Texts.get(key, found.name(), address), Texts.get(own, found.name(), address), fixes);
    }

    private static Optional<Trouble> wrongSystem(Info info) {
        return "windows".equalsIgnoreCase(info.getOsType())
                ? Optional.of(Texts.trouble("engine.windows"))
                : Optional.empty();
    }

    private static Optional<Trouble> wrongArchitecture(Info info, EnvironmentPlan plan) {
        String architecture = Engine.architecture(info);
        boolean canHold = platforms(plan).contains("linux/" + architecture)
                || platforms(plan).isEmpty();
        // An ARM engine translates programs for x86-64, on a Mac out of the box.
        boolean translates = architecture.equals("arm64") && platforms(plan).contains("linux/amd64");
        return canHold || translates
                ? Optional.empty()
                : Optional.of(Texts.trouble("engine.architecture", architecture, String.join(", ", platforms(plan))));
    }

    /** What the engine must be told where the pins do not hold on its own processor. */
    static Optional<String> platform(Info info, EnvironmentPlan plan) {
        List<String> platforms = platforms(plan);
        String own = "linux/" + Engine.architecture(info);
        return platforms.isEmpty() || platforms.contains(own) ? Optional.empty() : Optional.of(platforms.get(0));
    }

    private static List<String> platforms(EnvironmentPlan plan) {
        return plan.platforms().stream()
                .flatMap((TargetPlatform platform) -> platform.dockerPlatform().stream())
                .distinct()
                .toList();
    }

    private Optional<Trouble> littleDisk(Engine engine, Info info, EnvironmentPlan plan) {
        return littleDisk(engine, info, needed(plan));
    }

    /** Whether the disk of an engine on this computer has too little space. */
    Optional<Trouble> littleDisk(Engine engine, Info info, long needed) {
        String root = info.getDockerRootDir();
        if (!engine.isLocal() || root == null || !Person.isOnThisSystem(info)) {
            return Optional.empty();
        }
        OptionalLong free = freeBytes.apply(Path.of(root));
        return free.isPresent() && free.getAsLong() < needed
                ? Optional.of(Texts.trouble("engine.disk", root, gigabytes(free.getAsLong()), gigabytes(needed)))
                : Optional.empty();
    }

    private static long needed(EnvironmentPlan plan) {
        if (plan.options().cuda().isPresent()) {
            return NEEDED_WITH_CUDA;
        }
        return plan.stack().usesConda() ? NEEDED_WITH_CONDA : NEEDED;
    }

    private static String gigabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / (double) GIGABYTE);
    }
}
