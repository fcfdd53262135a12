package org.specimen.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A wheel on this computer. */
record LocalWheel(FileChannel file) implements WheelArchive.Source {

    @Override
    public WheelArchive.Tail tail(int length) throws IOException {
        long from = Math.max(0, file.size() - length);
        return new WheelArchive.Tail(read(from, (int) (file.size() - from)), from);
    }

    @Override
    public byte[] read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("a file that breaks off");
            }
        }
        return bytes.array();
    }
}
