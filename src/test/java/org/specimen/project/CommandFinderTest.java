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
    void ofALibraryOnlyItsMainModuleAndScriptsAtItsTopAreRun() throws IOException {
        String guarded = "import spirals\nif __name__ == '__main__':\n    pass\n";
        Scans library = new Scans(folder)
                .with("pyproject.toml", "[project]\nname = \"spirals\"\ndependencies = [\"numpy\"]\n")
                .with("docs/index.md", "# Spirals\n")
                .with("tests/test_core.py", "import spirals\n")
                .with("spirals/__init__.py", "")
                .with("spirals/core.py", guarded)
                .with("perf_tests/many.py", guarded)
                .with("tools/release.py", guarded);

        assertThat(library.scan().commands()).isEmpty();

        library.with("spirals/__main__.py", "print()\n").with("demo.py", guarded);
        assertThat(library.scan().commands())
                .containsExactlyInAnyOrder(List.of("python", "-m", "spirals"), List.of("python", "demo.py"));
    }

    @Test
    void whatMeasuresSpeedIsNotWhatIsRun() throws IOException {
        ProjectFacts facts = new Scans(folder)
                .with("benchmarks/many.py", "if __name__ == '__main__':\n    pass\n")
                .with("code/analysis.py", "if __name__ == '__main__':\n    pass\n")
                .scan();

        assertThat(facts.commands()).containsExactly(List.of("python", "code/analysis.py"));
    }

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
