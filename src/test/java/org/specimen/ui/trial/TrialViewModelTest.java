package org.specimen.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.specimen.advice.Stack;
import org.specimen.app.BareComputer;
import org.specimen.app.Project;
import org.specimen.app.ProofOffer;
import org.specimen.app.ProofWishes;
import org.specimen.app.Samples;
import org.specimen.app.Wishes;
import org.specimen.machine.OperatingSystem;
import org.specimen.plan.Options;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.LogLine;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;
import org.specimen.proof.Trouble;
import org.specimen.proof.VerdictSentence;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.FakeDesktop;
import org.specimen.ui.session.Journey;
import org.specimen.ui.session.SampleProofs;
import org.specimen.ui.session.ScriptedProofs;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.session.StepModel.PrimaryAction;
import org.specimen.ui.task.Activity;
import org.specimen.ui.task.ByHand;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.trial.TrialPage.Ready;

class TrialViewModelTest {

    private static final Trouble NO_ENGINE =
            new Trouble("Docker is installed but does not run.", "Start Docker Desktop, and look again.");

    @TempDir
    private Path folder;

    private final ScriptedProofs proofs = new ScriptedProofs();
    private final FakeDesktop desktop = new FakeDesktop();
    private final TaskRunner tasks = TaskRunner.immediate();
    private final Services services =
            BareServices.with(new Session(BareComputer.WORKBENCH, tasks), tasks, desktop, proofs);
    private final Session session = services.session();
    private final Journey journey = services.journey();
    private final TrialViewModel model = new TrialViewModel(services);

    private void open(Stack stack) {
        Samples.unpack("text-analysis", folder.resolve("study"));
        session.open(folder.resolve("study"));
        session.wish(wishes -> wishes.withStack(Optional.of(stack)));
    }

    private void openWritten(Stack stack) {
        open(stack);
        write();
    }

    private void write() {
        session.workbench().write(session.preview().get().ready().orElseThrow());
        session.reread();
        model.entered();
    }

    private Ready ready() {
        return (Ready) model.page().get();
    }

    private Optional<String> button() {
        return model.primaryAction().getValue().map(PrimaryAction::text);
    }

    private TrialState state() {
        return model.run().state().get();
    }

    @ParameterizedTest
    @EnumSource(Stack.class)
    void tellsWhatIsMadeAndWhatToTypeForEveryStack(Stack stack) {
        open(stack);

        assertThat(ready().stack()).isEqualTo(stack);
        assertThat(ready().python()).startsWith("3.");
        assertThat(ready().instructions()
                        .on(OperatingSystem.LINUX)
                        .orElseThrow()
                        .make())
                .isNotEmpty();
    }

    @Test
    void nothingCanBeBuiltBeforeTheFilesAreWritten() {
        open(Stack.CONDA);
        model.entered();

        assertThat(ready().written()).isFalse();
        assertThat(button()).isEmpty();
        model.build();
        assertThat(proofs.wished()).isEmpty();

        write();

        assertThat(ready().written()).isTrue();
        assertThat(ready().missing())
                .singleElement()
                .satisfies(missing -> assertThat(missing.what()).isEqualTo("Conda"));
        assertThat(button()).contains("Build and run");
    }

    @Test
    void leadsToTheFilesWhereThereAreNone() {
        session.startWithoutProject();
        assertThat(model.page().get()).isInstanceOf(TrialPage.WithoutFiles.class);
        journey.resume(Step.TRIAL, EnumSet.allOf(Step.class));

        model.goToFiles();

        assertThat(journey.current().get()).isEqualTo(Step.FILES);
    }

    @Test
    void tellsAFailureAndTriesAgain() throws IOException {
        open(Stack.VENV);
        Path away = Files.move(folder.resolve("study"), folder.resolve("away"));

        session.reread();

        assertThat(model.page().get())
                .isInstanceOfSatisfying(
                        TrialPage.Unavailable.class,
                        unavailable ->
                                assertThat(unavailable.failure().message()).contains("There is no folder"));
        Files.move(away, folder.resolve("study"));
        model.tryAgain();
        assertThat(model.page().get()).isInstanceOf(Ready.class);
    }

    @Test
    void anObstacleIsToldBeforeAnythingIsBuilt() {
        proofs.blockedBy(Optional.of(NO_ENGINE));
        openWritten(Stack.DOCKER);

        assertThat(model.outlook().get()).isEqualTo(new Outlook.Blocked(NO_ENGINE));
        assertThat(button()).contains("Look again");

        proofs.blockedBy(Optional.empty());
        model.primaryAction().getValue().orElseThrow().run().run();

        assertThat(model.outlook().get()).isEqualTo(new Outlook.Clear(false));
        assertThat(button()).contains("Build and run");
    }

    @Test
    void comingBackToThePageLooksAgainAfterAnObstacle() {
        proofs.blockedBy(Optional.of(NO_ENGINE));
        openWritten(Stack.DOCKER);
        proofs.blockedBy(Optional.empty());

        model.entered();

        assertThat(model.outlook().get()).isEqualTo(new Outlook.Clear(false));
    }

    @Test
    void whatThePersonSetOutIsWhatIsProved() {
        proofs.offering(List.of("out/a.csv", "out/b.png"), new ProofOffer.Key("API_KEY", true));
        openWritten(Stack.DOCKER);
        model.setup().command().text().set("python 'my script.py' --fast");
        model.setup().results().get(1).taken().set(false);
        model.setup().tolerance().text().set("1e-6");
        model.setup().pixels().text().set("0,5");
        model.setup().twice().set(true);
        model.setup().network().set(true);
        model.setup().keys().get(0).taken().set(true);
        model.setup().time().text().set("90");
        model.setup().memory().text().set("8");

        model.build();

        ProofWishes wished = proofs.wished().get(0);
        assertThat(wished.command()).contains(List.of("python", "my script.py", "--fast"));
        assertThat(wished.expected()).containsExactly("out/a.csv");
        assertThat(wished.tolerance().relative()).isEqualTo(1e-6);
        assertThat(wished.tolerance().pixels()).isEqualTo(0.005);
        assertThat(wished.replaceExisting()).isFalse();
        assertThat(wished.runs()).isEqualTo(2);
        assertThat(wished.keys()).containsExactly("API_KEY");
        assertThat(wished.limits().network()).isTrue();
        assertThat(wished.limits().time()).isEqualTo(Duration.ofMinutes(90));
        assertThat(wished.limits().memoryBytes()).hasValue(8L << 30);
    }

    @Test
    void keysAndTheNetworkAreKeptFromTheRunUnlessSomebodySaysOtherwise() {
        proofs.offering(List.of(), new ProofOffer.Key("API_KEY", true));
        openWritten(Stack.DOCKER);

        model.build();

        assertThat(proofs.wished().get(0).keys()).isEmpty();
        assertThat(proofs.wished().get(0).limits().network()).isFalse();
    }

    @Test
    void withoutACommandTheEnvironmentAloneIsChecked() {
        proofs.offering(List.of("out/a.csv"));
        openWritten(Stack.VENV);
        model.setup().command().text().set(" ");
        model.setup().twice().set(true);

        assertThat(button()).contains("Build and check");
        model.build();

        assertThat(proofs.wished().get(0).command()).contains(List.of());
        assertThat(proofs.wished().get(0).expected()).isEmpty();
        assertThat(proofs.wished().get(0).runs()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsSaidBesideTheFieldAndNothingIsBuilt() {
        openWritten(Stack.VENV);
        model.setup().command().text().set("python a.py | tee log");
        model.setup().tolerance().text().set("a lot");
        model.setup().pixels().text().set("101");

        model.build();

        assertThat(proofs.wished()).isEmpty();
        assertThat(model.setup().command().fault().get()).isPresent();
        assertThat(model.setup().tolerance().fault().get()).isPresent();
        assertThat(model.setup().pixels().fault().get()).isPresent();
    }

    @Test
    void anEnvironmentOfTheirOwnIsReplacedOnlyOnceTheyAgree() {
        proofs.blockedBy(wishes -> wishes.replaceExisting()
                ? Optional.empty()
                : Optional.of(new Trouble(
                        "There is already a .venv that Specimen did not make.",
                        "Move it away.",
                        List.of(new Trouble.Fix.ReplaceExisting(".venv")))));
        openWritten(Stack.VENV);
        assertThat(model.outlook().get()).isInstanceOf(Outlook.Blocked.class);

        model.setup().replaceExisting();
        model.lookAgain();
        model.build();

        assertThat(model.outlook().get()).isInstanceOf(Outlook.Clear.class);
        assertThat(proofs.wished())
                .singleElement()
                .satisfies(wished -> assertThat(wished.replaceExisting()).isTrue());
    }

    @Test
    void theBarSaysWhatTheTrialIsDoing() {
        List<String> bar = new ArrayList<>();
        tasks.activity()
                .addListener((property, old, now) -> now.map(Activity::what).ifPresent(bar::add));
        proofs.playing((listener, progress) -> {
            SampleProofs.play(listener, Station.REPORT);
            return SampleProofs.built();
        });
        openWritten(Stack.DOCKER);

        model.build();

        assertThat(bar)
                .containsSubsequence("Engine", "Base image", "step 5 of 9: installing 84 packages", "Imports", "Run")
                .doesNotContain("Building…");
    }

    @Test
    void aTrialIsToldStationByStation() {
        proofs.playing((listener, progress) -> {
            SampleProofs.play(listener, Station.REPORT);
            return SampleProofs.reproduced();
        });
        proofs.reporting(folder.resolve("reproducibility-report.html"));
        openWritten(Stack.DOCKER);

        model.build();

        assertThat(state()).isInstanceOfSatisfying(TrialState.Ended.class, ended -> {
            assertThat(VerdictSentence.headline(ended.proof())).isEqualTo("It reproduced");
            assertThat(ProofWords.reason(ended.proof())).isEqualTo("All 3 results are the same here as in your files.");
            assertThat(ended.report()).isPresent();
        });
        assertThat(model.run().stations().rows().get())
                .extracting(StationRow::state)
                .containsOnly(StationState.DONE);
        assertThat(model.run().stations().rows().get().get(2).took()).isEqualTo(Duration.ofSeconds(151));
        assertThat(model.run().log().text(model.run().names())).contains("== Build ==", "Step 5/9", "== Run ==");
        assertThat(button()).isEmpty();
        model.openReport();
        assertThat(desktop.opened()).containsExactly(folder.resolve("reproducibility-report.html"));
    }

    @Test
    void aVenvHasNoBaseImageOnItsWay() {
        openWritten(Stack.VENV);

        model.build();

        assertThat(model.run().stations().rows().get())
                .extracting(StationRow::station)
                .doesNotContain(Station.BASE_IMAGE)
                .hasSize(6);
        assertThat(model.run().names().of(Station.BUILD)).isEqualTo("Environment");
    }

    @Test
    void cancelStopsItAndSaysSo() {
        proofs.playing((listener, progress) -> {
            SampleProofs.play(listener, Station.BUILD);
            tasks.cancelAll();
            progress.checkCancelled();
            return SampleProofs.built();
        });
        openWritten(Stack.DOCKER);

        model.build();

        assertThat(state()).isInstanceOf(TrialState.Stopped.class);
        assertThat(model.run().stations().rows().get().get(2).state()).isEqualTo(StationState.CANCELLED);
        assertThat(model.run().log().isEmpty()).isFalse();
    }

    @Test
    void untilItHasPutItsThingsAwayAStoppedTrialIsUnderWay() {
        ByHand hands = new ByHand();
        Services slow = BareServices.with(new Session(BareComputer.WORKBENCH, tasks), hands.runner(), desktop, proofs);
        RunModel run = new RunModel(slow);
        Samples.unpack("text-analysis", folder.resolve("study"));
        Project project = slow.session().workbench().open(folder.resolve("study"), org.specimen.task.Progress.NONE);
        run.start(project, Stack.DOCKER, ProofWishes.USUAL);

        slow.tasks().cancelAll();
        run.tick();

        assertThat(run.state().get()).isEqualTo(new TrialState.UnderWay(true));
        assertThat(slow.tasks().mustBeAwaited()).isTrue();
        hands.finish();
        assertThat(run.state().get()).isInstanceOf(TrialState.Stopped.class);
    }

    @Test
    void anEngineThatEndsIsTold() {
        proofs.playing((listener, progress) -> {
            SampleProofs.play(listener, Station.RUN);
            throw new OutsideFailure("Docker ended while the project ran. Start it, and build again.");
        });
        openWritten(Stack.DOCKER);

        model.build();

        assertThat(state())
                .isInstanceOfSatisfying(
                        TrialState.Broken.class,
                        broken -> assertThat(broken.failure().message()).contains("Docker ended"));
        assertThat(model.run().stations().rows().get().get(4).state()).isEqualTo(StationState.FAILED);
    }

    @Test
    void aMissingLibraryIsAddedShownWrittenAndBuiltAgain() {
        proofs.playing((listener, progress) -> SampleProofs.failing());
        openWritten(Stack.DOCKER);
        model.build();
        proofs.playing((listener, progress) -> SampleProofs.built());

        model.settle(SampleProofs.NO_LIBGL.fixes().get(0));

        ProposedChange change = model.change().proposed().get().orElseThrow();
        assertThat(change.files())
                .extracting(ProposedChange.ChangedFile::path)
                .contains("Dockerfile", "specimen.yml")
                .doesNotContain("requirements.txt");
        assertThat(folder.resolve("study/Dockerfile")).content().doesNotContain("libgl1");
        assertThat(proofs.wished()).hasSize(1);

        model.change().write();

        assertThat(folder.resolve("study/Dockerfile")).content().contains("libgl1");
        assertThat(proofs.wished()).hasSize(2);
        assertThat(state()).isInstanceOf(TrialState.Ended.class);
        assertThat(model.change().proposed().get()).isEmpty();
    }

    @Test
    void aFixThatIsLeftLeavesThePlanAsItWas() {
        proofs.playing((listener, progress) -> SampleProofs.failing());
        openWritten(Stack.DOCKER);
        model.build();
        model.settle(new Trouble.Fix.AddPackage("openpyxl"));
        assertThat(model.change().proposed().get()).isPresent();

        model.change().leave();

        assertThat(model.change().proposed().get()).isEmpty();
        assertThat(ready().written()).isTrue();
        assertThat(proofs.wished()).hasSize(1);
    }

    @Test
    void whatWasInstalledIsShownBeforeItIsWritten() {
        openWritten(Stack.DOCKER);
        Options options = session.preview().get().ready().orElseThrow().plan().options();
        proofs.freezing(Wishes.NONE.withOptions(Optional.of(options.withSystemPackages(List.of("curl")))));
        model.build();

        model.freeze();

        assertThat(model.change().proposed().get().orElseThrow().kind()).isEqualTo(ProposedChange.Kind.FREEZE);
        assertThat(folder.resolve("study/Dockerfile")).content().doesNotContain("curl");

        model.change().write();

        assertThat(folder.resolve("study/Dockerfile")).content().contains("curl");
        assertThat(model.change().said().get()).containsInstanceOf(ChangeModel.Said.Written.class);
        assertThat(proofs.wished()).hasSize(1);
    }

    @Test
    void filesThatSayItAlreadyAreLeftAlone() {
        openWritten(Stack.DOCKER);
        model.build();

        model.freeze();

        assertThat(model.change().said().get()).containsInstanceOf(ChangeModel.Said.Nothing.class);
        assertThat(model.change().proposed().get()).isEmpty();
    }

    @Test
    void ofAnotherProjectNothingHasBeenTried() {
        proofs.offering(List.of("out/a.csv"));
        openWritten(Stack.DOCKER);
        proofs.playing((listener, progress) -> {
            SampleProofs.play(listener, Station.REPORT);
            return SampleProofs.reproduced();
        });
        model.build();
        proofs.offering(List.of());

        Samples.unpack("data-analysis", folder.resolve("other"));
        session.open(folder.resolve("other"));

        assertThat(state()).isInstanceOf(TrialState.SettingOut.class);
        assertThat(model.run().log().isEmpty()).isTrue();
        assertThat(model.setup().results()).isEmpty();
        assertThat(model.setup().command().text().get()).isEmpty();
    }

    @Test
    void whatIsSaidAfterTheEndOfATrialIsNotHeardInTheNext() {
        LogLine late = LogLine.of(Station.RUN, LogLine.Source.OUTPUT, "late");
        openWritten(Stack.VENV);
        proofs.playing((listener, progress) -> {
            proofs.playing((second, other) -> {
                listener.logged(late);
                return SampleProofs.built();
            });
            return SampleProofs.built();
        });
        model.build();

        model.build();

        assertThat(model.run().log().isEmpty()).isTrue();
    }
}
