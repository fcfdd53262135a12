package org.specimen.ui;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** Stands in for the window until it is there. */
public final class SpecimenApplication extends Application {

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(new Label("Specimen"), 1280, 800));
        stage.setTitle("Specimen");
        stage.show();
    }
}
