package org.specimen.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.app.store.Settings;
import org.specimen.app.store.SettingsStore;
import org.specimen.app.store.UserFolders;
import org.specimen.machine.OperatingSystem;
import org.specimen.ui.frame.FrameOutline;
import org.specimen.ui.session.FakeDesktop;
import org.specimen.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Nothing that the outline shows moves when the window is filled. */
@NeedsJavaFx
@ExtendWith(ApplicationExtension.class)
class FrameOutlineTest {

    private final Path home = Jimfs.newFileSystem(Configuration.unix()).getPath("/home/ada");

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        Theme.loadFonts();
    }

    @ParameterizedTest(name = "{0} × {1} pixels, text at {2} %, folded: {3}")
    @CsvSource({
        "1280, 800, 100, false",
        "1280, 800, 100, true",
        "1024, 580, 100, false",
        "820, 520, 100, false",
        "1920, 1080, 200, false",
        "1600, 900, 150, false"
    })
    void everyPartIsWhereItWillBe(double width, double height, int percent, boolean isFolded, FxRobot robot) {
        Settings settings = Settings.DEFAULT.withTextSize(percent).withLayersFolded(isFolded);
        new SettingsStore(UserFolders.of(Map.of(), home, OperatingSystem.LINUX)).save(settings);
        Scene[] scene = new Scene[1];
        robot.interact(() -> {
            scene[0] = new Scene(new FrameOutline(settings, width), width, height);
            Theme.apply(scene[0], false, percent);
            stage.setScene(scene[0]);
            stage.show();
        });
        Map<String, Bounds> before = parts(scene[0]);

        robot.interact(() -> {
            Window window = new Window(
                    FixedComputer.surroundings(home, FixedComputer.CLOCK, new FakeDesktop(), Runnable::run), scene[0]);
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        });

        assertThat(before).isEqualTo(parts(scene[0])).hasSize(4);
    }

    private static Map<String, Bounds> parts(Scene scene) {
        return Stream.of(".rail", ".rail .brand", ".layers-side", ".bottom-bar")
                .collect(Collectors.toMap(part -> part, part -> place(scene.lookup(part))));
    }

    private static Bounds place(Node part) {
        return part.localToScene(part.getLayoutBounds());
    }
}
