package org.specimen.index;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.specimen.index.ReleaseFile.MetadataFile;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/** What an index says of one distribution, in the form of {@link PageWriter}. Files are read when they are asked for. */
final class Page {

    /** Names the form, for what is kept on the disk. Change it with the form. */
    static final String FORM = "page-1";

    private static final int SHA256_BYTES = 32;

    private final byte[] bytes;
    private final String base;
    private final List<String> pythons;
    private final Map<Integer, Optional<SpecifierSet>> readPythons = new HashMap<>();
    private final List<IndexRelease> releases;

    private Page(byte[] bytes) throws IOException {
        this.bytes = bytes;
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        this.base = in.readUTF();
        int pythonCount = in.readInt();
        this.pythons = new ArrayList<>();
        for (int number = 0; number < pythonCount; number++) {
            pythons.add(in.readUTF());
        }
        int count = in.readInt();
        this.releases = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            Version version = Version.parse(in.readUTF());
            int files = in.readInt();
            int length = in.readInt();
            int offset = bytes.length - in.available();
            releases.add(new IndexRelease(
                    version,
                    Optional.empty(),
                    new LaterRead<>(files, () -> files(offset, length, files)),
                    Optional.empty()));
            in.skipNBytes(length);
        }
    }

    /**
     * Reads the releases only.
     *
     * @throws IOException if it is not in this form
     */
    static List<IndexRelease> releases(byte[] bytes) throws IOException {
        try {
            return new Page(bytes).releases;
        } catch (IllegalArgumentException damaged) {
            throw new IOException(damaged);
        }
    }

    private List<ReleaseFile> files(int offset, int length, int count) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length))) {
            List<ReleaseFile> files = new ArrayList<>(count);
            for (int number = 0; number < count; number++) {
                files.add(file(in));
            }
            return files;
        } catch (IOException impossible) {
            throw new IllegalStateException("the form of a page is not the one that it was written in", impossible);
        }
    }

    private ReleaseFile file(DataInputStream in) throws IOException {
        int has = in.readUnsignedByte();
        String name = in.readUTF();
        String rest = in.readUTF();
        URI address = URI.create(base + rest + ((has & PageWriter.NAMED_BY_ADDRESS) != 0 ? name : ""));
        Optional<String> sha256 = digest(in, has & PageWriter.SHA256);
        OptionalLong size = (has & PageWriter.SIZE) != 0 ? OptionalLong.of(in.readLong()) : OptionalLong.empty();
        Optional<SpecifierSet> requiresPython =
                (has & PageWriter.REQUIRES_PYTHON) != 0 ? python(in.readInt()) : Optional.empty();
        Optional<String> yanked = (has & PageWriter.YANKED) != 0 ? Optional.of(in.readUTF()) : Optional.empty();
        Optional<Instant> uploaded =
                (has & PageWriter.UPLOADED) != 0 ? Optional.of(Instant.ofEpochMilli(in.readLong())) : Optional.empty();
        Optional<String> metadataSha256 = digest(in, has & PageWriter.METADATA_SHA256);
        Optional<MetadataFile> metadata = (has & PageWriter.METADATA) != 0
                ? Optional.of(new MetadataFile(beside(address), metadataSha256))
                : Optional.empty();
        return new ReleaseFile(name, address, sha256, size, requiresPython, yanked, uploaded, metadata);
    }

    /** PEP 658: "the file's address with .metadata appended"; what is behind a question mark stays at the end. */
    private static URI beside(URI address) {
        String text = address.toString();
        int query = text.indexOf('?');
        return URI.create(
                query < 0 ? text + ".metadata" : text.substring(0, query) + ".metadata" + text.substring(query));
    }

    private static Optional<String> digest(DataInputStream in, int has) throws IOException {
        return has == 0 ? Optional.empty() : Optional.of(HexFormat.of().formatHex(in.readNBytes(SHA256_BYTES)));
    }

    private synchronized Optional<SpecifierSet> python(int number) {
        return readPythons.computeIfAbsent(number, which -> {
            try {
                return Optional.of(SpecifierSet.parse(pythons.get(which)));
            } catch (IllegalArgumentException unreadable) {
                return Optional.empty();
            }
        });
    }
}
