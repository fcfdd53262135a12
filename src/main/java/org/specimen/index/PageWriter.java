package org.specimen.index;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.specimen.format.IndexFile;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/**
 * Writes what an index says of one distribution in few bytes: the files by release, the newest release first, so that
 * {@link Page} finds any of them without reading the others.
 */
final class PageWriter {

    static final int SHA256 = 1;
    static final int SIZE = 1 << 1;
    static final int YANKED = 1 << 2;
    static final int UPLOADED = 1 << 3;
    static final int METADATA = 1 << 4;
    static final int METADATA_SHA256 = 1 << 5;
    static final int NAMED_BY_ADDRESS = 1 << 6;
    static final int REQUIRES_PYTHON = 1 << 7;

    private final FileVersions versions;
    private final Map<Version, List<IndexFile>> releases = new TreeMap<>(Comparator.reverseOrder());
    private final Map<String, Integer> pythons = new LinkedHashMap<>();

    PageWriter(PackageName name) {
        this.versions = new FileVersions(name);
    }

    /** Takes a file of the page; what is no wheel and no source distribution of ours is left out. */
    void add(IndexFile file) {
        if (file.name().length() < 1000 && file.address().length() < 8000) {
            versions.versionOf(file.name())
                    .ifPresent(version -> releases.computeIfAbsent(version, first -> new ArrayList<>())
                            .add(file));
        }
    }

    byte[] toBytes() {
        releases.values()
                .forEach(files -> files.forEach(file ->
                        file.requiresPython().ifPresent(python -> pythons.putIfAbsent(python, pythons.size()))));
        String base = commonBase();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(base);
            out.writeInt(pythons.size());
            for (String python : pythons.keySet()) {
                out.writeUTF(shortened(python));
            }
            out.writeInt(releases.size());
            for (Map.Entry<Version, List<IndexFile>> release : releases.entrySet()) {
                byte[] files = files(release.getValue(), base);
                out.writeUTF(release.getKey().toString());
                out.writeInt(release.getValue().size());
                out.writeInt(files.length);
                out.write(files);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("an array cannot be written to", impossible);
        }
        return bytes.toByteArray();
    }

    private byte[] files(List<IndexFile> files, String base) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (IndexFile file : files) {
                write(out, file, file.address().substring(base.length()));
            }
        }
        return bytes.toByteArray();
    }

    private void write(DataOutputStream out, IndexFile file, String address) throws IOException {
        boolean named = address.endsWith(file.name());
        out.writeByte((file.sha256().isPresent() ? SHA256 : 0)
                | (file.size().isPresent() ? SIZE : 0)
                | (file.yanked().isPresent() ? YANKED : 0)
                | (file.uploaded().isPresent() ? UPLOADED : 0)
                | (file.metadata() ? METADATA : 0)
                | (file.metadataSha256().isPresent() ? METADATA_SHA256 : 0)
                | (named ? NAMED_BY_ADDRESS : 0)
                | (file.requiresPython().isPresent() ? REQUIRES_PYTHON : 0));
        out.writeUTF(file.name());
        out.writeUTF(named ? address.substring(0, address.length() - file.name().length()) : address);
        if (file.sha256().isPresent()) {
            out.write(HexFormat.of().parseHex(file.sha256().get()));
        }
        if (file.size().isPresent()) {
            out.writeLong(file.size().getAsLong());
        }
        if (file.requiresPython().isPresent()) {
            out.writeInt(pythons.getOrDefault(file.requiresPython().get(), 0));
        }
        if (file.yanked().isPresent()) {
            out.writeUTF(shortened(file.yanked().get()));
        }
        if (file.uploaded().isPresent()) {
            out.writeLong(file.uploaded().get().toEpochMilli());
        }
        if (file.metadataSha256().isPresent()) {
            out.write(HexFormat.of().parseHex(file.metadataSha256().get()));
        }
    }

    /** What every address begins with. */
    private String commonBase() {
        String common = null;
        for (List<IndexFile> files : releases.values()) {
            for (IndexFile file : files) {
                common = common == null ? file.address() : common(common, file.address());
            }
        }
        return common == null ? "" : common.substring(0, common.lastIndexOf('/') + 1);
    }

    private static String common(String one, String other) {
        int length = Math.min(one.length(), other.length());
        int same = 0;
        while (same < length && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return one.substring(0, same);
    }

    private static String shortened(String text) {
        return text.length() > 5000 ? text.substring(0, 5000) : text;
    }
}
