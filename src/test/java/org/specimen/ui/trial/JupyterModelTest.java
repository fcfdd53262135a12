package org.specimen.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.advice.Stack;
import org.specimen.app.BareComputer;
import org.specimen.app.ProofOffer;
import org.specimen.app.Samples;
import org.specimen.problem.NoSolution;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.JupyterAddress;
import org.specimen.proof.JupyterStart;
import org.specimen.proof.Station;
import org.specimen.task.Cancelled;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.FakeDesktop;
import org.specimen.ui.session.SampleProofs;
import org.specimen.ui.session.ScriptedProofs;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.task.ByHand;

class JupyterModelTest {

    private static final JupyterAddress ADDRESS = new JupyterAddress(8888, "/lab", "0a1b2c");
    private static final Path PAGE = Path.of("open.html");

    @TempDir
    private Path folder = Path.of(".");

    private final ScriptedProofs proofs = new ScriptedProofs();
    private final FakeDesktop desktop = new FakeDesktop();
    private final ByHand byHand = new ByHand();
    private final Services services =
            BareServices.with(new Session(BareComputer.WORKBENCH, byHand.runner()), byHand.runner(), desktop, proofs);
    private final Session session = services.session();
    private final TrialViewModel model = new TrialViewModel(services);

    private void openWritten(String name) {
        Samples.unpack("text-analysis", folder.resolve(name));
        session.open(folder.resolve(name));
        byHand.finish();
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.DOCKER)));
        byHand.finish();
        session.workbench().write(session.preview().get().ready().orElseThrow());
        session.reread();
        byHand.finish();
        model.entered();
        byHand.finish();
    }

    private JupyterState state() {
        return model.jupyter().state().get();
    }

    /** What the screen shows while Jupyter runs, which is until the work that is it returns. */
    private void opening(Runnable whileUp) {
        proofs.opening((listener, progress) -> {
            listener.answers(ADDRESS, Optional.of(PAGE));
            byHand.show();
            whileUp.run();
            progress.checkCancelled();
        });
        model.lookAgain();
        byHand.finish();
    }

    @Test
    void isOfferedWhereTheEnvironmentIsThereAndAfterATrialThatMadeIt() {
        openWritten("study");
        assertThat(model.offersJupyter()).isFalse();

        proofs.playing((listener, progress) -> SampleProofs.built());
        model.build();
        byHand.finish();
        assertThat(model.offersJupyter()).isTrue();

        model.setOut();
        byHand.finish();
        assertThat(model.offersJupyter()).isFalse();
        proofs.opening((listener, progress) -> {});
        model.lookAgain();
        byHand.finish();
        assertThat(model.offersJupyter()).isTrue();
    }

    @Test
    void isNotOfferedWhereTheFilesWouldBeOthersNow() {
        openWritten("study");
        opening(() -> {});
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.VENV)));
        byHand.finish();

        assertThat(model.offersJupyter()).isFalse();
        model.openJupyter();
        assertThat(state()).isEqualTo(new JupyterState.Closed());
        assertThat(proofs.wished()).isEmpty();
    }

    @Test
    void opensThePageOnceItAnswersAndShowsTheAddressWithoutItsToken() {
        openWritten("study");
        opening(() -> {
            assertThat(state()).isEqualTo(new JupyterState.Up(ADDRESS, Optional.of(PAGE), false));
            assertThat(ADDRESS.shown()).isEqualTo("http://127.0.0.1:8888/lab");
            assertThat(desktop.opened()).containsExactly(PAGE);
            model.jupyter().copy();
            model.jupyter().browse();
            assertThat(services.tasks().activity().get()).isEmpty();
            assertThat(services.tasks().isWorking()).isTrue();
            assertThat(services.tasks().mustBeAwaited()).isTrue();
        });

        model.openJupyter();
        assertThat(state()).isEqualTo(new JupyterState.Starting(false));
        assertThat(services.tasks().activity().get()).isPresent();
        byHand.finish();

        assertThat(desktop.copied()).containsExactly("http://127.0.0.1:8888/lab?token=0a1b2c");
        assertThat(desktop.opened()).hasSize(2);
        assertThat(desktop.browsed()).as("others could read the token").isEmpty();
        assertThat(state()).as("it was shut down from its own page").isEqualTo(new JupyterState.Closed());
    }

    @Test
    void runsNothingOfTheProjectAndIsAllowedWhatARunIsWhateverElseIsTyped() {
        proofs.offering(List.of(), new ProofOffer.Key("API_KEY", true));
        openWritten("study");
        opening(() -> {});
        model.setup().command().text().set("");
        model.setup().tolerance().text().set("none");
        model.setup().keys().get(0).taken().set(true);
        model.setup().memory().text().set("2");

        model.openJupyter();
        byHand.finish();

        assertThat(proofs.wished()).singleElement().satisfies(wishes -> {
            assertThat(wishes.command().orElseThrow()).isEmpty();
            assertThat(wishes.keys()).containsExactly("API_KEY");
            assertThat(wishes.limits().memoryBytes()).hasValue(2L << 30);
        });

        model.setup().memory().text().set("much");
        model.openJupyter();
        byHand.finish();

        assertThat(proofs.wished()).as("what is wrong is said beside it").hasSize(1);
    }

    @Test
    void isStoppedWithItsButton() {
        openWritten("study");
        opening(() -> {
            model.jupyter().stop();
            assertThat(state()).isEqualTo(new JupyterState.Up(ADDRESS, Optional.of(PAGE), true));
        });

        model.openJupyter();
        byHand.finish();

        assertThat(state()).isEqualTo(new JupyterState.Closed());
    }

    @Test
    void isNotOpenedInTheBrowserWhereItWasStoppedBeforeItAnswered() {
        openWritten("study");
        opening(() -> assertThat(state()).isEqualTo(new JupyterState.Starting(true)));

        model.openJupyter();
        model.jupyter().stop();
        byHand.finish();

        assertThat(state()).isEqualTo(new JupyterState.Closed());
        assertThat(desktop.opened()).isEmpty();
    }

    @Test
    void endsWithTheWindowAndWithTheProject() {
        openWritten("study");
        boolean[] cancelled = new boolean[1];
        proofs.opening((listener, progress) -> {
            listener.answers(ADDRESS, Optional.of(PAGE));
            byHand.show();
            services.tasks().cancelAll();
            cancelled[0] = progress.isCancelled();
            throw new Cancelled();
        });
        model.lookAgain();
        byHand.finish();

        model.openJupyter();
        byHand.finish();
        assertThat(cancelled[0]).isTrue();
        assertThat(services.tasks().mustBeAwaited()).isFalse();

        boolean[] left = new boolean[1];
        Samples.unpack("map-analysis", folder.resolve("other"));
        opening(() -> {
            session.open(folder.resolve("other"));
            byHand.finish();
            left[0] = state().equals(new JupyterState.Closed());
        });
        model.openJupyter();
        byHand.finish();
        assertThat(left[0]).isTrue();
        assertThat(model.jupyter().isUnderWay()).isFalse();
    }

    @Test
    void whereItIsNotAmongThePackagesOneClickAddsItAndTheEnvironmentIsMadeAgain() {
        openWritten("study");
        session.wish(wishes -> wishes.withOptions(Optional.of(
                session.preview().get().ready().orElseThrow().plan().options().withJupyter(false))));
        byHand.finish();
        session.workbench().write(session.preview().get().ready().orElseThrow());
        session.reread();
        byHand.finish();
        proofs.opening((listener, progress) -> {
            listener.troubled(Station.RUN, JupyterStart.ABSENT);
            throw new NoSolution(JupyterStart.ABSENT.text());
        });
        model.lookAgain();
        byHand.finish();

        model.openJupyter();
        byHand.finish();
        assertThat(state()).isEqualTo(new JupyterState.Lacking(JupyterStart.ABSENT));

        proofs.playing((listener, progress) -> SampleProofs.built());
        model.settle(JupyterStart.ABSENT.fixes().get(0));
        byHand.finish();
        assertThat(model.change().proposed().get().orElseThrow().files())
                .anySatisfy(file -> assertThat(file.toString()).contains("jupyterlab"));
        model.change().write();
        byHand.finish();

        assertThat(folder.resolve("study/requirements.txt")).content().contains("jupyterlab==");
        assertThat(proofs.wished()).as("Jupyter once, then the build").hasSize(2);
        assertThat(state()).as("it is offered anew").isEqualTo(new JupyterState.Closed());
    }

    @Test
    void tellsWhyItDidNotComeUpAndCanBeTriedAgain() {
        openWritten("study");
        proofs.opening((listener, progress) -> {
            throw new OutsideFailure("Jupyter ended before it answered, with status 1.");
        });
        model.lookAgain();
        byHand.finish();

        model.openJupyter();
        byHand.finish();
        assertThat(state())
                .isInstanceOfSatisfying(
                        JupyterState.Broken.class,
                        broken -> assertThat(broken.failure().message()).contains("ended before it answered"));

        opening(() -> assertThat(state()).isEqualTo(new JupyterState.Up(ADDRESS, Optional.of(PAGE), false)));
        model.openJupyter();
        byHand.finish();
        assertThat(desktop.opened()).hasSize(1);
    }

    @Test
    void whereNoPageIsKeptFromOthersTheAddressIsThereToCopy() {
        openWritten("study");
        proofs.opening((listener, progress) -> {
            listener.answers(ADDRESS, Optional.empty());
            byHand.show();
            assertThat(state()).isEqualTo(new JupyterState.Up(ADDRESS, Optional.empty(), false));
            model.jupyter().copy();
        });
        model.lookAgain();
        byHand.finish();

        model.openJupyter();
        byHand.finish();

        assertThat(desktop.opened()).isEmpty();
        assertThat(desktop.browsed()).isEmpty();
        assertThat(desktop.copied()).containsExactly(ADDRESS.full());
    }
}
