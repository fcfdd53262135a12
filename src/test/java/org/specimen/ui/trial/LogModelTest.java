package org.specimen.ui.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.specimen.advice.Stack;
import org.specimen.proof.LogLine;
import org.specimen.proof.LogLine.Source;
import org.specimen.proof.Station;
import org.specimen.ui.task.ByHand;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.trial.LogRow.Heading;
import org.specimen.ui.trial.LogRow.Line;

class LogModelTest {

    private static final LogModel.Bounds SMALL = new LogModel.Bounds(100, 1_000);

    private final LogModel log = new LogModel(SMALL);
    private final LogSearch search = new LogSearch(log, TaskRunner.immediate());

    private static LogLine said(Station station, String text) {
        return new LogLine(station, Source.OUTPUT, text);
    }

    private void say(Station station, String... texts) {
        log.add(List.of(texts).stream().map(text -> said(station, text)).toList(), 0);
    }

    private List<String> shown() {
        return log.rows().stream()
                .map(row -> row instanceof Line line ? line.text() : row.station() + ":")
                .toList();
    }

    @Test
    void linesStandUnderTheirStation() {
        say(Station.BUILD, "one", "two");
        say(Station.RUN, "three");
        say(Station.BUILD, "late");

        assertThat(shown()).containsExactly("BUILD:", "one", "two", "late", "RUN:", "three");
        assertThat(log.rows().get(0)).isEqualTo(new Heading(Station.BUILD, 3, 0, false));
    }

    @Test
    void aFoldedStationGoesOnOutOfSight() {
        say(Station.BUILD, "one");
        say(Station.RUN, "two");

        log.fold(Station.BUILD, true);
        say(Station.BUILD, "three");

        assertThat(shown()).containsExactly("BUILD:", "RUN:", "two");
        log.fold(Station.BUILD, false);
        assertThat(shown()).containsExactly("BUILD:", "one", "three", "RUN:", "two");
    }

    @Test
    void theStationThatSaysTheMostLosesItsEarliestLines() {
        say(Station.BUILD, "the error that matters");

        for (int batch = 0; batch < 50; batch++) {
            int first = batch * 10;
            say(
                    Station.RUN,
                    IntStream.range(first, first + 10)
                            .mapToObj(number -> "line " + number)
                            .toArray(String[]::new));
        }

        assertThat(log.rows()).hasSizeLessThanOrEqualTo(102);
        assertThat(shown()).startsWith("BUILD:", "the error that matters").endsWith("line 499");
        Heading flooded = (Heading) log.rows().get(2);
        assertThat(flooded.lines() + flooded.leftOut()).isEqualTo(500);
        assertThat(log.text(new StationNames(Stack.VENV))).contains("earlier lines left out");
    }

    @Test
    void longLinesCountByTheirCharacters() {
        for (int i = 0; i < 20; i++) {
            say(Station.RUN, "x".repeat(400));
        }

        assertThat(log.lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(((Heading) log.rows().get(0)).leftOut()).isGreaterThanOrEqualTo(18);
    }

    @Test
    void linesThatNeverCameAreCounted() {
        log.add(List.of(said(Station.RUN, "last")), 7);

        assertThat(((Heading) log.rows().get(0)).leftOut()).isEqualTo(7);
        assertThat(log.said()).isEqualTo(8);
    }

    @Test
    void aSearchGoesAroundInTheOrderOfTheRows() {
        say(Station.RUN, "An Error in the run");
        say(Station.BUILD, "no ERROR", "nothing", "error again");

        search.seek("error");

        List<String> found = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            found.add(search.current().get().orElseThrow().text());
            search.next();
        }
        assertThat(found).containsExactly("no ERROR", "error again", "An Error in the run", "no ERROR");
        assertThat(search.found().get()).isEqualTo(new LogSearch.Found("error", 2, 3));
        search.previous();
        assertThat(search.current().get().orElseThrow().text()).isEqualTo("no ERROR");
    }

    @Test
    void whatIsFoundInAFoldedStationComesToSight() {
        say(Station.BUILD, "one", "two", "three");
        say(Station.RUN, "four");
        log.fold(Station.BUILD, true);
        search.seek("three");

        int row = log.reveal(search.current().get().orElseThrow());

        assertThat(log.rows().get(row)).isEqualTo(search.current().get().orElseThrow());
    }

    @Test
    void linesThatComeDuringASearchAreFoundToo() {
        ByHand hands = new ByHand();
        LogSearch slow = new LogSearch(log, hands.runner());
        say(Station.BUILD, "an error");
        slow.seek("error");

        long end = log.said();
        say(Station.BUILD, "another error");
        slow.saidSince(end);
        hands.finish();

        assertThat(slow.found().get().count()).isEqualTo(2);
        end = log.said();
        say(Station.BUILD, "fine", "one more error");
        slow.saidSince(end);
        assertThat(slow.found().get()).isEqualTo(new LogSearch.Found("error", 1, 3));
    }

    @Test
    void anotherSearchTakesThePlaceOfOneThatIsNotOverYet() {
        ByHand hands = new ByHand();
        LogSearch slow = new LogSearch(log, hands.runner());
        say(Station.BUILD, "an error", "a warning");
        slow.seek("error");

        slow.seek("warning");
        hands.finish();

        assertThat(slow.current().get().orElseThrow().text()).isEqualTo("a warning");
        assertThat(slow.found().get().count()).isEqualTo(1);
    }

    /** A list of JavaFX tells others of its changes, who keep up with it by that alone. */
    @Test
    void whoeverHearsTheChangesHasTheSameRows() {
        List<LogRow> followed = new ArrayList<>();
        log.rows().addListener((ListChangeListener<LogRow>) change -> {
            while (change.next()) {
                followed.subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                        .clear();
                followed.addAll(change.getFrom(), change.getAddedSubList());
            }
        });
        Random chance = new Random(7);
        Station[] stations = {Station.BUILD, Station.IMPORTS, Station.RUN};

        for (int turn = 0; turn < 400; turn++) {
            Station station = stations[chance.nextInt(stations.length)];
            switch (chance.nextInt(6)) {
                case 0 -> log.fold(station, chance.nextBoolean());
                case 1 -> log.add(List.of(said(station, "late " + turn)), chance.nextInt(3));
                default -> say(station, "line " + turn, "and its end", "x".repeat(chance.nextInt(60)));
            }
            assertThat(followed).isEqualTo(log.rows());
        }
        assertThat(log.rows()).hasSizeGreaterThan(20);
        log.clear();
        assertThat(followed).isEmpty();
    }
}
