package org.specimen.proof.docker;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which process a container belongs to: what one that was killed left running is told from what another window uses.
 */
final class Owner {

    /** On containers: where a process runs, its number, and when it began. */
    static final String LABEL = "org.specimen.process";

    private static final Pattern PROCESS = Pattern.compile("(.+) ([0-9]{1,18}) ([0-9]{1,18})");

    private Owner() {}

    /** This process; empty where the system does not tell. */
    static Optional<String> here() {
        return of(ProcessHandle.current());
    }

    static Optional<String> of(ProcessHandle process) {
        return begin(process).flatMap(begin -> computer().map(name -> name + " " + process.pid() + " " + begin));
    }

    /** On Linux in ticks since the system began (proc(5), field 22 of "stat"), which no change of the clock moves. */
    private static Optional<Long> begin(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            // Behind the name of the program, which may be anything, stands the third field.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Optional.of(Long.parseLong(fields[22 - 3]));
        } catch (IOException elsewhere) {
            return process.info().startInstant().map(Instant::toEpochMilli);
        }
    }

    /** Whether it was a process of this computer that has ended; of one elsewhere nothing is known. */
    static boolean isGone(String owner) {
        return isHere(owner) && !lives(owner);
    }

    /** Whether it is another process of this computer. */
    static boolean isAnother(String owner) {
        return isHere(owner) && lives(owner) && !isThis(owner);
    }

    static boolean isThis(String owner) {
        return here().filter(owner::equals).isPresent();
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
