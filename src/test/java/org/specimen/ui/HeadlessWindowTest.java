package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Windows can be shown, clicked and typed into by tests, with no display. */
@NeedsJavaFx
@ExtendWith(ApplicationExtension.class)
class HeadlessWindowTest {

    // Controls can be made only once JavaFX runs.
    @SuppressWarnings("NullAway.Init")
    private Button button;

    @SuppressWarnings("NullAway.Init")
    private TextField field;

    @Start
    void show(Stage stage) {
        button = new Button("Open a folder…");
        field = new TextField();
        button.setOnAction(event -> button.setText("Opened"));
        stage.setScene(new Scene(new VBox(button, field), 640, 480));
        stage.show();
    }

    @Test
    void takesClicksAndText(FxRobot robot) {
        robot.clickOn(button).clickOn(field).write("scikit-learn 1.8");

        assertThat(button.getText()).isEqualTo("Opened");
        assertThat(field.getText()).isEqualTo("scikit-learn 1.8");
    }

    @Test
    void hasTheScreenThatTheTestsAreMadeFor(FxRobot robot) {
        assertThat(Screen.getPrimary().getBounds().getWidth()).isEqualTo(1920);
        assertThat(Screen.getPrimary().getBounds().getHeight()).isEqualTo(1200);
        assertThat(button.getScene().getWindow().isShowing()).isTrue();
    }
}
