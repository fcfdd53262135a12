import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.Stage;

/**
 * What Specimen's window is measured against: one of the same size that shows one word, with the theme and the fonts that
 * Specimen has before its first frame, from the same files. StartBenchmark compiles and starts it.
 */
public class EmptyWindow {

    public static void main(String[] arguments) {
        Application.launch(Shown.class);
    }

    /** Says when its first frame has been drawn, as Specimen does. */
    public static class Shown extends Application {

        private int pulses;

        @Override
        public void start(Stage stage) {
            for (String font : new String[] {"Inter-Regular.otf", "Inter-Bold.otf", "feather.ttf"}) {
                Font.loadFont("file:" + System.getProperty("specimen.fonts") + "/" + font, 14);
            }
            Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            StackPane pane = new StackPane(new Label("Empty"));
            pane.setStyle("-fx-font-family: Inter");
            Scene scene = new Scene(pane, 1280, 800);
            scene.addPostLayoutPulseListener(() -> {
                pulses++;
                if (pulses == 2) {
                    System.out.println("first-window");
                    if (Boolean.getBoolean("close")) {
                        Platform.exit();
                    }
                } else {
                    Platform.requestNextPulse();
                }
            });
            stage.setScene(scene);
            stage.show();
        }
    }
}
