package org.specimen.index.channel;

import java.util.List;
import org.specimen.conda.CondaVersion;
import org.specimen.conda.PackageRecord;

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
    private final boolean isSuperseded;
    private final Source source;

    ChannelRecord(
            CondaVersion version,
            String build,
            long buildNumber,
            long timestamp,
            List<String> depends,
            List<String> constrains,
            boolean hasFeatures,
            boolean isSuperseded,
            Source source) {
        this.version = version;
        this.build = build;
        this.buildNumber = buildNumber;
        this.timestamp = timestamp;
        this.depends = depends;
        this.constrains = constrains;
        this.hasFeatures = hasFeatures;
        this.isSuperseded = isSuperseded;
        this.source = source;
    }

    /** Where what a solve does not ask for is had from. */
    interface Source {
        String fileName(ChannelRecord record);

        PackageRecord whole(ChannelRecord record);
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

    /** Whether it is in the old form, {@code .tar.bz2}, and the same package stands beside it as {@code .conda}. */
    public boolean isSuperseded() {
        return isSuperseded;
    }

    public String fileName() {
        return source.fileName(this);
    }

    /** Everything that the channel says about it, read anew at each call. */
    public PackageRecord whole() {
        return source.whole(this);
    }

    @Override
    public String toString() {
        return fileName();
    }
}
