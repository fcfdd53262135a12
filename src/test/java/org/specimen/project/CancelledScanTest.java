package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
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

    @Test
    void opensNoFurtherFileOnceCancelled(@TempDir Path folder) throws IOException {
        int files = 500;
        for (int i = 0; i < files; i++) {
            Files.writeString(folder.resolve("step" + i + ".py"), "import numpy\n");
        }
        RecordedFolder recorded = new RecordedFolder(folder);
        AtomicInteger openedByThen = new AtomicInteger();
        Progress cancelledOnTheWay = new Progress() {
            private volatile boolean cancelled;

            @Override
            public void doing(String what, long done, long total) {
                if (!cancelled && what.startsWith("reading") && done >= 20) {
                    openedByThen.set(recorded.opened.get());
                    cancelled = true;
                }
            }

            @Override
            public boolean isCancelled() {
                return cancelled;
            }
        };

        assertThatThrownBy(() -> new ProjectScanner(Catalogue.open())
                        .scan(recorded.path(), new ScanOptions(Set.of()), cancelledOnTheWay))
                .isInstanceOf(Cancelled.class);

        // each thread may stand between asking and opening
        int threads = ForkJoinPool.getCommonPoolParallelism() + 1;
        assertThat(openedByThen.get()).isGreaterThanOrEqualTo(20);
        assertThat(recorded.opened.get()).isLessThanOrEqualTo(openedByThen.get() + threads);
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
