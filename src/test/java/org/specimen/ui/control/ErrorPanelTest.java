package org.specimen.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.specimen.ui.NeedsJavaFx;
import org.specimen.ui.task.Failure;
import org.testfx.api.FxToolkit;

@NeedsJavaFx
class ErrorPanelTest {

    @Test
    void tellsCalmlyWhatThePersonStopped() throws Exception {
        var panel = panel(Failure.stopped("You stopped this before it was finished."));

        assertThat(panel.lookupAll(".quiet")).hasSize(1);
        assertThat(panel.lookupAll(".bad")).isEmpty();
        assertThat(panel.lookupAll(".button")).isEmpty();
        assertThat(texts(panel)).doesNotContain("This could not be read").contains("Stopped");
    }

    @Test
    void offersTheDetailsOfWhatWentWrong() throws Exception {
        var panel = panel(new Failure("The disk is full.", Optional.empty(), "java.io.IOException"));

        assertThat(panel.lookupAll(".bad")).hasSize(1);
        assertThat(panel.lookupAll(".button"))
                .extracting(node -> ((Button) node).getText())
                .containsExactly("Copy details");
        assertThat(texts(panel)).contains("This could not be read", "The disk is full.");
    }

    private static ErrorPanel panel(Failure failure) throws Exception {
        FxToolkit.registerPrimaryStage();
        return FxToolkit.setupFixture(() -> new ErrorPanel("This could not be read", failure, text -> {}));
    }

    private static Iterable<String> texts(ErrorPanel panel) {
        return panel.lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null)
                .toList();
    }
}
