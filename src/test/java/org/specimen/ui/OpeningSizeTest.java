package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@NeedsJavaFx
@ExtendWith(ApplicationExtension.class)
class OpeningSizeTest {

    // A window can be made only once JavaFX runs.
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage first) {
        stage = first;
    }

    @Test
    void opensAsLargeAsItShouldAndCanBeMadeSmallerThen(FxRobot robot) {
        OpeningSize size = OpeningSize.on(new Rectangle2D(0, 0, 1920, 1080));

        robot.interact(() -> {
            stage.setScene(new Scene(new Group()));
            size.open(stage);
            stage.show();
        });
        assertThat(stage.getWidth()).isEqualTo(1280);
        assertThat(stage.getHeight()).isEqualTo(800);

        robot.interact(() -> size.letGo(stage));
        assertThat(stage.getWidth()).isEqualTo(1280);
        assertThat(stage.getHeight()).isEqualTo(800);
        assertThat(stage.getMinWidth()).isEqualTo(900);
        assertThat(stage.getMinHeight()).isEqualTo(520);
    }

    @Test
    void takesBackWhatTheBordersAddOnASmallScreen(FxRobot robot) {
        OpeningSize size = OpeningSize.on(new Rectangle2D(0, 0, 1024, 580));

        robot.interact(() -> {
            stage.setScene(new Scene(new Group()));
            size.open(stage);
            stage.show();
            stage.setHeight(617);
            size.letGo(stage);
        });

        assertThat(stage.getWidth()).isEqualTo(1024);
        assertThat(stage.getHeight()).isEqualTo(580);
    }
}
