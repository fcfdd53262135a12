package org.specimen.ui.layers;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.specimen.ui.text.ScreenText;

/** A slab explained: what the layer is, who controls it here, why it matters, and what it risks to leave it open. */
final class SlabExplanation extends VBox {

    SlabExplanation(Slab slab) {
        getStyleClass().add("layer-explanation");
        Label name = text("layer-explanation-name", slab.name());
        getChildren().addAll(name, state(slab), text("layer-explanation-about", slab.about()));
        section("explain.control", List.of(slab.control()));
        if (!slab.reasons().isEmpty()) {
            section("explain.reasons", slab.reasons());
        }
        slab.risk().ifPresent(risk -> section("explain.risk", List.of(risk)));
    }

    private static HBox state(Slab slab) {
        String state = slab.state() == SlabState.UNKNOWN
                ? ""
                : LayerTexts.get("state." + slab.state().key());
        Label words = text("layer-explanation-state", state);
        StateIcon icon = new StateIcon(words.fontProperty(), 0.85);
        icon.show(slab.state());
        StackPane swatch = new StackPane(icon);
        swatch.getStyleClass().addAll("layer-swatch", "layer-fill", slab.state().key());
        HBox line = new HBox(swatch, words, text("layer-explanation-pinned", slab.pinned()));
        line.getStyleClass().add("layer-explanation-line");
        line.setAlignment(Pos.CENTER_LEFT);
        if (slab.state() == SlabState.UNKNOWN) {
            line.getChildren().subList(0, 2).clear();
        }
        return line;
    }

    private void section(String heading, List<String> paragraphs) {
        VBox section = new VBox(text("layer-explanation-heading", LayerTexts.get(heading)));
        section.getStyleClass().add("layer-explanation-section");
        paragraphs.forEach(paragraph -> section.getChildren().add(text("layer-explanation-text", paragraph)));
        getChildren().add(section);
    }

    private static Label text(String styleClass, String words) {
        Label label = new Label(ScreenText.of(words));
        label.setWrapText(true);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
