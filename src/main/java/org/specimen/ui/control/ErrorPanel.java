package org.specimen.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.specimen.ui.task.Failure;
import org.specimen.ui.text.Texts;

/**
 * Says in place what went wrong and what to do, with the details to copy for whoever is asked for help. What the person
 * stopped is told calmly, as nothing went wrong.
 */
public final class ErrorPanel extends VBox {

    private static final Texts TEXTS = Texts.of(ErrorPanel.class);

    /**
     * A panel.
     *
     * @param copy puts text on the clipboard
     * @param remedies buttons that do something about it, the likeliest first
     */
    public ErrorPanel(String headline, Failure failure, Consumer<String> copy, Node... remedies) {
        getStyleClass().add("error-panel");
        if (failure.wanted()) {
            getChildren().add(new Banner(Banner.Tone.QUIET, TEXTS.get("stopped"), failure.message(), remedies));
        } else {
            List<Node> actions = new ArrayList<>(List.of(remedies));
            actions.add(details(headline, failure, copy));
            getChildren().add(new Banner(Banner.Tone.BAD, headline, failure.message(), actions.toArray(Node[]::new)));
        }
    }

    private static Button details(String headline, Failure failure, Consumer<String> copy) {
        Button details = new Button(TEXTS.get("copy-details"));
        details.setOnAction(event -> {
            copy.accept(headline + "\n" + failure.message() + "\n\n" + failure.details());
            details.setText(TEXTS.get("copied"));
        });
        return details;
    }
}
