package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.catalogue.Catalogue;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

class CancelledScanTest {

    @Test
    void stopsEvenAfterTheLastFileWasRead(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("map.py"), "import numpy\n");

        assertThatThrownBy(() -> new ProjectScanner(Catalogue.open())
                        .scan(folder, new ScanOptions(Set.of()), cancelledAtTheEnd()))
                .isInstanceOf(Cancelled.class);
    }

    private static Progress cancelledAtTheEnd() {
        return new Progress() {
            private boolean cancelled;

            @Override
            public void doing(String what, long done, long total) {
                cancelled = what.startsWith("putting together");
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };
    }
}
