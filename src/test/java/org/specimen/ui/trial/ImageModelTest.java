package org.specimen.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.advice.Stack;
import org.specimen.app.BareComputer;
import org.specimen.app.Samples;
import org.specimen.problem.NoSolution;
import org.specimen.proof.docker.ImageStore.Unused;
import org.specimen.ui.session.BareServices;
import org.specimen.ui.session.FakeDesktop;
import org.specimen.ui.session.ScriptedImages;
import org.specimen.ui.session.ScriptedProofs;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.task.ByHand;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.trial.ImageModel.Said;

class ImageModelTest {

    @TempDir
    private Path folder = Path.of(".");

    private final ScriptedProofs proofs = new ScriptedProofs();
    private final ScriptedImages images = proofs.images();
    private final FakeDesktop desktop = new FakeDesktop();
    private final TaskRunner tasks = TaskRunner.immediate();
    private final Services services =
            BareServices.with(new Session(BareComputer.WORKBENCH, tasks), tasks, desktop, proofs);
    private final Session session = services.session();
    private final ImageModel model = new ImageModel(services);

    @BeforeEach
    void open() {
        Samples.unpack("text-analysis", folder.resolve("study"));
        session.open(folder.resolve("study"));
        session.wish(wishes -> wishes.withStack(Optional.of(Stack.DOCKER)));
        session.workbench().write(session.preview().get().ready().orElseThrow());
        session.reread();
    }

    private Said said() {
        return model.said().get();
    }

    @Test
    void theImageIsSavedWhereThePersonChooses() {
        desktop.willChoose(folder.resolve("workshop.tar"));

        model.save();

        assertThat(images.asked()).containsExactly("save workshop.tar");
        assertThat(said())
                .isInstanceOfSatisfying(
                        Said.IsSaved.class,
                        done -> assertThat(done.saved().file()).isEqualTo(folder.resolve("workshop.tar")));
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void whoChoosesNoFileSavesAndLoadsNothing() {
        model.save();
        model.load();

        assertThat(images.asked()).isEmpty();
        assertThat(said()).isEqualTo(new Said.Nothing());
    }

    @Test
    void aNameThatIsTakenIsAskedAbout() {
        images.takenAre(List.of("text-analysis:latest"));
        desktop.willChoose(folder.resolve("workshop.tar"));

        model.load();
        assertThat(said()).isInstanceOf(Said.NameTaken.class);
        model.loadAllTheSame();

        assertThat(images.asked()).containsExactly("load workshop.tar", "replace by workshop.tar");
        assertThat(said()).isInstanceOf(Said.IsLoaded.class);
    }

    @Test
    void nothingIsRemovedBeforeThePersonHasSeenHowMuch() {
        images.left(new Unused(7, 412_000_000));

        model.look();
        assertThat(said()).isEqualTo(new Said.CanClean(new Unused(7, 412_000_000)));
        assertThat(images.asked()).containsExactly("unused");
        model.clean();

        assertThat(images.asked()).containsExactly("unused", "clean");
        assertThat(said()).isEqualTo(new Said.IsClean(new Unused(7, 412_000_000)));
    }

    @Test
    void whatDoesNotWorkIsSaid() {
        images.failWith(new NoSolution("There is no image text-analysis:latest here. Build it first."));

        model.fetch();

        assertThat(said())
                .isInstanceOfSatisfying(
                        Said.NotDone.class,
                        not -> assertThat(not.failure().message()).contains("Build it first"));
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void whatWasBegunForAnotherProjectIsNotHeard() {
        ByHand hand = new ByHand();
        Services slow = BareServices.with(session, hand.runner(), desktop, proofs);
        ImageModel waiting = new ImageModel(slow);
        waiting.fetch();
        assertThat(waiting.busy().get()).isTrue();

        waiting.forget();
        hand.finish();

        assertThat(waiting.said().get()).isEqualTo(new Said.Nothing());
        assertThat(waiting.busy().get()).isFalse();
    }
}
