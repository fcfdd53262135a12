package org.specimen.ui.packages;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
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
    private final FlowPane node = new FlowPane(10, 4);
    private final PackagesViewModel model;

    PythonView(PackagesViewModel model) {
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
        node.getChildren().addAll(choice, life, missing, here);
        node.setAlignment(Pos.CENTER_LEFT);
        node.setPrefWrapLength(100);
        // Where even the sentence alone is too long for a line, it wraps.
        node.setMinWidth(0);
        life.maxWidthProperty().bind(node.widthProperty());
        life.setMinHeight(Region.USE_PREF_SIZE);
        WhileShown.<Optional<PythonCard>>show(node, model.python().card(), this::show);
    }

    FlowPane node() {
        return node;
    }

    private void show(Optional<PythonCard> card) {
        node.setVisible(card.isPresent());
        card.ifPresent(this::show);
    }

    private void show(PythonCard card) {
        choice.setText(card.version().isEmpty() ? TEXTS.get("python.none") : TEXTS.get("python", card.version()));
        life.setText(card.life());
        life.setGraphic(card.caution() ? Icons.of(Feather.ALERT_TRIANGLE) : null);
        life.pseudoClassStateChanged(CAUTION, card.caution());
        Presence.set(missing, card.missing().isPresent());
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
