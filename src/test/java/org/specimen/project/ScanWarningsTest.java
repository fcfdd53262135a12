package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanWarningsTest {

    @TempDir
    Path folder;

    @Test
    void saysHowManyMorePlacesThereAre() throws IOException {
        Scans project = new Scans(folder)
                .with("a.py", "open('/home/ana/x')\n".repeat(150))
                .with("b.py", "import notheard\n");

        assertThat(project.warnings(WarningKind.ABSOLUTE_PATH))
                .hasSize(101)
                .last()
                .asString()
                .isEqualTo("a.py, line 101: Here and onward: 50 more places like this.");
        assertThat(project.warnings(WarningKind.UNKNOWN_MODULE)).noneMatch(text -> text.contains("more place"));
    }
}
