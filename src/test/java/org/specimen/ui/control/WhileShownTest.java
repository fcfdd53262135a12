package org.specimen.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.specimen.ui.NeedsJavaFx;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@NeedsJavaFx
@ExtendWith(ApplicationExtension.class)
class WhileShownTest {

    private final StringProperty value = new SimpleStringProperty("first");
    private final Group page = new Group();
    private final Group frame = new Group();
    private final List<String> shown = new ArrayList<>();

    @Test
    void whatIsThereIsShownAtOnce() {
        WhileShown.show(page, value, shown::add);

        assertThat(shown).containsExactly("first");
    }

    @Test
    void aPageInTheWindowFollowsEveryChange(FxRobot robot) {
        robot.interact(() -> {
            new Scene(frame);
            frame.getChildren().add(page);
            WhileShown.show(page, value, shown::add);

            value.set("second");
            value.set("third");
        });

        assertThat(shown).containsExactly("first", "second", "third");
    }

    @Test
    void aHiddenPageCatchesUpOnceWithTheLatest(FxRobot robot) {
        robot.interact(() -> {
            new Scene(frame);
            WhileShown.show(page, value, shown::add);
            value.set("second");
            value.set("third");
        });
        assertThat(shown).containsExactly("first");

        robot.interact(() -> frame.getChildren().add(page));

        assertThat(shown).containsExactly("first", "third");
    }

    @Test
    void aPageThatMissedNothingIsNotShownAnew(FxRobot robot) {
        robot.interact(() -> {
            new Scene(frame);
            frame.getChildren().add(page);
            WhileShown.show(page, value, shown::add);
            value.set("second");

            frame.getChildren().remove(page);
            frame.getChildren().add(page);
        });

        assertThat(shown).containsExactly("first", "second");
    }
}
