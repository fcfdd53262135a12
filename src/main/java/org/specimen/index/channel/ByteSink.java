package org.specimen.index.channel;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow. Numbers are written in base 128, the lowest part first, so that small ones are short. */
final class ByteSink {

    private byte[] bytes;
    private int length;

    ByteSink(int capacity) {
        this.bytes = new byte[capacity];
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    byte[] array() {
        return bytes;
    }

    void one(int value) {
        reserve(1);
        bytes[length++] = (byte) value;
    }

    /** @param value not negative */
    void number(long value) {
        reserve(10);
        long rest = value;
        while (rest >= 0x80) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        bytes(utf8, 0, utf8.length);
    }

    void bytes(byte[] source, int offset, int count) {
        reserve(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
    }

    private void reserve(int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length + (bytes.length >> 1)));
        }
    }
}
