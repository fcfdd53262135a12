package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What code shows beside its imports: models, keys, random numbers, graphics processors, paths, programs. */
class ShownByCodeTest {

    @TempDir
    Path folder;

    private Scans project;

    @BeforeEach
    void begin() {
        project = new Scans(folder);
    }

    private void write(String path, String text) throws IOException {
        project.with(path, text);
    }

    private ProjectFacts scan() {
        return project.scan();
    }

    @Test
    void findsModelsKeysAndSeeds() throws IOException {
        write("a.py", """
                import os, random
                from openai import OpenAI
                from transformers import AutoModel, pipeline
                NAME = "org/model"
                AutoModel.from_pretrained(NAME, revision="0123abc")
                pipeline("sentiment-analysis", model="org/other")
                AutoModel.from_pretrained("./local")
                client = OpenAI()
                client.chat.completions.create(model="gpt-4.1-mini", messages=[])
                os.environ["HF_TOKEN"]; os.getenv("HOME"); os.environ.get("MY_API_KEY", "")
                random.choice([1])
                """);
        write(".env", "# note\nexport DATABASE_PASSWORD=hunter2hunter2\n");

        ProjectFacts facts = scan();

        assertThat(facts.models())
                .extracting(model -> model.name() + " " + model.revision().orElse("-") + " "
                        + model.evidence().line())
                .containsExactly("org/model 0123abc 5", "org/other - 6", "gpt-4.1-mini - 9");
        assertThat(facts.secrets())
                .extracting(ProjectFacts.Secret::key)
                .containsExactly("DATABASE_PASSWORD", "HF_TOKEN", "MY_API_KEY", "OPENAI_API_KEY");
        assertThat(facts.randomness()).containsExactly(Evidence.of("a.py", 11));
        assertThat(Scans.warnings(facts, WarningKind.UNPINNED_MODEL)).hasSize(1);
        assertThat(Scans.warnings(facts, WarningKind.UNSEEDED)).hasSize(1);
        assertThat(facts.toString()).doesNotContain("hunter2");
    }

    @Test
    void warnsOfAKeyInTheCodeWithoutShowingIt() throws IOException {
        String key = "sk-" + "a1B2c3D4".repeat(5);
        write("a.py", "import openai\nopenai.api_key = \"" + key + "\"\nDB_PASSWORD = 'correct8horse9battery'\n");

        ProjectFacts facts = scan();

        assertThat(Scans.warnings(facts, WarningKind.SECRET_IN_CODE)).hasSize(2);
        assertThat(facts.toString()).doesNotContain(key).doesNotContain("correct8horse");
    }

    @Test
    void tellsHowAGpuIsUsed() throws IOException {
        write("a.py", "import torch\nmodel.to('mps')\n");
        assertThat(scan().gpu().need()).isEqualTo(ProjectFacts.GpuNeed.MPS);
        write("a.py", "import torch\n");
        assertThat(scan().gpu().need()).isEqualTo(ProjectFacts.GpuNeed.NONE);
        write("b.py", "import torch\ndevice = torch.device('cuda' if torch.cuda.is_available() else 'cpu')\n");
        assertThat(scan().gpu())
                .isEqualTo(new ProjectFacts.Gpu(ProjectFacts.GpuNeed.WHEELS, List.of(Evidence.of("b.py", 2))));
        write("kernels/add.cu", "__global__ void add() {}\n");
        assertThat(scan().gpu())
                .isEqualTo(new ProjectFacts.Gpu(ProjectFacts.GpuNeed.CUDA, List.of(Evidence.of("kernels/add.cu"))));
    }

    @Test
    void warnsOfPathsOfOneComputer() throws IOException {
        write("a.py", "open('/Users/ana/data.csv')\nopen(r'C:\\data\\x.csv')\nopen('data/x.csv')\nx = 'a://b'\n");

        assertThat(Scans.warnings(scan(), WarningKind.ABSOLUTE_PATH)).hasSize(2);
    }

    @Test
    void ordersWhatMayBeRun() throws IOException {
        write("utils.py", "def f(): pass\n");
        write("plot.py", "from utils import f\nf()\n");
        write("main.py", "import plot\nif __name__ == \"__main__\":\n    print()\n");
        write("tests/test_a.py", "if __name__ == '__main__': pass\n");
        write("my notebook.ipynb", Scans.cells("1"));

        assertThat(scan().commands())
                .containsExactly(List.of("python", "main.py"), List.of("jupyter", "execute", "my notebook.ipynb"));
    }

    @Test
    void readsSystemPackages() throws IOException {
        write("binder/apt.txt", "libgeos-dev  # shapes\n\ngdal-bin\n");
        write("a.ipynb", Scans.cells("!apt-get install -y ffmpeg && pip install -q 'moviepy>=1' > /dev/null"));

        ProjectFacts facts = scan();

        assertThat(facts.systemPackages())
                .extracting(ProjectFacts.SystemPackage::name)
                .containsExactly("ffmpeg", "gdal-bin", "libgeos-dev");
        assertThat(Scans.names(facts)).containsExactly("moviepy");
    }
}
