package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.specimen.advice.Stack;
import org.specimen.app.FolderContents;
import org.specimen.app.Samples;
import org.specimen.app.Wishes;
import org.specimen.files.ExistingChoice;
import org.specimen.files.FileRole;
import org.specimen.ui.session.Step;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** A person with a Dockerfile of their own says in the window what becomes of it. */
@NeedsJavaFx
class FilesWalkTest extends WindowWalk {

    private static final String SAMPLE = "data-analysis";
    private static final String OWN = "FROM debian:bookworm\nRUN echo 'mine'\n";
    private static final Wishes IN_DOCKER = Wishes.NONE.withStack(Optional.of(Stack.DOCKER_CONDA));

    @SuppressWarnings("NullAway.Init")
    private Path project;

    @Start
    @Override
    void show(Stage stage) {
        super.show(stage);
    }

    @BeforeEach
    void unpack() throws IOException {
        project = withDockerfile(home.resolve("research"));
    }

    @ParameterizedTest
    @EnumSource(ExistingChoice.class)
    void itsFateIsChosenWithTheMouse(ExistingChoice choice, FxRobot robot) throws IOException {
        openFiles(robot);

        walker.click("file-dockerfile").click(id(choice)).awaitRest();

        assertThat(isChosen(choice)).isTrue();
        assertThat(write()).isEqualTo(written(choice));
        assertThatOwnIsAsItShouldBe(choice);
    }

    @ParameterizedTest
    @EnumSource(ExistingChoice.class)
    void itsFateIsChosenWithTheKeyboard(ExistingChoice choice, FxRobot robot) throws IOException {
        openFiles(robot);
        int clicks = walker.clicks();

        walker.tabTo("files-list").press(KeyCode.HOME);
        for (int file = 0; file < FileRole.values().length && !walker.sees("choose-keep"); file++) {
            walker.press(KeyCode.DOWN);
        }
        walker.chooseInGroup(id(choice)).awaitRest();

        assertThat(isChosen(choice)).isTrue();
        assertThat(walker.focus()).isEqualTo(id(choice));
        walker.press(KeyCode.SHORTCUT, KeyCode.ENTER).await("closing-card");
        assertThat(FolderContents.of(project)).isEqualTo(written(choice));
        assertThat(walker.clicks()).isEqualTo(clicks);
    }

    @Test
    void whatTheArrowsSelectIsChosen(FxRobot robot) throws IOException {
        openFiles(robot);
        walker.click("file-dockerfile").tabTo(id(ExistingChoice.BESIDE));

        walker.press(KeyCode.RIGHT).awaitRest();

        assertThat(isChosen(ExistingChoice.KEEP)).isTrue();
        assertThat(walker.focus()).isEqualTo(id(ExistingChoice.KEEP));
        assertThat(write()).isEqualTo(written(ExistingChoice.KEEP));
    }

    @Test
    void tabLeadsThroughTheTextOfAFileAndIsSeenBehindIt(FxRobot robot) {
        openFiles(robot);
        walker.click("file-dockerfile").tabTo("file-text");

        walker.press(KeyCode.TAB);

        assertThat(walker.focus()).isNotEqualTo("file-text");
        assertThat(Walker.onScreen(() -> window.scene().getFocusOwner().isFocusVisible()))
                .isTrue();
        walker.press(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(walker.focus()).isEqualTo("file-text");
    }

    @Test
    void theThreeFatesLeaveThreeFolders() throws IOException {
        assertThat(List.of(
                        written(ExistingChoice.KEEP), written(ExistingChoice.REPLACE), written(ExistingChoice.BESIDE)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(ExistingChoice.class)
    void undoingFromTheClosingCardBringsItBack(ExistingChoice choice, FxRobot robot) {
        Map<String, String> before = FolderContents.of(project);
        openFiles(robot);
        walker.click("file-dockerfile").click(id(choice)).awaitRest();
        assertThat(write()).isNotEqualTo(before);

        walker.click("undo-write").await("undone");

        assertThat(FolderContents.of(project)).isEqualTo(before);
    }

    @Test
    void undoingWithTheKeyboardLeavesWhatWasChangedSince(FxRobot robot) throws IOException {
        openFiles(robot);
        write();
        Files.writeString(project.resolve("ENVIRONMENT.md"), "my own words\n");

        walker.choose("undo-write").await("undone");

        assertThat(FolderContents.of(project))
                .containsEntry("ENVIRONMENT.md", "my own words\n")
                .containsEntry("Dockerfile", OWN)
                .doesNotContainKey("specimen.yml");
    }

    @Test
    void afterUndoingTheFilesCanBeWrittenAgain(FxRobot robot) throws IOException {
        openFiles(robot);
        Map<String, String> written = write();
        walker.click("undo-write").await("undone");

        walker.awaitRest();

        assertThat(write()).isEqualTo(written);
    }

    private void assertThatOwnIsAsItShouldBe(ExistingChoice choice) throws IOException {
        boolean isReplaced = choice == ExistingChoice.REPLACE;
        assertThat(Files.readString(project.resolve("Dockerfile")).equals(OWN)).isEqualTo(!isReplaced);
        assertThat(project.resolve("Dockerfile.specimen").toFile().exists()).isEqualTo(choice == ExistingChoice.BESIDE);
    }

    private void openFiles(FxRobot robot) {
        workplace.desktop().willChoose(project);
        open(robot);
        walker.click("open-folder").awaitProject();
        walkTo(Step.ADVICE);
        walker.click("stack-docker-conda").awaitRest();
        walkTo(Step.FILES);
    }

    private Map<String, String> write() {
        return writeTo(project);
    }

    private Map<String, String> written(ExistingChoice choice) throws IOException {
        Path copy = withDockerfile(elsewhere.resolve(id(choice)));
        return Workplace.write(copy, IN_DOCKER.withExisting(Map.of(FileRole.DOCKERFILE, choice)));
    }

    private static Path withDockerfile(Path parent) throws IOException {
        Path folder = Samples.unpackInto(parent, SAMPLE);
        Files.writeString(folder.resolve("Dockerfile"), OWN);
        return folder;
    }

    private boolean isChosen(ExistingChoice choice) {
        return Walker.onScreen(() -> ((ToggleButton) window.scene().lookup("#" + id(choice))).isSelected());
    }

    private static String id(ExistingChoice choice) {
        return "choose-" + choice.name().toLowerCase(Locale.ROOT);
    }
}
