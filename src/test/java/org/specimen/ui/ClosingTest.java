package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.specimen.ui.task.ByHand;
import org.specimen.ui.task.Tasks;

class ClosingTest {

    private static final boolean STAY = false;
    private static final boolean CLOSE = true;

    private final ByHand hands = new ByHand();
    private final List<String> happened = new ArrayList<>();
    private final List<Closing.Work> asked = new ArrayList<>();

    @Test
    void closesUnaskedWhereNothingIsUnderWay() {
        assertThat(closing(STAY).isAllowed()).isTrue();
        assertThat(asked).isEmpty();
        assertThat(happened).containsExactly("kept");
    }

    @Test
    void nobodyIsAskedAboutWorkThatFollowsByItself() {
        Tasks.create(progress -> "versions")
                .byTheWay()
                .onCancel(() -> happened.add("stopped"))
                .runOn(hands.runner());

        assertThat(closing(STAY).isAllowed()).isTrue();

        hands.finish();
        assertThat(asked).isEmpty();
        assertThat(happened).containsExactly("kept", "stopped");
    }

    @Test
    void keepWorkingLeavesTheWorkAlone() {
        Tasks.create(progress -> "project").onSuccess(happened::add).runOn(hands.runner());

        assertThat(closing(STAY).isAllowed()).isFalse();

        hands.finish();
        assertThat(asked).containsExactly(Closing.Work.STOPS);
        assertThat(happened).containsExactly("project");
    }

    @Test
    void closingStopsTheWork() {
        Tasks.create(progress -> "project").onSuccess(happened::add).runOn(hands.runner());

        assertThat(closing(CLOSE).isAllowed()).isTrue();

        hands.finish();
        assertThat(happened).containsExactly("kept");
    }

    @Test
    void closingDuringAWriteWaitsForItsEnd() {
        Closing closing = closing(CLOSE);
        Tasks.create(progress -> "written").toTheEnd().onSuccess(happened::add).runOn(hands.runner());

        assertThat(closing.isAllowed()).isFalse();
        assertThat(asked).containsExactly(Closing.Work.GOES_ON);
        assertThat(happened).containsExactly("kept");

        hands.finish();
        assertThat(happened).containsExactly("kept", "written", "kept", "closed");
    }

    @Test
    void aSecondRequestDuringAWriteNeitherAsksNorCloses() {
        Closing closing = closing(CLOSE);
        Tasks.create(progress -> "written").toTheEnd().runOn(hands.runner());
        closing.isAllowed();

        assertThat(closing.isAllowed()).isFalse();

        assertThat(asked).hasSize(1);
        hands.finish();
        assertThat(happened).containsExactly("kept", "kept", "closed");
    }

    @Test
    void keepWorkingDuringAWriteDoesNotCloseAfterIt() {
        Tasks.create(progress -> "written").toTheEnd().onSuccess(happened::add).runOn(hands.runner());

        assertThat(closing(STAY).isAllowed()).isFalse();

        hands.finish();
        assertThat(happened).containsExactly("written");
    }

    @Test
    void aRequestDuringTheQuestionAsksNoSecondTime() {
        List<Closing> self = new ArrayList<>();
        Closing closing = closing(work -> {
            assertThat(self.get(0).isAllowed()).isFalse();
            return true;
        });
        self.add(closing);
        Tasks.create(progress -> "project").runOn(hands.runner());

        assertThat(closing.isAllowed()).isTrue();

        assertThat(asked).hasSize(1);
    }

    private Closing closing(boolean answer) {
        return closing(work -> answer);
    }

    private Closing closing(Predicate<Closing.Work> answer) {
        return new Closing(
                hands.runner(),
                work -> {
                    asked.add(work);
                    return answer.test(work);
                },
                () -> happened.add("kept"),
                () -> happened.add("closed"));
    }
}
