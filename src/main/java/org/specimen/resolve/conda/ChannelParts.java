package org.specimen.resolve.conda;

import java.util.ArrayList;
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

    /** The records of a name; of two files of the same content that differ in form, the one in the newer form. */
    List<ChannelRecord> records(String name) {
        List<ChannelRecord> records = new ArrayList<>();
        for (PlatformRecords part : parts) {
            records.addAll(OneForm.of(part.records(name)));
        }
        return records;
    }
}
