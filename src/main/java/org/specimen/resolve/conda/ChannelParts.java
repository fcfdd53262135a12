package org.specimen.resolve.conda;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.specimen.conda.Channel;
import org.specimen.index.channel.ChannelRecord;
import org.specimen.index.channel.PlatformRecords;

/**
 * What a channel offers to a solve.
 *
 * @param parts its lists for the platform and for {@code noarch}, as far as there are any
 */
public record ChannelParts(Channel channel, List<PlatformRecords> parts) {

    public ChannelParts {
        parts = List.copyOf(parts);
    }

    boolean has(String name) {
        return parts.stream().anyMatch(part -> part.has(name));
    }

    /**
     * The records of a name, the newest version first, and of a version the highest build number; without the files in an
     * old form that stand beside the same in a newer one.
     */
    List<ChannelRecord> records(String name) {
        List<ChannelRecord> records = new ArrayList<>();
        int sources = 0;
        for (PlatformRecords part : parts) {
            List<ChannelRecord> found = part.records(name);
            sources += found.isEmpty() ? 0 : 1;
            for (ChannelRecord record : found) {
                if (!record.isSuperseded()) {
                    records.add(record);
                }
            }
        }
        if (sources > 1) {
            records.sort(Comparator.comparing(ChannelRecord::version, Comparator.reverseOrder())
                    .thenComparing(ChannelRecord::buildNumber, Comparator.reverseOrder()));
        }
        return records;
    }
}
