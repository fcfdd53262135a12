package org.specimen.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.specimen.advice.Stack;
import org.specimen.files.ExistingChoice;
import org.specimen.files.FileRole;
import org.specimen.files.Undo;
import org.specimen.ui.files.FileRow.Kind;
import org.specimen.ui.files.FilesPage.Written;

/** What becomes of files of the person's own. */
class OwnFilesTest extends FilesStep {

    private static final String OWN_DOCKERFILE = "FROM debian\nCMD [\"true\"]\n";

    private Path withOwnDockerfile() throws IOException {
        Path folder = unpacked("text-analysis", "window");
        Files.writeString(folder.resolve("Dockerfile"), OWN_DOCKERFILE);
        session.open(folder);
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.DOCKER)));
        return folder;
    }

    @Test
    void savesBesideADockerfileOfTheirOwn() throws IOException {
        Path folder = withOwnDockerfile();
        FileRow row = row(FileRole.DOCKERFILE);
        model.select(row);

        assertThat(row.kind()).isEqualTo(Kind.YOURS);
        assertThat(row.choice()).contains(ExistingChoice.BESIDE);
        assertThat(model.text().get().orElseThrow().difference().orElseThrow().removed())
                .as("lines of their own that ours does not have")
                .isPositive();

        model.write();

        assertThat(folder.resolve("Dockerfile")).hasContent(OWN_DOCKERFILE);
        assertThat(folder.resolve("Dockerfile.specimen")).isRegularFile();
        assertThat(model.page().get()).isInstanceOf(Written.class);
    }

    @Test
    void keepsADockerfileOfTheirOwn() throws IOException {
        Path folder = withOwnDockerfile();
        int count = files().count();

        model.choose(FileRole.DOCKERFILE, ExistingChoice.KEEP);

        assertThat(row(FileRole.DOCKERFILE).kind()).isEqualTo(Kind.YOURS);
        assertThat(row(FileRole.DOCKERFILE).choice()).contains(ExistingChoice.KEEP);
        assertThat(files().count()).isEqualTo(count - 1);
        model.write();
        assertThat(folder.resolve("Dockerfile")).hasContent(OWN_DOCKERFILE);
        assertThat(folder.resolve("Dockerfile.specimen")).doesNotExist();
    }

    @Test
    void replacesADockerfileOfTheirOwnAndBringsItBack() throws IOException {
        Path folder = withOwnDockerfile();
        model.choose(FileRole.DOCKERFILE, ExistingChoice.REPLACE);
        assertThat(row(FileRole.DOCKERFILE).stateKey()).isEqualTo("state.replaced");

        model.write();

        assertThat(((Written) model.page().get()).report().backedUp()).contains("Dockerfile");
        assertThat(Files.readString(folder.resolve("Dockerfile"))).isNotEqualTo(OWN_DOCKERFILE);
        model.undoWrite();
        assertThat(folder.resolve("Dockerfile")).hasContent(OWN_DOCKERFILE);
        assertThat(model.undone().get().orElseThrow().steps())
                .contains(new Undo.Step("Dockerfile", Undo.Action.RESTORE));
    }

    @Test
    void takesAChoiceBackWithUndo() throws IOException {
        withOwnDockerfile();
        model.choose(FileRole.DOCKERFILE, ExistingChoice.KEEP);
        model.choose(FileRole.DOCKERFILE, ExistingChoice.BESIDE);
        assertThat(session.decisions().get().wishes().existing()).isEmpty();

        session.undo();

        assertThat(row(FileRole.DOCKERFILE).choice()).contains(ExistingChoice.KEEP);
    }
}
