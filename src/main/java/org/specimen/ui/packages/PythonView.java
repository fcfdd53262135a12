package org.specimen.ui.packages;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.app.MissingPython;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.text.Texts;

/** The interpreter with its end of life, and the choice of another. */
final class PythonView {

    private static final Texts TEXTS = Texts.of(PythonView.class);
    private static final PseudoClass CAUTION = PseudoClass.getPseudoClass("caution");

    private final MenuButton choice = new MenuButton();
    private final Label life = new Label();
    private final Label missing = new Label();
    private final Button here = new Button();
    private final FlowPane line = new FlowPane(16, 8);
    private final FlowPane warning = new FlowPane(10, 4);
    private final VBox node = new VBox(8, line, warning);
    private final PackagesViewModel model;

    /**
     * The interpreter in a line with other tools, which wraps where there is little room.
     *
     * @param tools what follows it
     */
    PythonView(PackagesViewModel model, Node... tools) {
        this.model = model;
        choice.setId("python");
        choice.setMnemonicParsing(false);
        choice.setAccessibleHelp(TEXTS.get("python.change"));
        life.setId("python-life");
        life.getStyleClass().add("python-life");
        life.setWrapText(true);
        missing.setId("python-missing");
        missing.getStyleClass().add("python-life");
        missing.setWrapText(true);
        missing.pseudoClassStateChanged(CAUTION, true);
        missing.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        here.setId("python-here");
        here.getStyleClass().add("compact");
        line.getChildren().addAll(choice, life);
        line.getChildren().addAll(tools);
        warning.getChildren().addAll(missing, here);
        for (FlowPane wraps : new FlowPane[] {line, warning}) {
            wraps.setAlignment(Pos.CENTER_LEFT);
            wraps.setPrefWrapLength(100);
            wraps.setMinWidth(0);
        }
        // Where even the sentence alone is too long for a line, it wraps.
        for (Label sentence : new Label[] {life, missing}) {
            sentence.maxWidthProperty().bind(node.widthProperty());
            sentence.setMinHeight(Region.USE_PREF_SIZE);
        }
        WhileShown.<Optional<PythonCard>>show(node, model.python().card(), this::show);
    }

    VBox node() {
        return node;
    }

    private void show(Optional<PythonCard> card) {
        Presence.set(node, card.isPresent());
        card.ifPresent(this::show);
    }

    private void show(PythonCard card) {
        choice.setText(card.version().isEmpty() ? TEXTS.get("python.none") : TEXTS.get("python", card.version()));
        life.setText(card.life());
        life.setGraphic(card.caution() ? Icons.of(Feather.ALERT_TRIANGLE) : null);
        life.pseudoClassStateChanged(CAUTION, card.caution());
        Presence.set(warning, card.missing().isPresent());
        Presence.set(here, card.missing().flatMap(MissingPython::here).isPresent());
        card.missing().ifPresent(this::show);
        choice.getItems().setAll(card.choices().stream().map(this::item).toList());
    }

    private void show(MissingPython lack) {
        missing.setText(lack.here()
                .map(other -> TEXTS.get("python.missing-but", lack.minor(), other))
                .orElseGet(() -> TEXTS.get("python.missing", lack.minor())));
        lack.here().ifPresent(other -> here.setText(TEXTS.get("fix.python", other)));
        here.setOnAction(event -> model.python().choose(lack.here()));
    }

    private RadioMenuItem item(PythonCard.Choice offered) {
        RadioMenuItem item = new RadioMenuItem(offered.text());
        item.setMnemonicParsing(false);
        item.setSelected(offered.chosen());
        item.setOnAction(event -> model.python().choose(offered.minor()));
        return item;
    }
}
