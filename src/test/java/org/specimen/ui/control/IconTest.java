package org.specimen.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.NeedsJavaFx;
import org.specimen.ui.theme.Theme;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@NeedsJavaFx
@ExtendWith(ApplicationExtension.class)
class IconTest {

    private final SimpleDoubleProperty height = new SimpleDoubleProperty(16.9);

    @SuppressWarnings("NullAway.Init") // made on JavaFX's own thread, before each test
    private Icon icon;

    @Start
    void show(Stage stage) {
        Theme.loadFirstFonts();
        icon = new Icon(Feather.FOLDER, height);
        Scene scene = new Scene(new Group(icon), 100, 100);
        Theme.apply(scene, false, 150);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void anIconIsDrawnInTheFontOfIconsWhateverTheFontAroundIt() {
        assertThat(icon.getFont().getName()).isEqualTo("FeatherIcons");
        assertThat(icon.getFont().getSize()).isEqualTo(16);
        assertThat(icon.getText()).isEqualTo(Character.toString(Feather.FOLDER.getCode()));
        assertThat(icon.getFill()).isNotNull();
    }

    @Test
    void anIconGrowsWithItsText(FxRobot robot) {
        robot.interact(() -> height.set(32));

        assertThat(icon.getFont().getSize()).isEqualTo(32);
        assertThat(icon.getLayoutBounds().getWidth()).isEqualTo(32);
    }

    @Test
    void anIconShowsAnotherSign(FxRobot robot) {
        robot.interact(() -> icon.show(Feather.CHECK));

        assertThat(icon.getText()).isEqualTo(Character.toString(Feather.CHECK.getCode()));
    }
}
