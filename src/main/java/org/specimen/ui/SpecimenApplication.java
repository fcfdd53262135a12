package org.specimen.ui;

import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** Stands in for the window until it is there. */
public final class SpecimenApplication extends Application {

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        VBox root = new VBox(8, new Label("Specimen"), new TextField(), new Button("Open a folder…"));
        stage.setScene(new Scene(root, 1280, 800));
        stage.setTitle("Specimen");
        stage.show();
    }
}
