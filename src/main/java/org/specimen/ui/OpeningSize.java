package org.specimen.ui;

import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/**
 * How large the window opens: as far as the screen's room goes. Some window managers (Openbox among them) first answer
 * with a size that a window had before it was told one, and JavaFX believes it; to the least size they all keep. So the
 * window opens with that as its least size, and can be made smaller once it is there.
 */
record OpeningSize(double width, double height) {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 520;

    /**
     * The size on a screen.
     *
     * @param room what neither panels nor docks cover
     */
    static OpeningSize on(Rectangle2D room) {
        return new OpeningSize(Math.min(WIDTH, room.getWidth()), Math.min(HEIGHT, room.getHeight()));
    }

    /** Call it before the window is shown. */
    void open(Stage stage) {
        stage.setWidth(width);
        stage.setHeight(height);
        stage.setMinWidth(width);
        stage.setMinHeight(height);
    }

    /** Call it once the window is there. */
    void letGo(Stage stage) {
        stage.setMinWidth(Math.min(LEAST_WIDTH, width));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, height));
        if (stage.isMaximized() || stage.isFullScreen()) {
            return;
        }
        // The least size counts without the borders, which do not fit on a small screen beside it.
        if (stage.getWidth() != width) {
            stage.setWidth(width);
        }
        if (stage.getHeight() != height) {
            stage.setHeight(height);
        }
    }
}
