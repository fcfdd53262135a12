package org.specimen.ui.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.specimen.ui.NeedsJavaFx;
import org.specimen.ui.code.syntax.Syntax;
import org.specimen.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@NeedsJavaFx
@ExtendWith(ApplicationExtension.class)
class CodePaneTest {

    // Controls can be made only once JavaFX runs.
    @SuppressWarnings("NullAway.Init")
    private CodePane pane;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        pane = new CodePane();
        Scene scene = new Scene(pane, 640, 400);
        Theme.apply(scene, false, 100);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void allNumbersAreAsWideAsTheLongestThoughTheTextsBeginAlike(FxRobot robot) {
        show(robot, lines(5));
        double narrow = pane.lookupAll(".line-number").stream()
                .mapToDouble(CodePaneTest::width)
                .max()
                .orElseThrow();

        show(robot, lines(1200));

        assertThat(pane.lookupAll(".line-number"))
                .hasSizeGreaterThan(10)
                .allMatch(number -> width(number) > narrow)
                .extracting(CodePaneTest::width)
                .containsOnly(width(pane.lookup(".line-number")));
    }

    private void show(FxRobot robot, String text) {
        robot.interact(() -> {
            pane.show(ShownText.whole(text, Syntax.YAML), false, "environment.yml");
            pane.applyCss();
            pane.layout();
        });
    }

    private static double width(Node number) {
        return ((Region) number).getMinWidth();
    }

    private static String lines(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "- line " + i + "\n")
                .collect(Collectors.joining());
    }
}
