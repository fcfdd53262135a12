package org.specimen.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.specimen.files.FileRole;
import org.specimen.ui.files.FileRow.Kind;
import org.specimen.ui.files.FilesPage.Remedy;
import org.specimen.ui.files.FilesPage.Unavailable;
import org.specimen.ui.files.FilesPage.Written;

/** Folders that cannot be written to, have changed, or are not there. */
class FolderTroubleTest extends FilesStep {

    @Test
    void writesNothingOverAFileThatChangedMeanwhile() throws IOException {
        Path folder = opened("data-analysis");
        Files.writeString(folder.resolve("ENVIRONMENT.md"), "mine\n");

        model.write();

        assertThat(model.trouble().get().orElseThrow().remedy()).isEqualTo(Remedy.LOOK_AGAIN);
        assertThat(folder.resolve("ENVIRONMENT.md")).hasContent("mine");
        assertThat(folder.resolve("specimen.yml")).doesNotExist();

        model.lookAgain();

        assertThat(model.trouble().get()).isEmpty();
        assertThat(row(FileRole.GUIDE).kind()).isEqualTo(Kind.YOURS);
        assertThat(button()).isPresent();
    }

    @Test
    void saysThatAFolderMayNotBeWrittenAndTriesAgain() throws IOException {
        Path folder = opened("data-analysis");
        assumeThat(folder.toFile().setWritable(false) && !Files.isWritable(folder))
                .as("the administrator may write everywhere")
                .isTrue();

        model.write();
        assertThat(model.trouble().get().orElseThrow().remedy()).isEqualTo(Remedy.TRY_AGAIN);
        assertThat(folder.toFile().setWritable(true)).isTrue();
        model.tryAgain();

        assertThat(model.page().get()).isInstanceOf(Written.class);
        assertThat(model.trouble().get()).isEmpty();
    }

    @Test
    void offersAnotherFolderWhereTheFirstHasVanished() throws IOException {
        Path folder = opened("data-analysis");
        Path moved = temporary.resolve("moved");
        Files.move(folder, moved);

        session.wish(wishes -> wishes.withName(Optional.of("another")));

        assertThat(model.page().get()).isInstanceOfSatisfying(Unavailable.class, unavailable -> {
            assertThat(unavailable.remedy()).isEqualTo(Remedy.LOOK_AGAIN);
            assertThat(Remedy.isAboutFolder(unavailable.failure())).isTrue();
        });
        desktop.willChoose(moved);
        model.chooseFolder();
        assertThat(files().folder()).isEqualTo(moved);
        assertThat(session.decisions().get().wishes().name()).contains("another");
    }

    @Test
    void asksForAFolderFirstWithoutAProject() throws IOException {
        session.startWithoutProject();
        assertThat(model.page().get()).isInstanceOf(FilesPage.Homeless.class);
        assertThat(button()).contains("Choose a folder");
        assertThat(model.mayLeave()).isFalse();
        model.chooseFolder();
        assertThat(model.page().get()).as("none was chosen").isInstanceOf(FilesPage.Homeless.class);

        Path folder = Files.createDirectory(temporary.resolve("study"));
        desktop.willChoose(folder);
        model.primaryAction().getValue().orElseThrow().run().run();

        assertThat(files().folder()).isEqualTo(folder);
        model.write();
        assertThat(folder.resolve("specimen.yml")).isRegularFile();
        assertThat(model.page().get()).isInstanceOf(Written.class);
    }
}
