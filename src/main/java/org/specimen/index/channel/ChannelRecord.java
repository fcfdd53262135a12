package org.specimen.index.channel;

import java.util.List;
import java.util.function.Supplier;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.PackageRecord;
import org.specimen.conda.PackageRecord.NoArch;

/**
 * What a solve asks of a record of a channel. A platform has hundreds of thousands of them, and a solve looks at ten
 * thousands: equal versions and lists are the same objects, and what only a chosen record is asked for is read when it
 * is.
 */
public final class ChannelRecord {

    private final CondaVersion version;
    private final String build;
    private final long buildNumber;
    private final long timestamp;
    private final List<String> depends;
    private final List<String> constrains;
    private final boolean hasFeatures;
    private final NoArch noarch;
    private final String fileName;
    private final Supplier<PackageRecord> whole;

    ChannelRecord(
            CondaVersion version,
            String build,
            long buildNumber,
            long timestamp,
            List<String> depends,
            List<String> constrains,
            boolean hasFeatures,
            NoArch noarch,
            String fileName,
            Supplier<PackageRecord> whole) {
        this.version = version;
        this.build = build;
        this.buildNumber = buildNumber;
        this.timestamp = timestamp;
        this.depends = depends;
        this.constrains = constrains;
        this.hasFeatures = hasFeatures;
        this.noarch = noarch;
        this.fileName = fileName;
        this.whole = whole;
    }

    public CondaVersion version() {
        return version;
    }

    public String build() {
        return build;
    }

    public long buildNumber() {
        return buildNumber;
    }

    /** When it was built, in milliseconds since 1970; 0 if not known. */
    public long timestamp() {
        return timestamp;
    }

    /** Match specifications of what it needs; the same list for records that need the same. */
    public List<String> depends() {
        return depends;
    }

    /** Match specifications of what may not stand beside it otherwise; shared likewise. */
    public List<String> constrains() {
        return constrains;
    }

    /** Whether track features weigh it down, so that others are preferred. */
    public boolean hasFeatures() {
        return hasFeatures;
    }

    public NoArch noarch() {
        return noarch;
    }

    public String fileName() {
        return fileName;
    }

    /** Everything that the channel says about it, read anew at each call. */
    public PackageRecord whole() {
        return whole.get();
    }

    @Override
    public String toString() {
        return fileName;
    }
}
