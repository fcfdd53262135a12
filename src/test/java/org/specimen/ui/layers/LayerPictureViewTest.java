package org.specimen.ui.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.advice.Stack;
import org.specimen.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // made on JavaFX's own thread, before each test
class LayerPictureViewTest {

    @TempDir
    static Path folder;

    private LayerPictureView view;
    private StackPane root;

    @Start
    void start(Stage stage) {
        Theme.loadFonts();
        view = new LayerPictureView();
        root = new StackPane(view);
        Scene scene = new Scene(root, 640, 700);
        Theme.apply(scene, false, 100);
        Stillness.set(true);
        view.pictureProperty().set(new SamplePictures(folder).exact("map-analysis", Stack.DOCKER));
        view.setMaxSize(300, 640);
        stage.setScene(scene);
        stage.show();
    }

    private List<SlabView> slabs() {
        return view.getChildrenUnmodifiable().stream()
                .filter(SlabView.class::isInstance)
                .map(SlabView.class::cast)
                .toList();
    }

    @Test
    void everySlabIsReachedByKeyboardAndReadAloud(FxRobot robot) {
        robot.interact(() -> slabs().get(0).requestFocus());

        for (SlabView slab : slabs()) {
            assertThat(slab.isFocused()).isTrue();
            assertThat(slab.getAccessibleText()).startsWith(slab.slab().name() + ": ");
            robot.push(KeyCode.DOWN);
        }
        robot.push(KeyCode.HOME);

        assertThat(slabs().get(0).isFocused()).isTrue();
        assertThat(view.explanation().isAt(slabs().get(0))).isTrue();
    }

    @Test
    void aClickKeepsTheExplanationUntilEscape(FxRobot robot) {
        SlabView libraries = slabs().get(2);

        robot.clickOn(libraries);
        assertThat(view.explanation().isAt(libraries)).isTrue();

        robot.push(KeyCode.ESCAPE);
        assertThat(view.explanation().isShowing()).isFalse();
    }

    @Test
    void theExplanationPointsAtTheMiddleOfItsSlabAndCoversNothingOfIt(FxRobot robot) {
        for (SlabView slab : slabs()) {
            robot.interact(() -> view.explanation().toggle(slab));
            Node border = view.explanation().popOver().getScene().getRoot().lookup(".border");

            Bounds box = border.localToScreen(border.getLayoutBounds());
            Bounds place = slab.localToScreen(slab.getLayoutBounds());
            assertThat(box.getMaxX()).isBetween(place.getMinX() - 4, place.getMinX());
            assertThat(box.getCenterY()).isCloseTo(place.getCenterY(), within(1.0));
        }
    }

    @Test
    void aClickOnTheNextSlabMovesTheExplanationThereThoughThingsMove(FxRobot robot) {
        Stillness.set(false);
        robot.clickOn(slabs().get(3));
        robot.interact(() -> view.explanation().hide());
        assertThat(view.explanation().isShowing()).isFalse();

        robot.clickOn(slabs().get(3));
        robot.clickOn(slabs().get(0));

        assertThat(view.explanation().isAt(slabs().get(0))).isTrue();
    }

    @Test
    void tellsTheNewStateAloudWhenThePictureChanges(FxRobot robot) {
        robot.interact(() -> view.pictureProperty().set(LayerPictures.unknown()));

        assertThat(slabs().get(2).getAccessibleText()).contains("nothing is known yet");
        assertThat(view.getChildrenUnmodifiable()).noneMatch(BracketView.class::isInstance);
    }

    @ParameterizedTest
    @CsvSource({"240, 420, 100", "300, 640, 100", "300, 520, 150", "480, 690, 200", "260, 300, 100"})
    void nothingCollidesAtAnySize(double width, double height, int percent, FxRobot robot) {
        robot.interact(() -> {
            Theme.apply(root.getScene(), false, percent);
            view.setMinSize(width, height);
            view.setMaxSize(width, height);
            root.applyCss();
            root.layout();
        });

        List<SlabView> slabs = slabs();
        for (int i = 1; i < slabs.size(); i++) {
            assertThat(slabs.get(i).getBoundsInParent().getMinY())
                    .isGreaterThan(
                            slabs.get(i - 1).getLayoutY() + slabs.get(i - 1).getHeight());
        }
        assertThat(slabs.get(6).getLayoutY() + slabs.get(6).getHeight()).isLessThanOrEqualTo(height + 1);
        for (SlabView slab : slabs) {
            Label name = (Label) slab.lookup(".layer-name");
            assertThat(name.getWidth()).isGreaterThanOrEqualTo(name.prefWidth(-1) - 1);
        }
        for (Node bracket : view.lookupAll(".layer-bracket")) {
            Bounds place = bracket.getBoundsInParent();
            assertThat(place.getMinX() >= slabs.get(0).getBoundsInParent().getMaxX() - 4
                            || place.getMaxX()
                                    <= slabs.get(0).getBoundsInParent().getMinX() + 4)
                    .isTrue();
        }
    }

    @Test
    void foldedItIsAStripOfSignsThatStillSpeak(FxRobot robot) {
        robot.interact(() -> {
            view.foldedProperty().set(true);
            view.setMaxSize(48, 400);
            root.layout();
        });

        assertThat(view.lookup(".layer-legend").isVisible()).isFalse();
        for (SlabView slab : slabs()) {
            assertThat(slab.lookup(".layer-name").isVisible()).isFalse();
            assertThat(slab.lookup(".layer-icon").isVisible()).isTrue();
            assertThat(slab.getAccessibleText()).isNotEmpty();
        }
    }
}
