package org.specimen.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A disk on which one operation, or everything from one on, goes wrong. It waits for no hardware. */
final class FailingDisk implements FileOperations {

    /** What happens at the chosen operation. */
    enum Fault {
        /** It fails, and the ones behind it work again. */
        ONCE,
        /** The disk is gone from then on. */
        FOR_GOOD,
        /** A write gets half of its bytes to the disk before it fails. */
        HALF,
        /** The process stops there, as when it is killed; nothing else runs. */
        KILLED,
        /** The process stops in the middle of a write. */
        KILLED_HALF
    }

    /** Not an exception that any code catches: what a killed process would have done does not happen. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final FileOperations disk = FileOperations.DISK;
    private final int failing;
    private final Fault fault;
    private final Runnable kill;
    private int operations;

    FailingDisk(int failing, Fault fault) {
        this(failing, fault, () -> {
            throw new Killed();
        });
    }

    FailingDisk(int failing, Fault fault, Runnable kill) {
        this.failing = failing;
        this.fault = fault;
        this.kill = kill;
    }

    /** A disk that works, to count what is done. */
    static FailingDisk counting() {
        return new FailingDisk(Integer.MAX_VALUE, Fault.ONCE);
    }

    int operations() {
        return operations;
    }

    private interface Operation {
        void run() throws IOException;
    }

    private void next(Operation operation, Operation half) throws IOException {
        int number = ++operations;
        boolean now = number == failing;
        if (now && (fault == Fault.HALF || fault == Fault.KILLED_HALF)) {
            half.run();
        }
        if (now && (fault == Fault.KILLED || fault == Fault.KILLED_HALF)) {
            kill.run();
        }
        if (now || (number > failing && fault == Fault.FOR_GOOD)) {
            throw new IOException("No space left on device");
        }
        operation.run();
    }

    private void next(Operation operation) throws IOException {
        next(operation, () -> {});
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        next(() -> disk.createDirectory(directory));
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        next(
                () -> Files.write(file, content, StandardOpenOption.CREATE_NEW),
                () -> Files.write(file, Arrays.copyOf(content, content.length / 2)));
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
        next(() -> Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES), () -> {
            byte[] content = Files.readAllBytes(from);
            Files.write(to, Arrays.copyOf(content, content.length / 2));
        });
    }

    @Override
    public void copyPermissions(Path from, Path to) throws IOException {
        next(() -> disk.copyPermissions(from, to));
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        next(() -> disk.move(from, to));
    }

    @Override
    public void delete(Path path) throws IOException {
        next(() -> disk.delete(path));
    }

    @Override
    public void syncDirectory(Path directory) throws IOException {
        next(() -> {});
    }
}
