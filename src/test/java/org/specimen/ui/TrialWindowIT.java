package org.specimen.ui;

import javafx.stage.Stage;
import org.testfx.framework.junit5.Start;

/** The same in a real window, with the flags of bin/specimen. */
class TrialWindowIT extends TrialWalkTest {

    /** TestFX looks for this in the class itself only. */
    @Start
    @Override
    void show(Stage stage) {
        super.show(stage);
    }
}
