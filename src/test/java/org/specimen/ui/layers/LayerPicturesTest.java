package org.specimen.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.specimen.advice.Layer;
import org.specimen.advice.Question;
import org.specimen.advice.Stack;
import org.specimen.files.ExistingChoice;
import org.specimen.plan.Options;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.Role;
import org.specimen.python.Requirement;
import org.specimen.ui.layers.Bracket.Side;

class LayerPicturesTest {

    private static final Map<Question, List<String>> FIXED_CUDA =
            Map.of(Question.GPU, List.of("cuda"), Question.RUNS_ON, List.of("cluster"));

    @TempDir
    Path folder;

    /** One letter a layer, from the top down: Controlled, Named, Open, not needed (-), the person's (y), unknown (?). */
    private static String states(LayerPicture picture) {
        return picture.slabs().stream()
                .map(slab -> switch (slab.state()) {
                    case CONTROLLED -> "C";
                    case NAMED -> "N";
                    case OPEN -> "O";
                    case NOT_NEEDED -> "-";
                    case YOURS -> "y";
                    case UNKNOWN -> "?";
                })
                .collect(Collectors.joining());
    }

    private static List<String> labels(LayerPicture picture) {
        return picture.brackets().stream().map(Bracket::label).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "data-analysis,     VENV,         yC----y, venv",
        "data-analysis,     CONDA,        yNNC--y, Conda environment",
        "data-analysis,     DOCKER,       yC-C-Ny, Docker image",
        "data-analysis,     DOCKER_CONDA, yNNC-Ny, Conda environment|Docker image",
        "map-analysis,      VENV,         yCO---y, venv",
        "map-analysis,      CONDA,        yNNC--y, Conda environment",
        "map-analysis,      DOCKER,       yCOC-Ny, Docker image",
        "map-analysis,      DOCKER_CONDA, yNNC-Ny, Conda environment|Docker image",
        "gpu-deep-learning, VENV,         yN-O--y, venv",
        "gpu-deep-learning, CONDA,        yNNC--y, Conda environment",
        "gpu-deep-learning, DOCKER,       yN-C-Ny, Docker image",
        "gpu-deep-learning, DOCKER_CONDA, yNNC-Ny, Conda environment|Docker image",
        "text-analysis,     VENV,         yN-O--y, venv",
        "text-analysis,     CONDA,        yNNC--y, Conda environment",
        "text-analysis,     DOCKER,       yN-C-Ny, Docker image",
        "text-analysis,     DOCKER_CONDA, yNNC-Ny, Conda environment|Docker image",
    })
    void tellsWhatTheFilesOfASampleKeep(String sample, Stack stack, String states, String brackets) {
        LayerPicture picture = new SamplePictures(folder).exact(sample, stack);

        assertThat(states(picture)).isEqualTo(states);
        assertThat(labels(picture)).containsExactly(brackets.split("\\|"));
        assertThat(picture.slabs()).allSatisfy(slab -> {
            assertThat(slab.pinned()).isNotEmpty();
            assertThat(slab.control()).endsWith(".").doesNotContain("{");
            assertThat(slab.risk().isPresent()).isEqualTo(slab.state() == SlabState.OPEN);
        });
    }

    @Test
    void leavesThePackagesOpenWhereNoVersionsCanBeChosen() {
        LayerPicture picture =
                LayerPictures.withoutVersions(new SamplePictures(folder).exact("map-analysis", Stack.DOCKER));

        assertThat(states(picture)).isEqualTo("yOOC-Ny");
        assertThat(picture.slab(Layer.PACKAGES).pinned()).isEqualTo("no versions yet");
        assertThat(picture.slab(Layer.PACKAGES).risk()).isPresent();
        assertThat(labels(picture)).containsExactly("Docker image");
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void showsAsControlledWhatTheStackControls(Stack stack) {
        LayerPicture picture = new SamplePictures(folder).exact("map-analysis", stack);

        assertThat(picture.slabs())
                .filteredOn(slab -> slab.layer() != Layer.GPU_RUNTIME)
                .allSatisfy(slab -> assertThat(slab.state() == SlabState.CONTROLLED || slab.state() == SlabState.NAMED)
                        .as(slab.spoken())
                        .isEqualTo(stack.controls(slab.layer())));
    }

    @Test
    void leavesToThePersonWhatTheirOwnDockerfileHolds() throws IOException {
        var samples = new SamplePictures(folder);
        samples.ownFile("data-analysis", "Dockerfile", "FROM debian\n");

        LayerPicture kept = samples.preview("data-analysis", Stack.DOCKER, ExistingChoice.KEEP);
        LayerPicture beside = samples.preview("data-analysis", Stack.DOCKER, ExistingChoice.BESIDE);

        assertThat(kept.slab(Layer.OPERATING_SYSTEM).state()).isEqualTo(SlabState.YOURS);
        assertThat(kept.slab(Layer.OPERATING_SYSTEM).control()).startsWith("Dockerfile is your own");
        assertThat(kept.slab(Layer.INTERPRETER).state()).isEqualTo(SlabState.YOURS);
        assertThat(kept.slab(Layer.PACKAGES).state()).isEqualTo(SlabState.CONTROLLED);
        assertThat(beside.slab(Layer.INTERPRETER).control()).contains("Dockerfile.specimen names it");
    }

    @Test
    void namesWhatIsPinned() {
        LayerPicture picture = new SamplePictures(folder).exact("map-analysis", Stack.DOCKER);

        assertThat(picture.slab(Layer.PACKAGES).pinned()).matches("5 chosen, [0-9]+ in all");
        assertThat(picture.slab(Layer.COMPILED_LIBRARIES).pinned()).isEqualTo("GEOS, PROJ");
        assertThat(picture.slab(Layer.INTERPRETER).pinned()).matches("3\\.[0-9]+\\.[0-9]+");
        assertThat(picture.slab(Layer.OPERATING_SYSTEM).pinned()).isEqualTo("Debian trixie");
        assertThat(picture.slab(Layer.OPERATING_SYSTEM).control()).contains("python:3.", "-slim-trixie");
        assertThat(picture.slab(Layer.COMPILED_LIBRARIES).spoken())
                .isEqualTo("Compiled libraries: needed but open. GEOS, PROJ.");
    }

    @Test
    void showsWhatAnotherStackThanTheAdvisedOneLeavesOpen() {
        var samples = new SamplePictures(folder);

        LayerPicture advised = samples.planned("map-analysis", Stack.CONDA, Map.of());
        LayerPicture chosen = samples.planned("map-analysis", Stack.VENV, Map.of());

        assertThat(advised.slab(Layer.COMPILED_LIBRARIES).state()).isEqualTo(SlabState.NAMED);
        Slab open = chosen.slab(Layer.COMPILED_LIBRARIES);
        assertThat(open.state()).isEqualTo(SlabState.OPEN);
        assertThat(open.reasons()).isNotEmpty();
        assertThat(open.explanation()).contains(open.risk().orElseThrow());
    }

    @Test
    void followsThePlanWhereItChangesBeforeTheReleasesAreThere() {
        var samples = new SamplePictures(folder);
        LayerPicture exact = samples.exact("map-analysis", Stack.CONDA);
        LayerPicture conda = samples.planned("map-analysis", Stack.CONDA, Map.of());
        LayerPicture docker = samples.planned("map-analysis", Stack.DOCKER, Map.of());

        LayerPicture ahead = LayerPictures.ahead(exact, conda, docker);

        assertThat(states(ahead)).isEqualTo("yCOC-Ny");
        assertThat(ahead.brackets()).isEqualTo(docker.brackets());
        assertThat(ahead.slab(Layer.INTERPRETER)).isEqualTo(exact.slab(Layer.INTERPRETER));
        assertThat(ahead.slab(Layer.COMPILED_LIBRARIES)).isEqualTo(docker.slab(Layer.COMPILED_LIBRARIES));
    }

    @Test
    void keepsTheReleasesWhereThePlanStaysTheSame() {
        var samples = new SamplePictures(folder);
        LayerPicture exact = samples.exact("map-analysis", Stack.CONDA);
        LayerPicture conda = samples.planned("map-analysis", Stack.CONDA, Map.of());

        assertThat(LayerPictures.ahead(exact, conda, conda)).isEqualTo(exact);
    }

    @Test
    void putsTheVenvInsideTheCondaEnvironmentInsideTheImage() {
        Options options = new Options(List.of(), false, Optional.of("12.6.3"), true, List.of(), true);

        LayerPicture picture =
                new SamplePictures(folder).exact("gpu-deep-learning", Stack.DOCKER_CONDA, FIXED_CUDA, options);

        assertThat(picture.brackets())
                .containsExactly(
                        new Bracket("venv", "venv", Layer.PACKAGES, Layer.PACKAGES, Side.LEFT, 0),
                        new Bracket("Conda environment", "Conda", Layer.PACKAGES, Layer.INTERPRETER, Side.LEFT, 1),
                        new Bracket("Docker image", "Docker", Layer.PACKAGES, Layer.OPERATING_SYSTEM, Side.RIGHT, 0));
        assertThat(picture.slab(Layer.GPU_RUNTIME).state()).isEqualTo(SlabState.CONTROLLED);
        assertThat(picture.slab(Layer.GPU_RUNTIME).pinned()).isEqualTo("CUDA 12.6");
        assertThat(picture.slab(Layer.OPERATING_SYSTEM).pinned()).startsWith("Ubuntu 2");
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/ada/maps,                                          NAMED",
        "https://github.com/ada/maps@main,                                     NAMED",
        "https://github.com/ada/maps@0123456789abcdef0123456789abcdef01234567, CONTROLLED",
    })
    void doesNotCallPackagesControlledWhoseAddressCanMove(String address, SlabState state) {
        PlannedPackage wished = new PlannedPackage(
                Requirement.parse("ada-maps @ git+" + address), Optional.empty(), Optional.empty(), Role.RUNTIME, "");
        var samples = new SamplePictures(folder);

        LayerPicture picture = new LayerPictures(SamplePictures.CATALOGUE)
                .of(samples.proposal(
                        "data-analysis",
                        wishes -> wishes.withStack(Optional.of(Stack.VENV)).withPackages(List.of(wished))));

        assertThat(picture.slab(Layer.PACKAGES).state()).isEqualTo(state);
    }

    @Test
    void isQuietBeforeAnythingIsKnown() {
        LayerPicture picture = LayerPictures.unknown();

        assertThat(states(picture)).isEqualTo("???????");
        assertThat(picture.brackets()).isEmpty();
        assertThat(picture.slabs()).allSatisfy(slab -> assertThat(slab.about()).endsWith("."));
    }

    @Test
    void hasEveryLayerOnceInItsPlace() {
        List<Slab> slabs = LayerPictures.unknown().slabs();

        assertThatThrownBy(() -> new LayerPicture(slabs.subList(1, 7), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bracket("x", "x", Layer.HARDWARE, Layer.PROJECT, Side.LEFT, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
