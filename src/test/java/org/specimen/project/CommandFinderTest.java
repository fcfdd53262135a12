package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandFinderTest {

    @TempDir
    Path folder;

    @Test
    void aNameThatBeginsWithADashIsNoOption() throws IOException {
        ProjectFacts facts = new Scans(folder)
                .with("-c.py", "if __name__ == '__main__':\n    pass\n")
                .with("--inplace.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": \"x = 1\"}]}")
                .with("-dir/run.py", "if __name__ == '__main__':\n    pass\n")
                .with("-m/__main__.py", "print()\n")
                .scan();

        assertThat(facts.commands())
                .containsExactlyInAnyOrder(
                        List.of("python", "./-c.py"),
                        List.of("python", "./-dir/run.py"),
                        List.of("python", "./-m/__main__.py"),
                        List.of("jupyter", "execute", "./--inplace.ipynb"));
    }
}
