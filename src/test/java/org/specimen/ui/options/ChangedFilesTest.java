package org.specimen.ui.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.specimen.advice.Stack;
import org.specimen.app.Samples;
import org.specimen.app.Wishes;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TorchBuild;
import org.specimen.files.FileChange;
import org.specimen.files.FileRole;
import org.specimen.plan.Options;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.Session;

/** What the page says that an option changes is what it changes. */
class ChangedFilesTest {

    @TempDir
    Path folder;

    private final Session session = BareServices.immediate().session();

    private Map<FileRole, String> texts() {
        return session.preview().get().ready().orElseThrow().comparison().changes().stream()
                .filter(change -> change.role() != FileRole.PLAN)
                .collect(Collectors.toMap(FileChange::role, FileChange::after));
    }

    private Set<FileRole> changedBy(Kind kind) {
        Map<FileRole, String> before = texts();
        Options now = session.proposal().get().ready().orElseThrow().plan().options();
        session.wish(change(kind, now));
        Map<FileRole, String> after = texts();
        return after.keySet().stream()
                .filter(role -> !Objects.equals(after.get(role), before.get(role)))
                .collect(Collectors.toSet());
    }

    private static UnaryOperator<Wishes> change(Kind kind, Options now) {
        return switch (kind) {
            case COMMAND -> with(now.withCommand(List.of("python", "other.py")));
            case JUPYTER -> with(now.withJupyter(!now.jupyter()));
            case NAME -> wishes -> wishes.withName(Optional.of("another-name"));
            case CUDA ->
                with(now.withCuda(Optional.of(
                        Catalogue.open().baseImages().recommendedCuda().version())));
            case VENV_ON_TOP -> with(now.withVenvOnTop(!now.venvOnTop()));
            case SYSTEM_PACKAGES -> with(now.withSystemPackages(List.of("graphviz")));
            case TORCH -> with(now.withTorch(TorchBuild.ofKey("cpu")));
            case PYLOCK -> with(now.withPylock(!now.pylock()));
            case INSTALL_PROJECT -> with(now.withInstallProject(!now.installProject()));
        };
    }

    private static UnaryOperator<Wishes> with(Options options) {
        return wishes -> wishes.withOptions(Optional.of(options));
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void theCommandTheNameAndJupyterLabChangeTheFilesThatAreNamed(Stack stack) {
        session.open(Samples.unpackInto(folder, "data-analysis"));
        session.wish(wishes -> wishes.withStack(Optional.of(stack)));

        for (Kind kind : List.of(Kind.COMMAND, Kind.NAME, Kind.JUPYTER)) {
            assertThat(ChangedFiles.of(kind, stack)).as(kind.name()).containsAll(changedBy(kind));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"TORCH", "PYLOCK"})
    void whatConcernsPipAloneChangesTheFilesThatAreNamed(Kind kind) {
        session.open(Samples.unpackInto(folder, "gpu-deep-learning"));
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.DOCKER)));

        Set<FileRole> changed = changedBy(kind);

        assertThat(ChangedFiles.of(kind, Stack.DOCKER)).containsAll(changed);
        assertThat(changed).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CUDA", "VENV_ON_TOP", "SYSTEM_PACKAGES", "INSTALL_PROJECT"})
    void whatStandsUnderMoreChangesTheFilesThatAreNamed(Kind kind) {
        session.open(Samples.unpackInto(folder, "gpu-deep-learning"));
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.DOCKER_CONDA)));

        Set<FileRole> changed = changedBy(kind);

        assertThat(ChangedFiles.of(kind, Stack.DOCKER_CONDA)).containsAll(changed);
        assertThat(changed).isNotEmpty();
    }
}
