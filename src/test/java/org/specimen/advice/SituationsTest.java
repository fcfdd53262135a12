package org.specimen.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.catalogue.Catalogue;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.EngineState;
import org.specimen.machine.OperatingSystem;
import org.specimen.project.Evidence;
import org.specimen.project.ProjectFacts.GpuNeed;
import org.specimen.project.Role;

class SituationsTest {

    private static Situation of(Facts project, String... answers) {
        return Advice.SITUATIONS.suggest(Optional.of(project.build()), Facts.machine(), Advice.answers(answers));
    }

    private static Situation without(MachineFacts machine, String... answers) {
        return Advice.SITUATIONS.suggest(Optional.empty(), machine, Advice.answers(answers));
    }

    @Test
    void anAnswerWinsOverWhatProjectAndComputerShow() {
        Situation situation = of(
                Facts.importing("geopandas")
                        .gpu(GpuNeed.CUDA)
                        .python("==3.11.*")
                        .random(),
                "compiled: no",
                "gpu: none",
                "python: 3.13",
                "ai: api",
                "docker: no",
                "operating-systems: windows");

        assertThat(situation.one(Question.COMPILED)).isEqualTo("no");
        assertThat(situation.one(Question.GPU)).isEqualTo("none");
        assertThat(situation.one(Question.PYTHON)).isEqualTo("3.13");
        assertThat(situation.values(Question.AI)).containsExactly("api");
        assertThat(situation.one(Question.DOCKER)).isEqualTo("no");
        assertThat(situation.values(Question.OPERATING_SYSTEMS)).containsExactly("windows");
        assertThat(situation.isSaid(Question.COMPILED)).isTrue();
        assertThat(situation.of(Question.COMPILED).shown()).isPresent();
    }

    @Test
    void withoutAFolderCompiledLibrariesAreAssumed() {
        Situation situation = without(Facts.machine());

        assertThat(situation.one(Question.COMPILED)).isEqualTo("yes");
        assertThat(situation.isAssumed(Question.COMPILED)).isTrue();
    }

    @Test
    void packagesThatAreAllCompleteNeedNone() {
        Situation situation = of(Facts.importing("numpy", "pandas", "torch"));

        assertThat(situation.one(Question.COMPILED)).isEqualTo("no");
        assertThat(situation.origin(Question.COMPILED))
                .isEqualTo(new Origin.Found("numpy, pandas, torch: complete as wheels", List.of()));
    }

    @Test
    void aFolderWithoutPackagesNeedsNone() {
        assertThat(of(Facts.importing()).one(Question.COMPILED)).isEqualTo("no");
    }

    @Test
    void onePackageThatIsNotKnownLeavesThemAssumed() {
        Situation situation = of(Facts.importing("numpy", "our-own-thing"));

        assertThat(situation.one(Question.COMPILED)).isEqualTo("yes");
        assertThat(situation.origin(Question.COMPILED))
                .isEqualTo(new Origin.Assumed("nobody said, and nothing is known of the wheels of our-own-thing"));
    }

    @ParameterizedTest
    @CsvSource({"geopandas", "rasterio", "mpi4py", "petsc4py", "rpy2"})
    void aPackageThatStandsOnLibrariesShowsThemWithItsPlace(String name) {
        Situation situation = of(Facts.importing("numpy", name, "not-known"));

        assertThat(situation.one(Question.COMPILED)).isEqualTo("yes");
        assertThat(situation.origin(Question.COMPILED))
                .isEqualTo(new Origin.Found(name, List.of(Evidence.of("analysis.py", 2))));
    }

    @Test
    void whatIsAskedOfCondaAloneShowsThem() {
        Situation situation = of(Facts.importing("numpy").askingConda("gdal>=3.8"));

        assertThat(situation.one(Question.COMPILED)).isEqualTo("yes");
        assertThat(situation.origin(Question.COMPILED)).isInstanceOfSatisfying(Origin.Found.class, found -> {
            assertThat(found.what()).contains("gdal");
            assertThat(found.evidence()).containsExactly(Evidence.of("environment.yml", 7));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "numpy, no",
        "pandas, no",
        "torch, no",
        "geopandas, yes",
        "rasterio, yes",
        "mpi4py, yes",
        "petsc4py, yes",
        "rpy2, yes",
        "no-such-thing-as-this, yes"
    })
    void theCatalogueInsideKnowsTheExamplesOfTheDesign(String name, String value) {
        Situation situation = new Situations(Rulebook.shipped(), Catalogue.open())
                .suggest(Optional.of(Facts.importing(name).build()), Facts.machine(), Answers.NONE);

        assertThat(situation.one(Question.COMPILED)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"NONE, none", "WHEELS, wheels", "MPS, mps", "CUDA, cuda"})
    void theGpuIsTheOneFound(GpuNeed need, String value) {
        Situation situation = of(Facts.importing("torch").gpu(need));

        assertThat(situation.one(Question.GPU)).isEqualTo(value);
        assertThat(situation.isAssumed(Question.GPU)).isEqualTo(need == GpuNeed.NONE);
    }

    @Test
    void aiIsWhatTheScanFound() {
        Situation situation = of(Facts.importing("pandas")
                .secret("ANTHROPIC_API_KEY")
                .model("bert-base-uncased")
                .random());

        assertThat(situation.values(Question.AI)).containsExactly("api", "models", "randomness");
        assertThat(situation.origin(Question.AI)).isInstanceOfSatisfying(Origin.Found.class, found -> {
            assertThat(found.what()).isEqualTo("ANTHROPIC_API_KEY, bert-base-uncased, random numbers");
            assertThat(found.evidence()).contains(Evidence.of("sample.py", 9));
        });
    }

    @Test
    void aClientOfALanguageModelShowsThatAServiceIsCalled() {
        assertThat(of(Facts.importing("openai")).values(Question.AI)).containsExactly("api");
        assertThat(of(Facts.importing("numpy").with("openai", Role.DEVELOPMENT)).values(Question.AI))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"READY, ready", "INSTALLED_NOT_RUNNING, installable", "NO_PERMISSION, installable", "ABSENT, no"})
    void dockerIsDetectedHere(EngineState state, String value) {
        Situation situation = without(Facts.machine(OperatingSystem.LINUX, state, true, "3.12"));

        assertThat(situation.one(Question.DOCKER)).isEqualTo(value);
        assertThat(situation.origin(Question.DOCKER)).isInstanceOf(Origin.Detected.class);
    }

    @ParameterizedTest
    @CsvSource({"LINUX, linux", "MACOS, macos", "WINDOWS, windows"})
    void theOperatingSystemIsThisOne(OperatingSystem system, String value) {
        Situation situation = without(Facts.machine(system, EngineState.ABSENT, false));

        assertThat(situation.values(Question.OPERATING_SYSTEMS)).containsExactly(value);
        assertThat(situation.origin(Question.OPERATING_SYSTEMS)).isEqualTo(new Origin.Detected(system.title()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " | any",
                ">=3.9 | any",
                ">=3.9,<4 | any",
                ">=3.10,<3.13 | any",
                "!=3.12.1 | any",
                "==3.* | any",
                "==3.11.* | 3.11",
                ">=3.11,<3.12 | 3.11",
                "~=3.12.0 | 3.12",
                "==3.12.4 | 3.12.4",
                "<3.9 | 3.8",
                ">=3.6,<3.10 | 3.9",
                "<3 | any",
                "==2.7.* | any",
                ">=3.14 | any"
            })
    void aCertainPythonIsTheOneThatTheProjectAsksFor(String requires, String value) {
        Situation situation = of(Facts.importing("numpy").python(requires == null ? "" : requires));

        assertThat(situation.one(Question.PYTHON)).isEqualTo(value);
        assertThat(situation.isAssumed(Question.PYTHON)).isEqualTo(value.equals("any"));
    }
}
