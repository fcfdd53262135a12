package org.specimen.index.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.conda.Channel;
import org.specimen.conda.Platform;
import org.specimen.task.Progress;

class RecordsAsOfTest {

    /** 2023-03-31 23:59:59.999 UTC. */
    private static final long LAST = 1_680_307_199_999L;

    @TempDir
    Path folder;

    @TempDir
    Path cache;

    @Test
    void whatWasBuiltLaterIsNotThere() throws IOException {
        serve(record("a", "1.0", LAST), record("a", "1.1", LAST + 1), record("b", "1.0", LAST + 1));

        try (PlatformRecords records = new RecordsAsOf(open(), LocalDate.of(2023, 3, 31))) {
            assertThat(versions(records, "a")).containsExactly("1.0");
            assertThat(records.has("a")).isTrue();
            assertThat(records.has("b")).isFalse();
        }
    }

    @Test
    void timesInSecondsAndNoneAtAllAreOld() throws IOException {
        serve(record("a", "1.0", LAST / 1000), record("a", "1.1", LAST / 1000 + 1), record("a", "0.9", 0));

        try (PlatformRecords records = new RecordsAsOf(open(), LocalDate.of(2023, 3, 31))) {
            assertThat(versions(records, "a")).containsExactly("1.0", "0.9");
        }
    }

    private PlatformRecords open() {
        return new ChannelStore(cache, List.of(new LocalListFiles()))
                .open(Channel.parse(folder.toString()), Platform.LINUX_64, Progress.NONE)
                .get(0);
    }

    private static List<String> versions(PlatformRecords records, String name) {
        return records.records(name).stream()
                .map(record -> record.version().toString())
                .toList();
    }

    private static String record(String name, String version, long timestamp) {
        return """
                "%1$s-%2$s-0.conda": {"name": "%1$s", "version": "%2$s", "build": "0", "build_number": 0, "depends": [],
                 "timestamp": %3$d}""".formatted(name, version, timestamp);
    }

    private void serve(String... records) throws IOException {
        Files.createDirectories(folder.resolve("linux-64"));
        Files.writeString(
                folder.resolve("linux-64/repodata.json"), "{\"packages.conda\": {" + String.join(",", records) + "}}");
    }
}
