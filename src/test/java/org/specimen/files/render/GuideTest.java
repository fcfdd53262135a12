package org.specimen.files.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.specimen.advice.Origin;
import org.specimen.advice.Question;
import org.specimen.advice.Recommendation.Note;
import org.specimen.advice.Recommendation.Reason;
import org.specimen.advice.Stack;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.files.FileRole;
import org.specimen.project.Evidence;
import org.specimen.project.ProjectFacts;
import org.specimen.python.PackageName;
import org.specimen.resolve.Lockfile;

class GuideTest {

    private static String guide(Example example) {
        return example.text(FileRole.GUIDE);
    }

    @Test
    void tellsHowToRecreateAVenvOnEverySystem() {
        Example everywhere = Example.of(Stack.VENV);
        everywhere.platforms = EnumSet.allOf(TargetPlatform.class);
        assertThat(guide(everywhere)).doesNotContain("Pinned for").contains("""
                        ```sh
                        python3.12 --version
                        python3.12 -m venv .venv
                        . .venv/bin/activate
                        python -m pip install -r requirements.txt
                        python analysis.py
                        ```
                        """).contains("""
                        ```powershell
                        py -3.12 --version
                        py -3.12 -m venv .venv
                        .venv\\Scripts\\Activate.ps1
                        python -m pip install -r requirements.txt
                        python analysis.py
                        ```
                        """);
        assertThat(guide(Example.of(Stack.VENV).withHashes()))
                .contains("pip install --require-hashes -r requirements.txt");
    }

    @ParameterizedTest
    @EnumSource(names = {"VENV", "CONDA"})
    void givesCommandsOnlyForSystemsThatThePinsHoldOn(Stack stack) {
        Example example = Example.of(stack);
        assertThat(guide(example))
                .contains("### Linux\n")
                .doesNotContain("```powershell")
                .contains("Pinned for Linux only; to add macOS or Windows, answer anew in Specimen");

        example.platforms = EnumSet.of(TargetPlatform.WINDOWS_X86_64, TargetPlatform.MACOS_ARM64);
        assertThat(guide(example))
                .contains("### macOS\n", "### Windows", "Pinned for macOS and Windows only; to add Linux,");
    }

    @Test
    void tellsServicesFromModelsThatAreDownloaded() {
        Example example = Example.of(Stack.VENV);
        example.models = Stream.of("gpt-4.1-mini-2025-04-14", "o3", "claude-sonnet-4-5", "gpt2", "openai/gpt-oss-20b")
                .map(name -> new ProjectFacts.Model(name, Optional.empty(), Evidence.of("ask.py", 1)))
                .toList();

        assertThat(guide(example))
                .contains(
                        "| `gpt-4.1-mini-2025-04-14` | a service: note name and date; it can change or be withdrawn |")
                .contains("| `o3` | a service", "| `claude-sonnet-4-5` | a service")
                .contains("| `gpt2` | **open**", "| `openai/gpt-oss-20b` | **open**");
    }

    @Test
    void listsVersionsInTheirOrder() {
        Example example = Example.of(Stack.VENV).pip("scipy", "1.10.0", "").pip("scipy", "1.9.3", "");

        assertThat(guide(example)).contains("`1.9.3, 1.10.0`");
    }

    @Test
    void tellsHowToRecreateACondaEnvironment() {
        Example example = Example.of(Stack.CONDA).reference("growth @ git+https://example.org/growth@v1", "the model");
        example.installable =
                Optional.of(new ProjectFacts.Installable(PackageName.of("seedlings"), Evidence.of("pyproject.toml")));

        assertThat(guide(example))
                .contains("""
                        conda env create --prefix ./.conda --file environment.yml
                        conda activate ./.conda
                        python -m pip install --no-deps -r requirements-references.txt
                        python -m pip install --no-deps --editable .
                        python analysis.py
                        """)
                .contains("conda env update --prune --prefix ./.conda --file environment.yml");
    }

    @Test
    void copiesAFileWhoseNameCondaWouldRefuse() {
        Example example = Example.of(Stack.CONDA);
        example.names = example.names.beside(FileRole.ENVIRONMENT_YML);

        assertThat(guide(example)).contains("""
                        cp environment.yml.specimen environment.yml.specimen.yml
                        conda env create --prefix ./.conda --file environment.yml.specimen.yml
                        """);
    }

    @Test
    void tellsHowToRunAnImageOnEverySystemAndOnACluster() {
        Example example = Example.of(Stack.DOCKER);
        example.platforms = EnumSet.of(TargetPlatform.LINUX_X86_64, TargetPlatform.LINUX_ARM64);

        assertThat(guide(example))
                .contains("docker build -t seedlings .\n")
                .contains("docker run --rm --user \"$(id -u):$(id -g)\" -v \"$PWD\":/project seedlings\n")
                .contains("docker run --rm -v \"${PWD}:/project\" seedlings\n")
                .contains("apptainer build seedlings.sif docker-archive:seedlings.tar\n")
                .contains("apptainer run --cleanenv --bind \"$PWD\":/project --pwd /project seedlings.sif\n")
                .doesNotContain("--platform")
                .doesNotContain("--gpus");
    }

    @Test
    void tellsMacsWhichProcessorToImitateWhereThePinsHoldOnOneOnly() {
        assertThat(guide(Example.of(Stack.DOCKER)))
                .contains("docker build -t seedlings --platform linux/amd64 .\n")
                .contains("docker run --rm --platform linux/amd64 -v \"$PWD\":/project seedlings\n");
    }

    @Test
    void givesTheContainerTheGpuAndTheKeysByName() {
        Example example = Example.of(Stack.DOCKER);
        example.answers = Map.of(Question.GPU, List.of("wheels"));
        example.secrets = List.of(
                new ProjectFacts.Secret("OPENAI_API_KEY", Evidence.of("ask.py", 7)),
                new ProjectFacts.Secret("$(evil)", Evidence.of("ask.py", 8)));

        assertThat(guide(example))
                .contains("docker run --rm --gpus all --user \"$(id -u):$(id -g)\" -e OPENAI_API_KEY -v")
                .contains("export APPTAINERENV_OPENAI_API_KEY=\"$OPENAI_API_KEY\"\n")
                .contains("apptainer run --cleanenv --nv ")
                .contains("- `OPENAI_API_KEY` (`ask.py, line 7`)\n")
                .contains("- `$(evil)` (`ask.py, line 8`)\n")
                .doesNotContain("-e $");
    }

    @Test
    void opensJupyterOnTheSameImageForThisComputerOnly() {
        Example example = Example.of(Stack.DOCKER).pip("jupyterlab", "4.5.0", "opens the notebooks");
        assertThat(guide(example)).doesNotContain("jupyter lab");

        example.jupyter = true;
        assertThat(guide(example))
                .contains("-p 127.0.0.1:8888:8888 -v \"$PWD\":/project seedlings"
                        + " jupyter lab --ip=0.0.0.0 --port=8888 --no-browser\n")
                .doesNotContain("--allow-root")
                .doesNotContainIgnoringCase("token=");
    }

    @Test
    void saysWhatIsFixedByWhatAndWhatStaysOpen() {
        assertThat(guide(Example.of(Stack.VENV)))
                .contains("| Python packages | `requirements.txt` | Exactly: every package has one version there,"
                        + " those that others need included. Packages change with every release. |\n")
                .contains("| Python itself | nothing | **Needed here, and open with venv.** ")
                .contains("| Hardware | nothing | ");
        assertThat(guide(Example.of(Stack.DOCKER_CONDA)))
                .contains("| Compiled libraries below Python | conda, with `environment.yml` | Loosely: ")
                .contains("| GPU software (CUDA) | nothing | ")
                .contains("| Operating system | `Dockerfile` | ");
        Example cuda = Example.of(Stack.DOCKER_CONDA);
        cuda.cuda = Optional.of("12.6.3");
        assertThat(guide(cuda)).contains("| GPU software (CUDA) | `environment.yml` and `Dockerfile` | ");
    }

    @Test
    void staysTheSameOnEveryComputer() {
        Example example = Example.of(Stack.VENV);
        example.reasons = List.of(
                new Reason("here", "This computer runs Linux.", new Origin.Detected("Linux"), "", Optional.empty(), ""),
                new Reason("always", "Packages change.", new Origin.Said(), "", Optional.empty(), ""));

        assertThat(guide(example)).contains(" Packages change. |").doesNotContain("This computer runs");
    }

    @Test
    void recordsModelsSeedsAndHabits() {
        Example example = Example.of(Stack.VENV);
        example.platforms = EnumSet.allOf(TargetPlatform.class);
        String revision = "0123456789abcdef0123456789abcdef01234567";
        example.models = List.of(
                new ProjectFacts.Model("bert-base-uncased", Optional.empty(), Evidence.of("ask.py", 12)),
                new ProjectFacts.Model("t5|small", Optional.of(revision), Evidence.of("ask.py", 13)));
        example.randomness = List.of(new Evidence("map.ipynb", 2, 3));
        example.habits = List.of(new Note("rerun", "Build once and rerun before you submit.", ""));

        assertThat(guide(example))
                .contains("| `bert-base-uncased` | **open**: name one, or the newest is loaded | `ask.py, line 12` |\n")
                .contains("| `t5\\|small` | `" + revision + "` | `ask.py, line 13` |\n")
                .contains("- `map.ipynb, cell 2, line 3`\n")
                .contains("export PYTHONHASHSEED=0\n")
                .contains("$env:PYTHONHASHSEED = '0'\n")
                .contains("- Build once and rerun before you submit.\n");
    }

    @Test
    void saysWhatHasNotBeenChecked() {
        Example example = Example.of(Stack.DOCKER);
        example.notes = List.of("The set has not been checked together.");
        example.pip.replaceAll(pin -> new Lockfile.PipPackage(
                pin.name(), pin.version(), pin.extras(), pin.marker(), pin.direct(), pin.via(), false, pin.hashes()));

        assertThat(guide(example))
                .contains("- The set has not been checked together.\n")
                .contains("Not confirmed for this Python and these systems: `numpy`, `pandas`, `tzdata`.");
        Example cuda = Example.of(Stack.DOCKER_CONDA);
        cuda.cuda = Optional.of("11.0.1");
        assertThat(guide(cuda)).contains("The tag of the base image was not looked up: `nvidia/cuda, 11.0.1`.");
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void namesNoFileThatIsNotWritten(Stack stack) {
        String guide = guide(Example.of(stack));

        for (FileRole role : FileRole.values()) {
            boolean written =
                    role == FileRole.PLAN || Example.of(stack).files().stream().anyMatch(file -> file.role() == role);
            if (!written) {
                assertThat(guide).doesNotContain("`" + role.fileName() + "`");
            }
        }
    }
}
