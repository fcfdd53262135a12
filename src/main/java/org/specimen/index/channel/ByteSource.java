package org.specimen.index.channel;

import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteSink} wrote. Whoever makes one has checked the bytes against their checksum. */
final class ByteSource {

    private final byte[] bytes;
    private int position;

    ByteSource(byte[] bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    int position() {
        return position;
    }

    void skip(int count) {
        position += count;
    }

    int one() {
        return bytes[position++] & 0xff;
    }

    int integer() {
        return Math.toIntExact(number());
    }

    long number() {
        long value = 0;
        int shift = 0;
        while (true) {
            byte next = bytes[position++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    String text() {
        int count = integer();
        String text = new String(bytes, position, count, StandardCharsets.UTF_8);
        position += count;
        return text;
    }

    byte[] bytes(int count) {
        byte[] copy = new byte[count];
        System.arraycopy(bytes, position, copy, 0, count);
        position += count;
        return copy;
    }
}
