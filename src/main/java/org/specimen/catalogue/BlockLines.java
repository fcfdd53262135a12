package org.specimen.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/** A block of a {@link BlockFile} as it is inflated; an entry is made of its line when it is asked for. */
final class BlockLines {

    private final byte[] plain;

    /** Where each line begins, and where the one behind the last would. */
    private final int[] starts;

    private BlockLines(byte[] plain, int[] starts) {
        this.plain = plain;
        this.starts = starts;
    }

    static BlockLines of(byte[] plain) {
        IntStream.Builder starts = IntStream.builder().add(0);
        for (int i = 0; i < plain.length; i++) {
            if (plain[i] == '\n') {
                starts.add(i + 1);
            }
        }
        return new BlockLines(plain, starts.build().toArray());
    }

    int count() {
        return starts.length - 1;
    }

    String key(int line) {
        return text(starts[line], tab(line));
    }

    BlockFile.Entry entry(int line) {
        int tab = tab(line);
        return new BlockFile.Entry(text(starts[line], tab), text(tab + 1, starts[line + 1] - 1));
    }

    private int tab(int line) {
        int tab = starts[line];
        while (plain[tab] != '\t') {
            tab++;
        }
        return tab;
    }

    private String text(int start, int end) {
        return new String(plain, start, end - start, StandardCharsets.UTF_8);
    }

    /** The first line whose key is not before {@code key}, or the count. */
    int firstAtLeast(String key) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key(middle).compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
