package org.specimen.proof.docker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.specimen.task.Progress;

/** A file that is read from its beginning, with what is told of how far that is. What is passed over is not read. */
final class ArchiveFile extends InputStream {

    private static final long BYTES_BETWEEN_REPORTS = 4_000_000;

    private final FileChannel channel;
    private final Progress progress;
    private final Report report;
    private final long size;
    private long told = -BYTES_BETWEEN_REPORTS;

    /** Hears how many bytes of how many are behind. */
    interface Report {
        void hear(long done, long size);
    }

    ArchiveFile(Path file, Progress progress, Report report) throws IOException {
        this.progress = progress;
        this.report = report;
        channel = FileChannel.open(file, StandardOpenOption.READ);
        size = channel.size();
    }

    long size() {
        return size;
    }

    /** Back to its beginning. */
    void rewind() throws IOException {
        channel.position(0);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        progress.checkCancelled();
        int count = channel.read(ByteBuffer.wrap(target, offset, length));
        tell();
        return count;
    }

    /** Not beyond its end. */
    @Override
    public long skip(long bytes) throws IOException {
        progress.checkCancelled();
        long position = channel.position();
        long skipped = Math.max(0, Math.min(bytes, size - position));
        channel.position(position + skipped);
        tell();
        return skipped;
    }

    private void tell() throws IOException {
        long position = channel.position();
        if (position - told >= BYTES_BETWEEN_REPORTS || position == size) {
            told = position;
            report.hear(position, size);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
