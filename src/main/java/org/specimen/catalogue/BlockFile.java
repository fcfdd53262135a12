package org.specimen.catalogue;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.specimen.problem.OutsideFailure;

/**
 * Sorted keys with a value each, in blocks that are compressed one by one: a look-up inflates one block.
 *
 * <p>The file is a mark, the length and checksum of the header, the header, and the blocks. The header is lines of
 * {@code name<TAB>value}; those named {@code block} tell the first key, compressed length, plain length and checksum of
 * each block in turn. A block is lines of {@code key<TAB>value} in UTF-8. Keys have neither tabs nor line feeds, values
 * no line feeds. Both directions of the format are here.
 */
public final class BlockFile {

    /** A key with its value. */
    public record Entry(String key, String value) {}

    private record Block(String firstKey, int offset, int compressed, int plain, long checksum) {}

    private static final byte[] MARK = "SPECIMEN-CATALOGUE-1\n".getBytes(StandardCharsets.US_ASCII);

    /** Plain bytes in a block, about; some compress to a fifth of that. */
    private static final int BLOCK_SIZE = 32 * 1024;

    /** No sound block is longer; guards the memory against a damaged header. */
    private static final int LONGEST_BLOCK = 16 * 1024 * 1024;

    private final byte[] bytes;
    private final Map<String, List<String>> header = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();
    private final AtomicInteger blocksInflated = new AtomicInteger();

    /** What was inflated so far, by the number of its block: all of it together is a few megabytes. */
    private final Map<Integer, BlockLines> inflated = new ConcurrentHashMap<>();

    private BlockFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Opens a file that {@link #write} made. Only the header is looked at.
     *
     * @throws OutsideFailure if it is damaged
     */
    public static BlockFile open(byte[] bytes) {
        BlockFile file = new BlockFile(bytes);
        try {
            file.readHeader();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | NumberFormatException e) {
            throw damaged("its index cannot be read", e);
        }
        return file;
    }

    private void readHeader() {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte[] mark = new byte[MARK.length];
        buffer.get(mark);
        if (!Arrays.equals(mark, MARK)) {
            throw damaged("it does not begin as one", null);
        }
        int length = buffer.getInt();
        long checksum = Integer.toUnsignedLong(buffer.getInt());
        int start = buffer.position();
        if (length < 0 || length > bytes.length - start || checksum(bytes, start, length) != checksum) {
            throw damaged("its index does not match its checksum", null);
        }
        int offset = start + length;
        for (String line : lines(bytes, start, length)) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("block")) {
                Block block = new Block(
                        fields[1],
                        offset,
                        Integer.parseInt(fields[2]),
                        Integer.parseInt(fields[3]),
                        Long.parseLong(fields[4]));
                blocks.add(block);
                offset += block.compressed();
            } else {
                header.computeIfAbsent(fields[0], name -> new ArrayList<>()).add(fields[1]);
            }
        }
        if (offset != bytes.length) {
            throw damaged("it is not as long as it should be", null);
        }
    }

    /** The values of a name in the header, in order; empty if there is none. */
    public List<String> header(String name) {
        return List.copyOf(header.getOrDefault(name, List.of()));
    }

    /**
     * The value of a key.
     *
     * @throws OutsideFailure if the block that it is in is damaged
     */
    public Optional<String> get(String key) {
        int block = blockOf(key);
        if (block < 0) {
            return Optional.empty();
        }
        BlockLines lines = lines(block);
        int line = lines.firstAtLeast(key);
        return line < lines.count() && lines.key(line).equals(key)
                ? Optional.of(lines.entry(line).value())
                : Optional.empty();
    }

    /**
     * All entries whose key begins so, in order.
     *
     * @throws OutsideFailure if a block that they are in is damaged
     */
    public List<Entry> withPrefix(String prefix) {
        List<Entry> found = new ArrayList<>();
        for (int block = Math.max(0, blockOf(prefix)); block < blocks.size(); block++) {
            BlockLines lines = lines(block);
            for (int line = lines.firstAtLeast(prefix); line < lines.count(); line++) {
                Entry entry = lines.entry(line);
                if (!entry.key().startsWith(prefix)) {
                    return found;
                }
                found.add(entry);
            }
        }
        return found;
    }

    /** How many blocks were inflated so far: what the look-ups have cost. */
    public int blocksInflated() {
        return blocksInflated.get();
    }

    /** How many blocks there are. */
    public int blockCount() {
        return blocks.size();
    }

    /** The last block whose first key is not after {@code key}, or -1. */
    private int blockOf(String key) {
        int low = 0;
        int high = blocks.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks.get(middle).firstKey().compareTo(key) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Where several threads want other blocks, none waits; each block is inflated once. */
    private BlockLines lines(int number) {
        BlockLines there = inflated.get(number);
        return there != null ? there : inflated.computeIfAbsent(number, missing -> inflate(blocks.get(missing)));
    }

    private BlockLines inflate(Block block) {
        String near = "near \"" + block.firstKey() + "\"";
        if (block.plain() < 0 || block.plain() > LONGEST_BLOCK) {
            throw damaged(near, null);
        }
        byte[] plain = new byte[block.plain()];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(bytes, block.offset(), block.compressed());
            int length = inflater.inflate(plain);
            if (length != plain.length || checksum(plain, 0, length) != block.checksum()) {
                throw damaged(near, null);
            }
        } catch (DataFormatException e) {
            throw damaged(near, e);
        } finally {
            inflater.end();
        }
        blocksInflated.incrementAndGet();
        return BlockLines.of(plain);
    }

    /**
     * The bytes of a file.
     *
     * @param header names and values to put in front; no name is {@code block}
     * @param entries in the natural order of the keys
     */
    public static byte[] write(Map<String, List<String>> header, SortedMap<String, String> entries) {
        StringBuilder headerText = new StringBuilder();
        header.forEach((name, values) -> values.forEach(value -> headerText
                .append(name)
                .append('\t')
                .append(checked(value, "\t\n\r"))
                .append('\n')));
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        StringBuilder lines = new StringBuilder();
        String firstKey = "";
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            if (lines.isEmpty()) {
                firstKey = entry.getKey();
            }
            lines.append(checked(entry.getKey(), "\t\n\r"))
                    .append('\t')
                    .append(checked(entry.getValue(), "\n\r"))
                    .append('\n');
            if (lines.length() >= BLOCK_SIZE) {
                append(firstKey, lines, headerText, blocks);
            }
        }
        if (!lines.isEmpty()) {
            append(firstKey, lines, headerText, blocks);
        }
        byte[] headerBytes = headerText.toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer start = ByteBuffer.allocate(MARK.length + 8)
                .put(MARK)
                .putInt(headerBytes.length)
                .putInt((int) checksum(headerBytes, 0, headerBytes.length));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(start.array());
        all.writeBytes(headerBytes);
        all.writeBytes(blocks.toByteArray());
        return all.toByteArray();
    }

    private static void append(
            String firstKey, StringBuilder lines, StringBuilder header, ByteArrayOutputStream blocks) {
        byte[] plain = lines.toString().getBytes(StandardCharsets.UTF_8);
        lines.setLength(0);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(plain);
        deflater.finish();
        byte[] buffer = new byte[plain.length + 1024];
        int length = deflater.deflate(buffer);
        deflater.end();
        blocks.write(buffer, 0, length);
        header.append(String.join(
                        "\t",
                        "block",
                        firstKey,
                        String.valueOf(length),
                        String.valueOf(plain.length),
                        String.valueOf(checksum(plain, 0, plain.length))))
                .append('\n');
    }

    private static String checked(String text, String forbidden) {
        if (text.chars().anyMatch(c -> forbidden.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("a tab or a line feed where none may be: " + text);
        }
        return text;
    }

    private static List<String> lines(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.UTF_8).lines().toList();
    }

    private static long checksum(byte[] bytes, int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, offset, length);
        return crc.getValue();
    }

    private static OutsideFailure damaged(String how, @Nullable Throwable cause) {
        return new OutsideFailure(
                "The catalogue inside Specimen is damaged (" + how + "). Install Specimen again.", cause);
    }
}
