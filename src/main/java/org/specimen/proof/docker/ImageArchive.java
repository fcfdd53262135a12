package org.specimen.proof.docker;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.specimen.format.ImageReference;
import org.specimen.format.Json;
import org.specimen.problem.BadInput;
import org.specimen.task.Progress;

/**
 * A file with images in it, as {@code docker save} writes it (Docker Image Specification v1.2, "Combined Image JSON +
 * Filesystem Changeset Format"), or an OCI image layout in an archive (OCI image specification, "Image Layout"). It is
 * looked through from beginning to end before anything is done with it, as it may come from anywhere, and refused where
 * two engines could see two things in it.
 *
 * @param images the identity of each image by its name, worked out of its content; empty where that does not tell it
 * @param bytes of all that is in it, unpacked
 */
record ImageArchive(Map<String, Optional<String>> images, long bytes) {

    /** Engines clean the names of entries, so that another one could take the place of what was looked at. */
    private static final Pattern UNCLEAN = Pattern.compile("(?:^|/)\\.{1,2}(?:/|$)|//|^/");

    /** What has no other name than this; links are made where an archive packs one layer for two images. */
    private static final String LINKED = "layer.tar";

    private static final int LARGEST_DOCUMENT = 4_000_000;
    private static final int LONGEST_HEADER = 1_000_000;

    /** Of a config or a layer; other entries are passed over. */
    private static final int LONGEST_NAME = 200;

    private static final int MOST_ENTRIES = 100_000;
    private static final int MOST_IMAGES = 1000;

    /** No image is packed better than this, but for the first gigabyte of zeros. */
    private static final long MOST_PACKING = 200;

    private static final long UNSUSPICIOUS = 1_000_000_000;

    /**
     * Reads what is in a file.
     *
     * @throws BadInput if it cannot be read, or is no archive of images
     */
    static ImageArchive read(Path file, Progress progress) {
        String name = String.valueOf(file.getFileName());
        try (ArchiveFile raw = new ArchiveFile(file, progress, (done, all) -> {})) {
            return new Reader(name, raw.size()).read(raw);
        } catch (ZipException | EOFException broken) {
            throw refused("load.broken", name, broken);
        } catch (NoSuchFileException missing) {
            throw new BadInput(Texts.trouble("load.missing", file).text(), missing);
        } catch (IOException unreadable) {
            throw refused(isTruncated(unreadable) ? "load.broken" : "load.unreadable", name, unreadable);
        }
    }

    private static boolean isTruncated(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("runcated");
    }

    private static BadInput refused(String key, String name, Exception why) {
        return new BadInput(Texts.trouble(key, name).text(), why);
    }

    private static final class Reader {
        private final String file;
        private final long size;
        private final Set<String> entries = new HashSet<>();
        private final Map<String, Object> documents = new HashMap<>();
        private final Map<String, String> digests = new HashMap<>();
        private int count;
        private long begin;

        Reader(String file, long size) {
            this.file = file;
            this.size = size;
        }

        ImageArchive read(ArchiveFile raw) throws IOException {
            // Where nothing is packed, what is passed over need not be read.
            boolean isPacked = isPacked(raw);
            InputStream unpacked = isPacked ? new GZIPInputStream(new BufferedInputStream(raw), 1 << 16) : raw;
            Bounded bounded = new Bounded(unpacked, isPacked ? size * MOST_PACKING + UNSUSPICIOUS : size);
            try (TarArchiveInputStream tar = new TarArchiveInputStream(bounded, "UTF-8")) {
                TarArchiveEntry entry = next(tar, bounded);
                if (entry == null) {
                    throw refused("load.no-archive");
                }
                while (entry != null) {
                    look(entry, tar);
                    entry = next(tar, bounded);
                }
            } catch (TooMuch tooMuch) {
                throw new BadInput(Texts.trouble("load.bomb", file).text(), tooMuch);
            }
            Map<String, Optional<String>> images = new ArchivedNames(file, entries, documents, digests).read();
            boolean areNames = images.keySet().stream()
                    .allMatch(name -> ImageReference.parse(name).isPresent());
            if (images.size() > MOST_IMAGES || !areNames) {
                throw refused("load.bomb");
            }
            return new ImageArchive(images, bounded.position);
        }

        private static boolean isPacked(ArchiveFile raw) throws IOException {
            byte[] magic = raw.readNBytes(2);
            raw.rewind();
            return magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
        }

        /** The bounds hold for what is read to come to the next entry, which a hostile archive makes long. */
        private @Nullable TarArchiveEntry next(TarArchiveInputStream tar, Bounded bounded) throws IOException {
            passOver(tar, bounded);
            bounded.allowHeader(LONGEST_HEADER);
            TarArchiveEntry entry;
            try {
                entry = tar.getNextEntry();
            } catch (IllegalArgumentException noTar) {
                throw new BadInput(Texts.trouble("load.no-archive", file).text(), noTar);
            } catch (IOException broken) {
                if (count == 0 && !(broken instanceof TooMuch) && !isTruncated(broken)) {
                    throw new BadInput(Texts.trouble("load.no-archive", file).text(), broken);
                }
                throw broken;
            }
            bounded.allowAll();
            begin = bounded.position;
            if (entry != null && !entry.isCheckSumOK()) {
                throw refused("load.no-archive");
            }
            if (count++ > MOST_ENTRIES) {
                throw refused("load.bomb");
            }
            return entry;
        }

        private void passOver(TarArchiveInputStream tar, Bounded bounded) throws IOException {
            TarArchiveEntry current = tar.getCurrentEntry();
            if (current == null) {
                return;
            }
            while (tar.skip(Long.MAX_VALUE) > 0) {
                bounded.checkBounds();
            }
            if (current.isFile() && !current.isSparse() && bounded.position - begin < current.getSize()) {
                throw refused("load.broken");
            }
        }

        private void look(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
            String name = entry.getName().replaceFirst("^\\./", "");
            if (UNCLEAN.matcher(name).find()) {
                throw refused("load.broken");
            }
            if (entry.isDirectory()) {
                return;
            }
            boolean isLink = entry.isLink() || entry.isSymbolicLink();
            boolean isDevice = entry.isCharacterDevice() || entry.isBlockDevice() || entry.isFIFO();
            if (isDevice || (isLink && !name.endsWith("/" + LINKED))) {
                throw refused("load.ambiguous");
            }
            if (name.length() <= LONGEST_NAME && !entries.add(name)) {
                throw refused("load.ambiguous");
            }
            boolean isDocument = ArchivedNames.DOCUMENTS.contains(name);
            if (isDocument || (entry.getSize() <= LARGEST_DOCUMENT && name.length() <= LONGEST_NAME)) {
                // Of a sparse entry, the size is what is stored and not what comes out of it.
                byte[] content = tar.readNBytes(LARGEST_DOCUMENT + 1);
                if (content.length > LARGEST_DOCUMENT) {
                    throw refused("load.bomb");
                }
                if (isDocument) {
                    documents.put(name, Json.readUnambiguous(file + "/" + name, new ByteArrayInputStream(content)));
                } else {
                    byte[] digest = ImageSaving.sha256().digest(content);
                    digests.put(name, "sha256:" + HexFormat.of().formatHex(digest));
                }
            }
        }

        private BadInput refused(String key) {
            return new BadInput(Texts.trouble(key, file).text());
        }
    }

    /** There is more than there can be in an honest archive. */
    private static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** What is unpacked, up to a bound. */
    private static final class Bounded extends FilterInputStream {
        private final long most;
        private long position;
        private long header = Long.MAX_VALUE;

        Bounded(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        void allowHeader(long bytes) {
            header = position + bytes;
        }

        void allowAll() {
            header = Long.MAX_VALUE;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return (int) Math.max(-1, passed(super.read(target, offset, length)));
        }

        @Override
        public long skip(long bytes) throws IOException {
            return passed(super.skip(bytes));
        }

        private long passed(long count) throws IOException {
            position += Math.max(0, count);
            checkBounds();
            return count;
        }

        void checkBounds() throws TooMuch {
            if (position > most || position > header) {
                throw new TooMuch();
            }
        }
    }
}
