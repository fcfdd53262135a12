package org.specimen.format;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a document in MessagePack (msgpack.org, "MessagePack specification") into maps with texts as keys, lists, texts,
 * numbers as {@link Long} or {@link Double}, {@link Boolean}, bytes, and the empty text for nil.
 */
public final class MessagePack {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_LENGTH = 1 << 27;

    private final DataInputStream in;

    private MessagePack(InputStream in) {
        this.in = new DataInputStream(in);
    }

    /**
     * Reads the one document of a stream.
     *
     * @throws DamagedData if it is none, or breaks off
     * @throws IOException if the stream fails
     */
    public static Object read(InputStream in) throws IOException {
        try {
            return new MessagePack(in).value(0);
        } catch (EOFException brokenOff) {
            throw new DamagedData("it breaks off before its end", brokenOff);
        }
    }

    private Object value(int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new DamagedData("it is nested too deeply");
        }
        int type = in.readUnsignedByte();
        if (type < 0x80) {
            return (long) type;
        }
        if (type >= 0xe0) {
            return (long) (byte) type;
        }
        if (type < 0x90) {
            return map(type & 0x0f, depth);
        }
        if (type < 0xa0) {
            return list(type & 0x0f, depth);
        }
        if (type < 0xc0) {
            return text(type & 0x1f);
        }
        return switch (type) {
            case 0xc0 -> "";
            case 0xc2 -> false;
            case 0xc3 -> true;
            case 0xc4 -> bytes(in.readUnsignedByte());
            case 0xc5 -> bytes(in.readUnsignedShort());
            case 0xc6 -> bytes(in.readInt());
            case 0xca -> (double) in.readFloat();
            case 0xcb -> in.readDouble();
            case 0xcc -> (long) in.readUnsignedByte();
            case 0xcd -> (long) in.readUnsignedShort();
            case 0xce -> in.readInt() & 0xffff_ffffL;
            case 0xcf, 0xd3 -> in.readLong();
            case 0xd0 -> (long) in.readByte();
            case 0xd1 -> (long) in.readShort();
            case 0xd2 -> (long) in.readInt();
            case 0xd4, 0xd5, 0xd6, 0xd7, 0xd8 -> extension(1 << (type - 0xd4));
            case 0xc7 -> extension(in.readUnsignedByte());
            case 0xc8 -> extension(in.readUnsignedShort());
            case 0xc9 -> extension(in.readInt());
            case 0xd9 -> text(in.readUnsignedByte());
            case 0xda -> text(in.readUnsignedShort());
            case 0xdb -> text(in.readInt());
            case 0xdc -> list(in.readUnsignedShort(), depth);
            case 0xdd -> list(in.readInt(), depth);
            case 0xde -> map(in.readUnsignedShort(), depth);
            case 0xdf -> map(in.readInt(), depth);
            default -> throw new DamagedData("it is not MessagePack");
        };
    }

    private byte[] bytes(int length) throws IOException {
        if (length < 0 || length > MAX_LENGTH) {
            throw new DamagedData("a part of it is too long");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private String text(int length) throws IOException {
        return new String(bytes(length), StandardCharsets.UTF_8);
    }

    /** A value of a type of somebody's own, such as a time: its bytes. */
    private byte[] extension(int length) throws IOException {
        in.readByte();
        return bytes(length);
    }

    private List<Object> list(int length, int depth) throws IOException {
        requireLength(length);
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            items.add(value(depth + 1));
        }
        return items;
    }

    private Map<String, Object> map(int length, int depth) throws IOException {
        requireLength(length);
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < length; i++) {
            map.put(String.valueOf(value(depth + 1)), value(depth + 1));
        }
        return map;
    }

    private static void requireLength(int length) throws DamagedData {
        if (length < 0) {
            throw new DamagedData("a part of it is too long");
        }
    }
}
