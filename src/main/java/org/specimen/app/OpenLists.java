package org.specimen.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.conda.Channel;
import org.specimen.conda.Platform;
import org.specimen.index.channel.ChannelStore;
import org.specimen.index.channel.PlatformRecords;
import org.specimen.index.channel.RecordsAsOf;
import org.specimen.problem.BadInput;
import org.specimen.resolve.conda.ChannelParts;
import org.specimen.task.Progress;

/** The package lists of channels that were opened, each once. */
final class OpenLists implements AutoCloseable {

    private final Map<String, List<PlatformRecords>> open = new LinkedHashMap<>();
    private final ChannelStore store;
    private final Optional<LocalDate> asOf;
    private final Progress progress;

    /** @param asOf the day as of which packages are looked at; empty for today */
    OpenLists(ChannelStore store, Optional<LocalDate> asOf, Progress progress) {
        this.store = store;
        this.asOf = asOf;
        this.progress = progress;
    }

    /**
     * What the channels have for a platform.
     *
     * @throws BadInput if the first of them has nothing for it at all
     */
    List<ChannelParts> of(List<Channel> channels, Platform platform) {
        List<ChannelParts> parts = new ArrayList<>();
        for (Channel channel : channels) {
            List<PlatformRecords> records = new ArrayList<>(lists(channel, platform));
            records.addAll(lists(channel, Platform.NOARCH));
            if (records.isEmpty() && parts.isEmpty()) {
                throw new BadInput("There is no conda channel at "
                        + String.join(" or ", channel.baseUrls()) + ", or it has nothing for " + platform
                        + ". Check the address.");
            }
            parts.add(new ChannelParts(channel, records));
        }
        return parts;
    }

    private List<PlatformRecords> lists(Channel channel, Platform platform) {
        String key = platform + " " + channel.baseUrls();
        List<PlatformRecords> known = open.get(key);
        if (known == null) {
            known = store.open(channel, platform, progress).stream()
                    .map(records -> asOf.<PlatformRecords>map(day -> new RecordsAsOf(records, day))
                            .orElse(records))
                    .toList();
            open.put(key, known);
        }
        return known;
    }

    /** Records that could not be read, and do not count. */
    long skipped() {
        return open.values().stream()
                .flatMap(List::stream)
                .mapToLong(PlatformRecords::skipped)
                .sum();
    }

    @Override
    public void close() {
        open.values().forEach(parts -> parts.forEach(PlatformRecords::close));
    }
}
