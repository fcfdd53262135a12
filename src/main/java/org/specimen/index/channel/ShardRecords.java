package org.specimen.index.channel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.conda.Channel;
import org.specimen.conda.CondaName;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.PackageRecord.NoArch;
import org.specimen.conda.Platform;
import org.specimen.format.RepodataEntry;

/** Makes records of the entries of a shard; what many share is the same object, across shards too. */
final class ShardRecords {

    private static final String NEW_FORM = ".conda";

    private final Channel channel;
    private final Platform platform;
    private final Optional<String> packagesUrl;
    private final Map<List<String>, List<String>> lists = new HashMap<>();
    private final EntryCheck check = new EntryCheck();

    ShardRecords(Channel channel, Platform platform, Optional<String> packagesUrl) {
        this.channel = channel;
        this.platform = platform;
        this.packagesUrl = packagesUrl;
    }

    boolean isUsable(RepodataEntry entry) {
        return check.isUsable(entry);
    }

    /** The records of one name, the newest version first, and of a version the highest build number. */
    List<ChannelRecord> of(List<RepodataEntry> entries) {
        Set<String> inNewForm = new HashSet<>();
        for (RepodataEntry entry : entries) {
            if (entry.fileName().endsWith(NEW_FORM)) {
                inNewForm.add(stem(entry));
            }
        }
        Map<String, CondaVersion> versions = new HashMap<>();
        List<ChannelRecord> records = new ArrayList<>();
        for (RepodataEntry entry : entries) {
            records.add(new ChannelRecord(
                    versions.computeIfAbsent(entry.version(), CondaVersion::parse),
                    entry.build(),
                    entry.buildNumber(),
                    entry.timestamp(),
                    shared(entry.depends()),
                    shared(entry.constrains()),
                    !entry.trackFeatures().isBlank(),
                    !entry.fileName().endsWith(NEW_FORM) && inNewForm.contains(stem(entry)),
                    new Source(entry)));
        }
        records.sort(Comparator.comparing(ChannelRecord::version, Comparator.reverseOrder())
                .thenComparing(ChannelRecord::buildNumber, Comparator.reverseOrder()));
        return records;
    }

    private static String stem(RepodataEntry entry) {
        return entry.version() + "-" + entry.build();
    }

    private List<String> shared(List<String> list) {
        return lists.computeIfAbsent(list, added -> added);
    }

    /** An entry is all there is to know of a record. */
    private final class Source implements ChannelRecord.Source {
        private final RepodataEntry entry;

        Source(RepodataEntry entry) {
            this.entry = entry;
        }

        @Override
        public String fileName(ChannelRecord record) {
            return entry.fileName();
        }

        @Override
        public PackageRecord whole(ChannelRecord record) {
            return new PackageRecord(
                    new CondaName(entry.name()),
                    record.version(),
                    record.build(),
                    record.buildNumber(),
                    platform,
                    channel,
                    entry.fileName(),
                    packagesUrl.map(url -> url + "/" + entry.fileName()),
                    present(entry.md5()),
                    present(entry.sha256()),
                    entry.size(),
                    record.depends(),
                    record.constrains(),
                    RecordIndex.features(entry.trackFeatures()),
                    entry.noarch().equals("python")
                            ? NoArch.PYTHON
                            : entry.noarch().isEmpty() ? NoArch.NO : NoArch.GENERIC,
                    record.timestamp(),
                    present(entry.license()),
                    present(entry.licenseFamily()));
        }

        private static Optional<String> present(String text) {
            return text.isEmpty() ? Optional.empty() : Optional.of(text);
        }
    }
}
