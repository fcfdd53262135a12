package org.specimen.proof.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which process a container belongs to: what one that was killed left running is told from what another window uses.
 */
final class Owner {

    /** On containers: where a process runs, its number, and when it began, in milliseconds since 1970. */
    static final String LABEL = "org.specimen.process";

    private static final Pattern PROCESS = Pattern.compile("(.+) ([0-9]{1,18}) ([0-9]{1,18})");

    private Owner() {}

    /** This process; empty where the system does not tell. */
    static Optional<String> here() {
        return of(ProcessHandle.current());
    }

    static Optional<String> of(ProcessHandle process) {
        return process.info()
                .startInstant()
                .flatMap(begin -> computer().map(name -> name + " " + process.pid() + " " + begin.toEpochMilli()));
    }

    /** Whether it was a process of this computer that has ended; of one elsewhere nothing is known. */
    static boolean isGone(String owner) {
        return isHere(owner) && !lives(owner);
    }

    /** Whether it is another process of this computer. */
    static boolean isAnother(String owner) {
        return isHere(owner) && lives(owner) && here().filter(owner::equals).isEmpty();
    }

    private static boolean isHere(String owner) {
        Matcher process = PROCESS.matcher(owner);
        return process.matches() && computer().filter(process.group(1)::equals).isPresent();
    }

    private static boolean lives(String owner) {
        Matcher process = PROCESS.matcher(owner);
        return process.matches()
                && ProcessHandle.of(Long.parseLong(process.group(2)))
                        .flatMap(Owner::of)
                        .filter(owner::equals)
                        .isPresent();
    }

    /** On Linux, numbers of processes hold within one start of the system and one of its PID namespaces. */
    private static Optional<String> computer() {
        try {
            Path start = Path.of("/proc/sys/kernel/random/boot_id");
            return Optional.of(
                    Files.isReadable(start)
                            ? Files.readString(start, StandardCharsets.US_ASCII).strip() + " "
                                    + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"))
                            : InetAddress.getLocalHost().getHostName());
        } catch (IOException untold) {
            return Optional.empty();
        }
    }
}
