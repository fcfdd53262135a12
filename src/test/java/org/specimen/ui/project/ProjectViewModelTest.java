package org.specimen.ui.project;

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
import org.specimen.app.store.DraftStore;
import org.specimen.app.store.RecentProjects;
import org.specimen.app.store.UserFolders;
import org.specimen.project.WarningKind;
import org.specimen.ui.project.ProjectViewModel.Earlier;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.DraftKeeper;
import org.specimen.ui.session.Journey;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.task.ByHand;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.text.Texts;

class ProjectViewModelTest {

    @TempDir
    Path parent;

    @Test
    void opensAFolderAndRemembersIt() throws IOException {
        Run run = new Run(Optional.empty());

        run.model.open(project("rain"));

        assertThat(run.model.reading().get())
                .isInstanceOfSatisfying(
                        Reading.Done.class, done -> assertThat(done.summary()).startsWith("1 Python file, 1 package"));
        assertThat(run.model.recents().get()).containsExactly(new Earlier(parent.resolve("rain"), true));
        assertThat(run.model.mayLeave()).isTrue();
    }

    @Test
    void aFileStandsForTheFolderItLiesIn() throws IOException {
        Run run = new Run(Optional.empty());

        run.model.open(project("rain").resolve("analysis.py"));

        assertThat(run.model.reading().get())
                .isInstanceOfSatisfying(
                        Reading.Done.class,
                        done -> assertThat(done.folder().getFileName()).hasToString("rain"));
    }

    @Test
    void eachSampleGoesIntoAFreshFolder() {
        Run run = new Run(Optional.empty());

        run.model.openSample(run.model.samples().get(0));
        run.model.openSample(run.model.samples().get(0));

        assertThat(run.model.recents().get()).hasSize(2);
        assertThat(parent.resolve("samples")).isDirectoryContaining("glob:**-2");
    }

    @Test
    void saysSoWhereSamplesCannotBeCopied() throws IOException {
        Files.writeString(parent.resolve("samples"), "a file where the folder should be");
        Run run = new Run(Optional.empty());

        run.model.openSample(run.model.samples().get(0));

        assertThat(run.model.sampleFailure().get().orElseThrow().message())
                .contains("The sample could not be written to");
        assertThat(run.model.reading().get()).isInstanceOf(Reading.None.class);
    }

    @Test
    void saysSoWhereTheFolderIsGone() {
        Run run = new Run(Optional.empty());

        run.model.open(parent.resolve("gone"));

        assertThat(run.model.reading().get())
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed -> assertThat(failed.failure().message()).contains("There is no folder"));
        assertThat(run.model.mayLeave()).isFalse();
        assertThat(run.model.missing().get()).isPresent();
    }

    @Test
    void nextWhileAProjectIsReadSaysSoAndNoLongerOnceItIsThere() throws IOException {
        ByHand hands = new ByHand();
        Run run = new Run(Optional.empty(), hands.runner());
        run.model.open(project("rain"));

        assertThat(run.model.mayLeave()).isFalse();
        assertThat(run.model.missing().get().orElseThrow()).contains("being read");
        hands.finish();

        assertThat(run.model.missing().get()).isEmpty();
        assertThat(run.model.mayLeave()).isTrue();
    }

    @Test
    void asksTheDiskInTheBackgroundWhetherAFileWasMeant() throws IOException {
        ByHand hands = new ByHand();
        Run run = new Run(Optional.empty(), hands.runner());
        hands.finish();
        Path script = project("rain").resolve("plot.py");
        Files.writeString(script, "import numpy\n");

        run.model.open(script);
        Files.delete(script);
        Files.createDirectory(script);
        hands.finish();

        assertThat(run.model.recents().get())
                .extracting(ProjectViewModel.Earlier::folder)
                .containsExactly(script);
    }

    @Test
    void twoFoldersAreNotOneProject() throws IOException {
        Run run = new Run(Optional.empty());

        run.model.open(List.of(project("rain"), project("snow")));

        assertThat(run.model.missing().get().orElseThrow()).contains("one folder");
        assertThat(run.session.hasStarted()).isFalse();
    }

    @Test
    void severalFilesOfAFolderStandForIt() throws IOException {
        Run run = new Run(Optional.empty());
        Path rain = project("rain");
        Path other = Files.writeString(rain.resolve("other.py"), "import scipy\n");

        run.model.open(List.of(rain.resolve("analysis.py"), other));

        assertThat(run.session.opened().orElseThrow().folder()).isEqualTo(rain);
    }

    @Test
    void afterAFolderThatIsGoneTheOneThatIsOpenCanBeGoneOnWith() throws IOException {
        Run run = new Run(Optional.empty());
        run.model.open(project("rain"));

        run.model.open(parent.resolve("gone"));

        assertThat(run.model.mayLeave()).isTrue();
        assertThat(run.model.reading().get())
                .isInstanceOfSatisfying(
                        Reading.Failed.class,
                        failed ->
                                assertThat(failed.still().orElseThrow().name()).isEqualTo("rain"));
    }

    @Test
    void offersWhatWasLeftUnfinishedAndGoesOnThere() throws IOException {
        Run before = new Run(Optional.empty());
        before.model.open(project("rain"));
        before.journey.next();
        before.session.wish(wishes -> wishes.withPython(Optional.of("3.12")));

        Run run = new Run(Optional.empty());
        assertThat(run.model.draftLine().orElseThrow()).contains("rain").contains("“Situation”");
        run.model.resume();

        assertThat(run.journey.current().get()).isEqualTo(Step.SITUATION);
        assertThat(run.session.decisions().get().wishes().python()).contains("3.12");
        assertThat(run.model.draft().get()).isEmpty();
    }

    @Test
    void whatIsDiscardedIsNotOfferedAgain() throws IOException {
        Run before = new Run(Optional.empty());
        before.model.open(project("rain"));
        before.journey.next();

        new Run(Optional.empty()).model.discardDraft();

        assertThat(new Run(Optional.empty()).model.draft().get()).isEmpty();
    }

    @Test
    void discardingCanBeUndone() throws IOException {
        Run before = new Run(Optional.empty());
        before.model.open(project("rain"));
        before.journey.next();
        Run run = new Run(Optional.empty());

        run.model.discardDraft();
        assertThat(run.model.draft().get()).isEmpty();
        assertThat(run.model.discarded().get()).isPresent();
        run.model.undoDiscard();

        assertThat(run.model.discarded().get()).isEmpty();
        assertThat(run.model.draftLine().orElseThrow()).contains("rain");
        assertThat(new Run(Optional.empty()).model.draft().get()).isPresent();
    }

    @Test
    void discardingAndUndoingAtOnceKeepsTheDraft() throws IOException {
        Run before = new Run(Optional.empty());
        before.model.open(project("rain"));
        before.journey.next();
        ByHand hands = new ByHand();
        Run run = new Run(Optional.empty(), hands.runner());
        hands.finish();

        run.model.discardDraft();
        run.model.undoDiscard();
        hands.finish();

        assertThat(new Run(Optional.empty()).model.draft().get()).isPresent();
    }

    @Test
    void aPathThatIsTypedIsOpened() throws IOException {
        Run run = new Run(Optional.empty());

        assertThat(run.model.openTyped(parent.resolve("gone").toString())).isFalse();
        assertThat(run.model.missing().get().orElseThrow()).contains("gone");
        assertThat(run.model.openTyped("\"" + project("rain") + "\"")).isTrue();

        assertThat(run.session.opened().orElseThrow().folder()).isEqualTo(parent.resolve("rain"));
        assertThat(run.model.missing().get()).isEmpty();
    }

    @Test
    void showsWhatIsWorthRecordingAndCountsEveryPlace() throws IOException {
        Path rain = project("rain");
        Files.writeString(
                rain.resolve("model.py"),
                "import os\nkey = os.environ['WEATHER_API_KEY']\n" + "open('/home/ana/x')\n".repeat(399));
        Files.writeString(rain.resolve("requirements.txt"), "numpy\n");
        Files.writeString(rain.resolve("rain.csv"), "x".repeat(1500));
        Files.createDirectories(rain.resolve(".git"));
        Files.writeString(rain.resolve(".git/HEAD"), "ref: refs/heads/main\n");
        Files.writeString(rain.resolve(".git/config"), "[remote \"origin\"]\n\turl = https://example.org/rain.git\n");
        Run run = new Run(Optional.empty());

        run.model.open(rain);

        Reading.Done done = (Reading.Done) run.model.reading().get();
        assertThat(done.findings()).anyMatch(finding -> finding.places().size() == 399);
        assertThat(done.worthRecording())
                .extracting(finding -> finding.title() + ": " + finding.places().get(0))
                .contains(
                        "Files that ask for packages: Place[where=requirements.txt, message=1 package]",
                        "Names of keys that the code reads (never their values): Place[where=model.py, line 2,"
                                + " message=WEATHER_API_KEY]",
                        "Files that look like data, 1.5 kB in all: Place[where=rain.csv, message=1.5 kB]",
                        "The Git repository: Place[where=https://example.org/rain.git, message=The date of the last"
                                + " commit cannot be read without Git.]");
    }

    @ParameterizedTest
    @EnumSource(WarningKind.class)
    void hasATitleForEveryKindOfWarning(WarningKind kind) {
        assertThat(Texts.of(Reading.class).get("finding." + kind.key())).isNotBlank();
    }

    @Test
    void openingAProjectOffersWhatWasDecidedForItBefore() throws IOException {
        Run before = new Run(Optional.empty());
        before.model.open(project("rain"));
        before.session.wish(wishes -> wishes.withPython(Optional.of("3.12")));
        before.model.open(project("snow"));
        before.session.wish(wishes -> wishes.withPython(Optional.of("3.13")));

        Run run = new Run(Optional.empty());
        run.model.open(parent.resolve("rain"));

        assertThat(run.model.draft().get().orElseThrow().wishes().python()).contains("3.12");
        run.model.resume();
        assertThat(run.session.decisions().get().wishes().python()).contains("3.12");
        assertThat(run.model.draft().get()).isEmpty();
    }

    @Test
    void aRecentProjectWhoseFolderIsGoneStaysUntilItIsTakenOff() throws IOException {
        Run before = new Run(Optional.empty());
        Path rain = project("rain");
        before.model.open(rain);
        Files.delete(rain.resolve("analysis.py"));
        Files.delete(rain);

        Run run = new Run(Optional.empty());
        assertThat(run.model.recents().get()).containsExactly(new Earlier(rain, false));
        run.model.forget(new Earlier(rain, false));

        assertThat(run.model.recents().get()).isEmpty();
    }

    @Test
    void saysEverythingThatWasBroken() throws IOException {
        Files.createDirectories(parent.resolve("home/drafts"));
        Files.writeString(parent.resolve("home/recent.yml"), "projects: 7\n");
        Files.writeString(parent.resolve("home/drafts/no-project.yml"), "{{{");

        Run run = new Run(Optional.of("The settings were broken."));

        assertThat(run.model.words().get()).hasSize(3);
        assertThat(run.model.words().get().get(1)).contains("the list of recent projects");
        assertThat(run.model.words().get().get(2)).contains("the draft");
    }

    @Test
    void aProjectOpensWhereNothingCanBeRemembered() throws IOException {
        Files.writeString(parent.resolve("home"), "a file where the folder should be");
        Run run = new Run(Optional.of("The settings were broken."));

        run.model.open(project("rain"));

        assertThat(run.model.reading().get()).isInstanceOf(Reading.Done.class);
        assertThat(run.model.words().get()).anyMatch(word -> word.contains("could not save"));
        assertThat(run.model.words().get()).contains("The settings were broken.");
    }

    private Path project(String name) throws IOException {
        Path folder = Files.createDirectories(parent.resolve(name));
        Files.writeString(folder.resolve("analysis.py"), "import numpy\n");
        return folder;
    }

    /** One run of Specimen. */
    private final class Run {
        final Session session;
        final Journey journey;
        final ProjectViewModel model;

        Run(Optional<String> word) {
            this(word, TaskRunner.immediate());
        }

        Run(Optional<String> word, TaskRunner tasks) {
            Services services = BareServices.with(tasks);
            UserFolders folders = UserFolders.in(parent.resolve("home"));
            session = services.session();
            journey = services.journey();
            DraftStore drafts = new DraftStore(folders, BareServices.CLOCK);
            model = new ProjectViewModel(
                    services,
                    new ProjectViewModel.Memory(
                            new RecentProjects(folders, BareServices.CLOCK),
                            drafts,
                            new DraftKeeper(session, journey, drafts, services.tasks()),
                            parent.resolve("samples")),
                    word);
        }
    }
}
