package org.specimen.index.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.specimen.conda.CondaVersion;
import org.specimen.format.RepodataEntry;

/**
 * Gathers the records of a package list, those of one name together, and writes them as a file that {@link RecordIndex}
 * reads one name at a time. What many records share is stored once: the specifications, and the lists of them.
 *
 * <pre>
 * prologue: magic, length of the file, length of the head, checksum of all that follows
 * head:     source, names with the lengths of their blocks, specifications and other texts, lists of those
 * blocks:   for each name what a solve asks of its records, then what only chosen ones are asked for; the newest first
 * </pre>
 */
final class RecordIndexWriter {

    /** Changes with every change of the layout, so that an old file is made anew. */
    static final long MAGIC = 0x5350_4543_434f_0002L;

    static final int PROLOGUE_LENGTH = 8 + 8 + 4 + 4;

    static final int IS_PYTHON = 1;
    static final int IS_GENERIC = 2;
    static final int IS_CONDA_FORMAT = 4;
    static final int HAS_FEATURES = 8;
    static final int HAS_OWN_FILE_NAME = 16;
    static final int IS_SUPERSEDED = 32;

    static final int HAS_MD5 = 1;
    static final int HAS_SHA256 = 2;

    private static final HexFormat HEX = HexFormat.of();

    private final Map<String, RecordBlock> blocks = new TreeMap<>();
    private final Map<String, Integer> texts = new HashMap<>();
    private final List<String> textsInOrder = new ArrayList<>();
    private final Map<List<String>, Integer> lists = new HashMap<>();
    private final ByteSink listsInOrder = new ByteSink(1 << 16);
    private final EntryCheck check = new EntryCheck();

    RecordIndexWriter() {
        list(List.of());
    }

    /**
     * Takes a record.
     *
     * @return false if its name, its version or one of its specifications cannot be read: then it is left out
     */
    boolean add(RepodataEntry entry) {
        if (!check.isUsable(entry)) {
            return false;
        }
        RecordBlock block = blocks.computeIfAbsent(entry.name(), name -> new RecordBlock());
        solving(entry, block.solving());
        details(entry, block.details());
        block.endRecord();
        return true;
    }

    private void solving(RepodataEntry entry, ByteSink sink) {
        boolean isCondaFormat = entry.fileName().endsWith(".conda");
        boolean hasFeatures = !entry.trackFeatures().isBlank();
        boolean hasOwnFileName = !entry.fileName()
                .equals(RecordIndex.usualFileName(entry.name(), entry.version(), entry.build(), isCondaFormat));
        sink.one((entry.noarch().equals("python") ? IS_PYTHON : entry.noarch().isEmpty() ? 0 : IS_GENERIC)
                | (isCondaFormat ? IS_CONDA_FORMAT : 0)
                | (hasFeatures ? HAS_FEATURES : 0)
                | (hasOwnFileName ? HAS_OWN_FILE_NAME : 0));
        sink.number(text(entry.version()));
        sink.text(entry.build());
        sink.number(entry.buildNumber());
        sink.number(entry.timestamp());
        sink.number(list(entry.depends()));
        sink.number(list(entry.constrains()));
        if (hasFeatures) {
            sink.number(text(entry.trackFeatures()));
        }
        if (hasOwnFileName) {
            sink.text(entry.fileName());
        }
    }

    private void details(RepodataEntry entry, ByteSink sink) {
        sink.one((entry.md5().isEmpty() ? 0 : HAS_MD5) | (entry.sha256().isEmpty() ? 0 : HAS_SHA256));
        digest(entry.md5(), sink);
        digest(entry.sha256(), sink);
        sink.number(entry.size());
        sink.number(text(entry.license()));
        sink.number(text(entry.licenseFamily()));
    }

    private static void digest(String hexadecimal, ByteSink sink) {
        byte[] bytes = HEX.parseHex(hexadecimal);
        sink.bytes(bytes, 0, bytes.length);
    }

    private int text(String text) {
        return texts.computeIfAbsent(text, added -> {
            textsInOrder.add(added);
            return textsInOrder.size() - 1;
        });
    }

    private int list(List<String> items) {
        Integer known = lists.get(items);
        if (known != null) {
            return known;
        }
        listsInOrder.number(items.size());
        items.forEach(item -> listsInOrder.number(text(item)));
        lists.put(items, lists.size());
        return lists.size() - 1;
    }

    /** Writes everything that was taken; the file's checksum is in it. */
    void write(FileChannel file, IndexSource source) throws IOException {
        ByteSink head = head(source);
        CRC32C checksum = new CRC32C();
        file.position(PROLOGUE_LENGTH);
        writeAll(file, checksum, head);
        ByteSink gathered = new ByteSink(1 << 21);
        for (RecordBlock block : blocks.values()) {
            block.write(gathered, this::version);
            if (gathered.length() > 1 << 20) {
                writeAll(file, checksum, gathered);
                gathered.clear();
            }
        }
        writeAll(file, checksum, gathered);
        ByteBuffer prologue = ByteBuffer.allocate(PROLOGUE_LENGTH);
        prologue.putLong(MAGIC)
                .putLong(file.size())
                .putInt(head.length())
                .putInt((int) checksum.getValue())
                .flip();
        file.write(prologue, 0);
    }

    private ByteSink head(IndexSource source) {
        ByteSink head = new ByteSink(1 << 20);
        source.write(head);
        head.number(blocks.size());
        blocks.forEach((name, block) -> {
            head.text(name);
            head.number(block.count());
            head.number(block.solving().length());
            head.number(block.details().length());
        });
        head.number(textsInOrder.size());
        textsInOrder.forEach(head::text);
        head.number(lists.size());
        head.bytes(listsInOrder.array(), 0, listsInOrder.length());
        return head;
    }

    private CondaVersion version(int text) {
        return check.version(textsInOrder.get(text)).orElseThrow();
    }

    private static void writeAll(FileChannel file, CRC32C checksum, ByteSink sink) throws IOException {
        checksum.update(sink.array(), 0, sink.length());
        ByteBuffer bytes = ByteBuffer.wrap(sink.array(), 0, sink.length());
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }
}
