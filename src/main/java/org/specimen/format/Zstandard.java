package org.specimen.format;

import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;

/** Reads what was compressed with Zstandard (RFC 8878). */
public final class Zstandard {

    /** The first bytes of a frame (RFC 8878, 3.1.1). */
    private static final byte[] MAGIC = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private Zstandard() {}

    /**
     * The stream behind a compressed one. Reading it throws {@link DamagedData} where the compressed bytes are wrong or break
     * off.
     *
     * @throws DamagedData if it is not compressed so
     */
    public static InputStream decompress(InputStream compressed) throws IOException {
        PushbackInputStream in = new PushbackInputStream(compressed, 4);
        byte[] first = in.readNBytes(4);
        if (first.length == 0) {
            throw new DamagedData("it is empty");
        }
        if (!Arrays.equals(first, MAGIC)) {
            throw new DamagedData("it is not compressed with Zstandard");
        }
        in.unread(first);
        return new Decompressed(new Source(in));
    }

    /** Remembers whether it was the source that failed: the library wraps every failure of its own in the same type. */
    private static final class Source extends InputStream {
        private final InputStream in;

        Source(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            try {
                return in.read();
            } catch (IOException failed) {
                throw new SourceFailure(failed);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException failed) {
                throw new SourceFailure(failed);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** What the compressed stream itself threw. */
    private static final class SourceFailure extends IOException {
        private static final long serialVersionUID = 1L;

        private final IOException original;

        SourceFailure(IOException original) {
            super(original);
            this.original = original;
        }
    }

    private static final class Decompressed extends InputStream {
        private final ZstdInputStream in;

        Decompressed(InputStream compressed) {
            this.in = new ZstdInputStream(compressed);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (SourceFailure failed) {
                throw failed.original;
            } catch (MalformedInputException | IndexOutOfBoundsException wrong) {
                throw new DamagedData("its compression is damaged", wrong);
            } catch (IOException brokenOff) {
                throw new DamagedData("it breaks off before its end", brokenOff);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
