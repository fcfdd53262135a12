package org.specimen.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.specimen.proof.LogLine;
import org.specimen.proof.LogLine.Source;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;

class ProofFeedTest {

    private final Deque<Runnable> screen = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final ProofFeed feed = new ProofFeed(screen::add, new Told(), 3);

    private class Told implements ProofFeed.Screen {
        @Override
        public void stationChanged(Station station, StationState state, String summary, Duration took) {
            told.add(station + " " + state);
        }

        @Override
        public void progressed(Station station, String what, long done, long total) {
            told.add(what);
        }

        @Override
        public void logged(List<LogLine> batch, long lost) {
            told.add(batch.stream().map(LogLine::text).toList() + " after " + lost);
        }
    }

    private void say(String text) {
        feed.logged(new LogLine(Station.BUILD, Source.OUTPUT, text));
    }

    @Test
    void whatComesWhileTheScreenIsBusyComesInOneBatch() {
        feed.stationChanged(Station.BUILD, StationState.RUNNING, "", Duration.ZERO);
        feed.progressed(Station.BUILD, "step 1", 1, 9);
        feed.progressed(Station.BUILD, "step 2", 2, 9);
        say("one");
        say("two");

        assertThat(screen).hasSize(1);
        screen.remove().run();

        assertThat(told).containsExactly("BUILD RUNNING", "step 2", "[one, two] after 0");
        say("three");
        assertThat(screen).hasSize(1);
    }

    @Test
    void theEndOfAStationLeavesNoProgressBehind() {
        feed.progressed(Station.BUILD, "step 9", 9, 9);
        feed.stationChanged(Station.BUILD, StationState.DONE, "", Duration.ZERO);

        screen.remove().run();

        assertThat(told).containsExactly("BUILD DONE");
    }

    @Test
    void ofAFloodTheLatestAreKeptAndTheOthersCounted() {
        for (int i = 1; i <= 5; i++) {
            say("line " + i);
        }

        screen.remove().run();

        assertThat(told).containsExactly("[line 3, line 4, line 5] after 2");
    }

    @Test
    void manyLinesComeInPiecesBetweenWhichTheScreenIsFree() {
        List<Integer> batches = new ArrayList<>();
        ProofFeed roomy = new ProofFeed(
                screen::add,
                new Told() {
                    @Override
                    public void logged(List<LogLine> batch, long lost) {
                        batches.add(batch.size());
                    }
                },
                1_000_000);
        for (int i = 0; i < ProofFeed.MOST_AT_ONCE * 2 + 1; i++) {
            roomy.logged(new LogLine(Station.RUN, Source.OUTPUT, "line " + i));
        }

        for (int turns = 0; !screen.isEmpty(); turns++) {
            assertThat(turns).isLessThan(4);
            assertThat(screen).hasSize(1);
            screen.remove().run();
        }

        assertThat(batches).containsExactly(ProofFeed.MOST_AT_ONCE, ProofFeed.MOST_AT_ONCE, 1);
    }
}
