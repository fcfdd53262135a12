package org.specimen.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Finds PKG-INFO at the top of a source distribution (PEP 625; POSIX.1-2017, pax, "ustar Interchange Format"). */
final class SourceArchive {

    private static final Pattern PKG_INFO = Pattern.compile("(\\./)?[^/]+/PKG-INFO");

    private static final int BLOCK = 512;
    private static final int LONGEST = 16 << 20;
    private static final long MOST_UNPACKED = 2L << 30;

    private SourceArchive() {}

    /**
     * Reads PKG-INFO.
     *
     * @param fileName tells the kind of archive
     * @return empty if there is none, or the archive is of another kind
     * @throws IOException if it is damaged
     */
    static Optional<String> metadata(String fileName, InputStream in) throws IOException {
        if (fileName.endsWith(".zip")) {
            return zip(in);
        }
        return fileName.endsWith(".tar.gz") || fileName.endsWith(".tgz")
                ? tar(new GZIPInputStream(in, 1 << 16))
                : Optional.empty();
    }

    private static Optional<String> zip(InputStream in) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (PKG_INFO.matcher(entry.getName()).matches()) {
                    return Optional.of(new String(zip.readNBytes(LONGEST), StandardCharsets.UTF_8));
                }
            }
            return Optional.empty();
        }
    }

    private static Optional<String> tar(InputStream in) throws IOException {
        long read = 0;
        byte[] header = in.readNBytes(BLOCK);
        while (header.length == BLOCK && header[0] != 0 && read < MOST_UNPACKED) {
            long length = octal(header, 124, 12);
            if (isFile(header[156]) && PKG_INFO.matcher(name(header)).matches() && length <= LONGEST) {
                return Optional.of(new String(in.readNBytes((int) length), StandardCharsets.UTF_8));
            }
            long padded = (length + BLOCK - 1) / BLOCK * BLOCK;
            in.skipNBytes(padded);
            read += padded;
            header = in.readNBytes(BLOCK);
        }
        return Optional.empty();
    }

    private static boolean isFile(byte kind) {
        return kind == '0' || kind == 0;
    }

    /** A long name is in two parts. */
    private static String name(byte[] header) {
        String name = text(header, 0, 100);
        boolean posix = text(header, 257, 5).equals("ustar");
        String prefix = posix ? text(header, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    /** Sizes beyond 8 GB are written otherwise; no source distribution has them. */
    private static long octal(byte[] header, int from, int length) throws IOException {
        String digits = text(header, from, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException damaged) {
            throw new IOException("a damaged archive", damaged);
        }
    }
}
