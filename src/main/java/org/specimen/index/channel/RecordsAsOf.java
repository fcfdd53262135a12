package org.specimen.index.channel;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** The packages of a channel as they were at the end of a day (UTC): those that were built later are not there. */
public final class RecordsAsOf implements PlatformRecords {

    /** Records of the first years tell seconds, later ones milliseconds; conda draws the line here too. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private final PlatformRecords records;
    private final long end;

    public RecordsAsOf(PlatformRecords records, LocalDate day) {
        this.records = records;
        this.end = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }

    @Override
    public boolean has(String name) {
        return records.has(name) && !records(name).isEmpty();
    }

    @Override
    public Collection<String> names() {
        return records.names();
    }

    @Override
    public List<ChannelRecord> records(String name) {
        return records.records(name).stream()
                .filter(record -> milliseconds(record.timestamp()) < end)
                .toList();
    }

    private static long milliseconds(long timestamp) {
        return timestamp <= LAST_SECOND ? timestamp * 1000 : timestamp;
    }

    @Override
    public long size() {
        return records.size();
    }

    @Override
    public long skipped() {
        return records.skipped();
    }

    @Override
    public void close() {
        records.close();
    }
}
