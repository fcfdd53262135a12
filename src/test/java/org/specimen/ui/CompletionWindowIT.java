package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.textfield.TextFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** With the flags of bin/specimen, in a real window, the parts work that need more of JavaFX than it gives freely. */
@ExtendWith(ApplicationExtension.class)
class CompletionWindowIT {

    // Controls can be made only once JavaFX runs.
    @SuppressWarnings("NullAway.Init")
    private TextField field;

    @Start
    void show(Stage stage) {
        field = new TextField();
        TextFields.bindAutoCompletion(field, List.of("scikit-learn", "scikit-image", "scipy"));
        stage.setScene(new Scene(new VBox(field), 640, 480));
        stage.show();
    }

    @Test
    void completesAName(FxRobot robot) throws Exception {
        assertThat(field.getClass().getModule().getName()).isEqualTo("javafx.controls");
        robot.clickOn(field).write("scikit-l");
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> Window.getWindows().size() == 2);

        robot.press(KeyCode.DOWN).release(KeyCode.DOWN).press(KeyCode.ENTER).release(KeyCode.ENTER);

        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> field.getText().equals("scikit-learn"));
        assertThat(field.getText()).isEqualTo("scikit-learn");
    }
}
