package org.specimen.ui.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.advice.Stack;
import org.specimen.app.Samples;
import org.specimen.catalogue.TorchBuild;
import org.specimen.plan.Options;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;

class OptionsViewModelTest {

    @TempDir
    Path folder;

    private final Services services = BareServices.immediate();
    private final Session session = services.session();
    private final OptionsViewModel model = new OptionsViewModel(services);

    private void open(String sample) {
        session.open(Samples.unpackInto(folder, sample));
    }

    private Options planned() {
        return session.proposal().get().ready().orElseThrow().plan().options();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data-analysis", "map-analysis", "gpu-deep-learning", "text-analysis"})
    void aSampleShowsWhatSpecimenSuggestsAndNothingAsChanged(String sample) {
        open(sample);

        assertThat(model.command().text().get())
                .isEqualTo(model.commands().get().get(0));
        assertThat(model.jupyter().value().get()).isEqualTo(planned().jupyter());
        assertThat(model.jupyter().changed().get()).isFalse();
        assertThat(model.name().changed().get()).isFalse();
        assertThat(model.mayLeave()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void onlyWhatMattersForTheStackIsShown(Stack stack) {
        open("map-analysis");

        session.wish(wishes -> wishes.withStack(Optional.of(stack)));

        assertThat(model.shown().get().contains(Kind.SYSTEM_PACKAGES)).isEqualTo(stack.usesDocker());
        assertThat(model.shown().get().contains(Kind.CUDA)).isEqualTo(stack == Stack.DOCKER_CONDA);
        assertThat(model.shown().get()).contains(Kind.COMMAND, Kind.NAME, Kind.JUPYTER);
    }

    @Test
    void theBuildOfPyTorchIsAChoiceWherePipInstallsIt() throws IOException {
        Files.writeString(folder.resolve("train.py"), "import torch\n");
        session.open(folder);
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)));

        assertThat(model.shown().get()).contains(Kind.TORCH, Kind.PYLOCK);
        assertThat(model.torchChoices().get())
                .extracting(TorchChoice::label)
                .containsExactly("As on PyPI", "For the processor alone", "For CUDA 12.6", "For CUDA 12.8");
        model.torch().choose(TorchBuild.ofKey("cpu"));
        model.pylock().choose(true);
        assertThat(planned().torch()).isEqualTo(TorchBuild.ofKey("cpu"));
        assertThat(planned().pylock()).isTrue();
        assertThat(model.torch().changed().get()).isTrue();
        model.torch().putBack();
        assertThat(planned().torch()).isEmpty();

        session.wish(wishes -> wishes.withStack(Optional.of(Stack.CONDA)));
        assertThat(model.shown().get()).doesNotContain(Kind.TORCH, Kind.PYLOCK);
    }

    @Test
    void withoutAProjectThereIsNoCommandToSuggest() {
        assertThat(model.shown().get()).isEmpty();

        session.startWithoutProject();

        assertThat(model.shown().get()).contains(Kind.COMMAND);
        assertThat(model.commands().get()).isEmpty();
    }

    @Test
    void aCommandIsSplitAsAShellSplitsItAndKeepsNoLogin() {
        open("map-analysis");

        model.command().choose("python access.py 'Bus stops' https://me:secret@example.org/data.csv");

        assertThat(planned().command())
                .containsExactly("python", "access.py", "Bus stops", "https://example.org/data.csv");
        assertThat(model.command().text().get()).doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "python 'a.py",
                "python a.py > out.txt",
                "python $HOME/a.py",
                "THREADS=1 python a.py",
                "python scripts\\run.py",
                "python a.py\nrm -r data",
            })
    void aCommandThatCannotBeLeavesTheLastOneInForce(String typed) {
        open("map-analysis");
        List<String> before = planned().command();

        model.command().choose(typed);

        assertThat(model.command().text().get()).isEqualTo(typed);
        assertThat(planned().command()).isEqualTo(before);
        assertThat(model.mayLeave()).isFalse();
        model.command().putBack();
        assertThat(model.mayLeave()).isTrue();
    }

    @Test
    void whatIsBeingTypedIsNotOverwrittenAndCountsBeforeLeaving() {
        open("map-analysis");

        model.name().typing("bus-stops");
        model.jupyter().choose(!model.jupyter().value().get());

        assertThat(session.decisions().get().wishes().name()).isEmpty();
        assertThat(model.mayLeave()).isTrue();
        assertThat(session.decisions().get().wishes().name()).contains("bus-stops");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "über", "-x", "a..b", "x\ny"})
    void aNameThatCannotBeIsRefusedBesideItsField(String typed) {
        open("map-analysis");

        model.name().choose(typed);

        assertThat(model.name().fault().get()).isPresent();
        assertThat(session.decisions().get().wishes().name()).isEmpty();
    }

    @Test
    void debianPackagesStandBetweenCommasOrSpaces() {
        open("map-analysis");
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.DOCKER)));

        model.systemPackages().choose(" graphviz,libgl1  graphviz");
        model.systemPackages().choose("graphviz; LibGL1");

        assertThat(planned().systemPackages()).containsExactly("graphviz", "libgl1");
        assertThat(model.systemPackages().fault().get().orElse("")).contains("LibGL1");
    }

    @Test
    void undoAndPuttingBackLeaveNoWish() {
        open("map-analysis");
        String suggested = model.name().text().get();

        model.jupyter().choose(!model.jupyter().value().get());
        session.undo();
        model.name().choose("other");
        model.name().putBack();

        assertThat(session.decisions().get().wishes().options()).isEmpty();
        assertThat(model.name().text().get()).isEqualTo(suggested);
        assertThat(model.jupyter().changed().get()).isFalse();
    }
}
