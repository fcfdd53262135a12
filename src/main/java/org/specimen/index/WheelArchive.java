package org.specimen.index;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Finds the metadata inside a wheel of which only parts are at hand (PKWARE's APPNOTE.TXT 6.3, "General Format of a .ZIP
 * File"). Archives larger than 4 GB are not read.
 */
final class WheelArchive {

    /** PEP 427: the folder is named by the wheel; only one is at the top. */
    private static final Pattern METADATA = Pattern.compile("[^/]+\\.dist-info/METADATA");

    private static final int END = 0x0605_4b50;
    private static final int CENTRAL = 0x0201_4b50;
    private static final int LOCAL = 0x0403_4b50;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    /** Enough for the table of most wheels, and the metadata, which stands before it. */
    private static final int TAIL = 64 << 10;

    private static final int LONGEST_TABLE = 64 << 20;
    private static final int LONGEST_METADATA = 16 << 20;

    /** A file that can be read in any place. */
    interface Source {

        /** The last bytes, not more than a number of them; all if it has fewer. */
        Tail tail(int length) throws IOException;

        /** Some bytes. */
        byte[] read(long from, int length) throws IOException;
    }

    /** The end of a file, and where it begins. */
    static final class Tail {
        private final byte[] bytes;
        private final long from;

        Tail(byte[] bytes, long from) {
            this.bytes = bytes;
            this.from = from;
        }
    }

    private record Table(long from, int length) {}

    private record Entry(int method, long checksum, int packed, int unpacked, long from) {}

    private final Source source;
    private final Tail tail;

    private WheelArchive(Source source) throws IOException {
        this.source = source;
        this.tail = source.tail(TAIL);
    }

    /**
     * Reads METADATA.
     *
     * @return empty if the wheel has none
     * @throws IOException if it is no archive that is understood, or the source fails
     */
    static Optional<String> metadata(Source source) throws IOException {
        WheelArchive archive = new WheelArchive(source);
        Optional<Entry> entry = archive.find();
        return entry.isPresent() ? Optional.of(archive.unpacked(entry.get())) : Optional.empty();
    }

    private Table table() throws IOException {
        ByteBuffer end = little(tail.bytes);
        for (int at = tail.bytes.length - END_LENGTH; at >= 0; at--) {
            if (end.getInt(at) == END) {
                long length = Integer.toUnsignedLong(end.getInt(at + 12));
                long from = Integer.toUnsignedLong(end.getInt(at + 16));
                if (length > LONGEST_TABLE || from + length > tail.from + at) {
                    throw new IOException("an archive of a kind that is not understood");
                }
                return new Table(from, (int) length);
            }
        }
        throw new IOException("no archive");
    }

    private Optional<Entry> find() throws IOException {
        Table table = table();
        byte[] bytes = bytes(table.from(), table.length());
        ByteBuffer entries = little(bytes);
        int at = 0;
        while (at + CENTRAL_LENGTH <= entries.limit() && entries.getInt(at) == CENTRAL) {
            int nameLength = Short.toUnsignedInt(entries.getShort(at + 28));
            int next = at
                    + CENTRAL_LENGTH
                    + nameLength
                    + Short.toUnsignedInt(entries.getShort(at + 30))
                    + Short.toUnsignedInt(entries.getShort(at + 32));
            if (next > entries.limit()) {
                throw new EOFException("the table of an archive breaks off");
            }
            String name = new String(bytes, at + CENTRAL_LENGTH, nameLength, StandardCharsets.UTF_8);
            if (METADATA.matcher(name).matches()) {
                return Optional.of(new Entry(
                        entries.getShort(at + 10),
                        Integer.toUnsignedLong(entries.getInt(at + 16)),
                        length(entries.getInt(at + 20)),
                        length(entries.getInt(at + 24)),
                        Integer.toUnsignedLong(entries.getInt(at + 42))));
            }
            at = next;
        }
        return Optional.empty();
    }

    private static int length(int stored) throws IOException {
        if (stored < 0 || stored > LONGEST_METADATA) {
            throw new IOException("metadata that is too long");
        }
        return stored;
    }

    private String unpacked(Entry entry) throws IOException {
        // The second header repeats the name, and may have a longer extra field than the first.
        int guess = LOCAL_LENGTH + 300 + entry.packed();
        byte[] found = upTo(entry.from(), guess);
        ByteBuffer header = little(found);
        if (found.length < LOCAL_LENGTH || header.getInt(0) != LOCAL) {
            throw new IOException("an archive whose table is wrong");
        }
        int begin = LOCAL_LENGTH + Short.toUnsignedInt(header.getShort(26)) + Short.toUnsignedInt(header.getShort(28));
        byte[] packed;
        if (begin + entry.packed() <= found.length) {
            packed = Arrays.copyOfRange(found, begin, begin + entry.packed());
        } else {
            packed = bytes(entry.from() + begin, entry.packed());
        }
        byte[] plain = inflated(entry, packed);
        CRC32 checksum = new CRC32();
        checksum.update(plain);
        if (plain.length != entry.unpacked() || checksum.getValue() != entry.checksum()) {
            throw new IOException("damaged metadata");
        }
        return new String(plain, StandardCharsets.UTF_8);
    }

    private static byte[] inflated(Entry entry, byte[] packed) throws IOException {
        if (entry.method() == STORED) {
            return packed;
        }
        if (entry.method() != DEFLATED) {
            throw new IOException("an archive packed in a way that is not understood");
        }
        Inflater inflater = new Inflater(true);
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed), inflater)) {
            return in.readNBytes(entry.unpacked() + 1);
        } finally {
            inflater.end();
        }
    }

    private byte[] upTo(long from, int length) throws IOException {
        long end = tail.from + tail.bytes.length;
        return bytes(from, (int) Math.min(length, Math.max(0, end - from)));
    }

    /** From what is at hand, else from the source. */
    private byte[] bytes(long from, int length) throws IOException {
        if (from >= tail.from) {
            int begin = (int) (from - tail.from);
            if (begin + length > tail.bytes.length) {
                throw new EOFException("an archive breaks off");
            }
            return Arrays.copyOfRange(tail.bytes, begin, begin + length);
        }
        byte[] read = source.read(from, length);
        if (read.length != length) {
            throw new EOFException("an archive breaks off");
        }
        return read;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
