package org.specimen.index.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.specimen.conda.Channel;
import org.specimen.conda.CondaName;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.PackageRecord.NoArch;
import org.specimen.conda.Platform;

/**
 * A file of {@link RecordIndexWriter}: its names and specifications in memory, its records on the disk until they are
 * asked for.
 */
final class RecordIndex implements PlatformRecords {

    private static final HexFormat HEX = HexFormat.of();

    private final FileChannel file;
    private final Channel channel;
    private final Platform platform;
    private final IndexSource source;
    private final Map<String, Place> places;
    private final byte[] head;
    private final int[] textStarts;
    private final @Nullable String[] texts;
    private final int[] listStarts;
    private final @Nullable List<String>[] lists;

    /** Where the records of a name lie in the file. */
    private record Place(long start, int count, int solvingLength, int detailsLength) {}

    /**
     * Opens a file and checks it whole.
     *
     * @throws TornIndex if it is not what was written
     * @throws java.nio.file.NoSuchFileException if there is none
     */
    static RecordIndex open(Path path, Channel channel, Platform platform) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            return new RecordIndex(file, checkedHead(file), channel, platform);
        } catch (IOException | RuntimeException unreadable) {
            file.close();
            throw unreadable;
        }
    }

    private static byte[] checkedHead(FileChannel file) throws IOException {
        ByteBuffer prologue = ByteBuffer.allocate(RecordIndexWriter.PROLOGUE_LENGTH);
        readFully(file, prologue, 0);
        if (prologue.getLong() != RecordIndexWriter.MAGIC || prologue.getLong() != file.size()) {
            throw new TornIndex("not a whole index");
        }
        int headLength = prologue.getInt();
        int wanted = prologue.getInt();
        CRC32C checksum = new CRC32C();
        ByteBuffer chunk = ByteBuffer.allocateDirect(1 << 20);
        long position = RecordIndexWriter.PROLOGUE_LENGTH;
        while (position < file.size()) {
            chunk.clear();
            position += Math.max(file.read(chunk, position), 1);
            checksum.update(chunk.flip());
        }
        if ((int) checksum.getValue() != wanted) {
            throw new TornIndex("its checksum does not hold");
        }
        byte[] head = new byte[headLength];
        readFully(file, ByteBuffer.wrap(head), RecordIndexWriter.PROLOGUE_LENGTH);
        return head;
    }

    /** Leaves the buffer ready to be read. */
    private static void readFully(FileChannel file, ByteBuffer buffer, long start) throws IOException {
        while (buffer.hasRemaining()) {
            if (file.read(buffer, start + buffer.position()) < 0) {
                throw new TornIndex("it breaks off");
            }
        }
        buffer.flip();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of lists
    private RecordIndex(FileChannel file, byte[] head, Channel channel, Platform platform) {
        this.file = file;
        this.channel = channel;
        this.platform = platform;
        this.head = head;
        ByteSource in = new ByteSource(head, 0);
        source = IndexSource.read(in);
        int nameCount = in.integer();
        places = new LinkedHashMap<>(nameCount * 2);
        long start = (long) RecordIndexWriter.PROLOGUE_LENGTH + head.length;
        for (int i = 0; i < nameCount; i++) {
            String name = in.text();
            Place place = new Place(start, in.integer(), in.integer(), in.integer());
            places.put(name, place);
            start += place.solvingLength() + place.detailsLength();
        }
        textStarts = new int[in.integer()];
        texts = new String[textStarts.length];
        for (int i = 0; i < textStarts.length; i++) {
            textStarts[i] = in.position();
            in.skip(in.integer());
        }
        listStarts = new int[in.integer()];
        lists = new List[listStarts.length];
        for (int i = 0; i < listStarts.length; i++) {
            listStarts[i] = in.position();
            for (int left = in.integer(); left > 0; left--) {
                in.number();
            }
        }
    }

    IndexSource source() {
        return source;
    }

    @Override
    public boolean has(String name) {
        return places.containsKey(name);
    }

    @Override
    public Collection<String> names() {
        return Collections.unmodifiableCollection(places.keySet());
    }

    @Override
    public long size() {
        return source.taken();
    }

    @Override
    public long skipped() {
        return source.skipped();
    }

    @Override
    public List<ChannelRecord> records(String name) {
        Place place = places.get(name);
        if (place == null) {
            return List.of();
        }
        ByteSource in = block(place.start(), place.solvingLength());
        Map<Integer, CondaVersion> versions = new HashMap<>();
        CondaName condaName = new CondaName(name);
        List<ChannelRecord> records = new ArrayList<>(place.count());
        for (int i = 0; i < place.count(); i++) {
            records.add(record(condaName, i, in, versions));
        }
        return records;
    }

    private ChannelRecord record(CondaName name, int ordinal, ByteSource in, Map<Integer, CondaVersion> versions) {
        int flags = in.one();
        CondaVersion version = versions.computeIfAbsent(in.integer(), id -> CondaVersion.parse(text(id)));
        String build = in.text();
        long buildNumber = in.number();
        long timestamp = in.number();
        List<String> depends = list(in.integer());
        List<String> constrains = list(in.integer());
        boolean hasFeatures = (flags & RecordIndexWriter.HAS_FEATURES) != 0;
        List<String> features = hasFeatures ? features(text(in.integer())) : List.of();
        String ownFileName = (flags & RecordIndexWriter.HAS_OWN_FILE_NAME) != 0 ? in.text() : "";
        return new ChannelRecord(
                version,
                build,
                buildNumber,
                timestamp,
                depends,
                constrains,
                hasFeatures,
                (flags & RecordIndexWriter.IS_SUPERSEDED) != 0,
                new Source(name, ordinal, flags, features, ownFileName));
    }

    /** Where what a solve does not ask for is read from. */
    private final class Source implements ChannelRecord.Source {
        private final CondaName name;
        private final int ordinal;
        private final int flags;
        private final List<String> features;
        private final String ownFileName;

        Source(CondaName name, int ordinal, int flags, List<String> features, String ownFileName) {
            this.name = name;
            this.ordinal = ordinal;
            this.flags = flags;
            this.features = features;
            this.ownFileName = ownFileName;
        }

        @Override
        public String fileName(ChannelRecord record) {
            boolean isCondaFormat = (flags & RecordIndexWriter.IS_CONDA_FORMAT) != 0;
            return ownFileName.isEmpty()
                    ? usualFileName(name.value(), record.version().toString(), record.build(), isCondaFormat)
                    : ownFileName;
        }

        @Override
        public PackageRecord whole(ChannelRecord record) {
            String fileName = fileName(record);
            ByteSource in = details(name, ordinal);
            int digests = in.one();
            Optional<String> md5 = digest(in, (digests & RecordIndexWriter.HAS_MD5) != 0, 16);
            Optional<String> sha256 = digest(in, (digests & RecordIndexWriter.HAS_SHA256) != 0, 32);
            long size = in.number();
            return new PackageRecord(
                    name,
                    record.version(),
                    record.build(),
                    record.buildNumber(),
                    platform,
                    channel,
                    fileName,
                    source.baseUrl().map(base -> base + "/" + fileName),
                    md5,
                    sha256,
                    size,
                    record.depends(),
                    record.constrains(),
                    features,
                    (flags & RecordIndexWriter.IS_PYTHON) != 0
                            ? NoArch.PYTHON
                            : (flags & RecordIndexWriter.IS_GENERIC) != 0 ? NoArch.GENERIC : NoArch.NO,
                    record.timestamp(),
                    present(text(in.integer())),
                    present(text(in.integer())));
        }
    }

    private ByteSource details(CondaName name, int ordinal) {
        Place place = places.get(name.value());
        if (place == null) {
            throw new IllegalArgumentException("no records of " + name);
        }
        ByteSource in = block(place.start() + place.solvingLength(), place.detailsLength());
        for (int i = 0; i < ordinal; i++) {
            int digests = in.one();
            in.skip(((digests & RecordIndexWriter.HAS_MD5) != 0 ? 16 : 0)
                    + ((digests & RecordIndexWriter.HAS_SHA256) != 0 ? 32 : 0));
            in.number();
            in.number();
            in.number();
        }
        return in;
    }

    private static Optional<String> digest(ByteSource in, boolean isThere, int length) {
        return isThere ? Optional.of(HEX.formatHex(in.bytes(length))) : Optional.empty();
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** {@code track_features} is written with blanks, commas or both between the names. */
    static List<String> features(String text) {
        List<String> features = new ArrayList<>();
        for (String feature : text.replace(',', ' ').split(" ", -1)) {
            if (!feature.isBlank()) {
                features.add(feature);
            }
        }
        return List.copyOf(features);
    }

    /** The name of a package file by CEP 26. */
    static String usualFileName(String name, String version, String build, boolean isCondaFormat) {
        return name + "-" + version + "-" + build + (isCondaFormat ? ".conda" : ".tar.bz2");
    }

    private ByteSource block(long start, int length) {
        byte[] bytes = new byte[length];
        try {
            readFully(file, ByteBuffer.wrap(bytes), start);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new ByteSource(bytes, 0);
    }

    private String text(int id) {
        String known = texts[id];
        if (known == null) {
            known = new ByteSource(head, textStarts[id]).text();
            texts[id] = known;
        }
        return known;
    }

    private List<String> list(int id) {
        List<String> known = lists[id];
        if (known == null) {
            ByteSource in = new ByteSource(head, listStarts[id]);
            String[] items = new String[in.integer()];
            for (int i = 0; i < items.length; i++) {
                items[i] = text(in.integer());
            }
            known = List.of(items);
            lists[id] = known;
        }
        return known;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
