package org.specimen.index.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that are kept: aside, and moved into their place when they are whole. */
final class KeptFiles {

    private KeptFiles() {}

    /** Fills a file. */
    @FunctionalInterface
    interface Content {
        void write(FileChannel file) throws IOException;
    }

    static void write(Path kept, Content content) throws IOException {
        Path folder = kept.toAbsolutePath().resolveSibling("");
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, "new-", ".part");
        try {
            try (FileChannel file = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                content.write(file);
                file.force(true);
            }
            Files.move(aside, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    static void writeAll(FileChannel file, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
    }
}
