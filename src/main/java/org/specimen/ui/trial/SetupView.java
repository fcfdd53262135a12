package org.specimen.ui.trial;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Columns;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.ScreenText;
import org.specimen.ui.text.Texts;

/** Where a person says what is tried: what is made where, what is run, what it is compared with, what it may use. */
final class SetupView extends VBox {

    private static final Texts TEXTS = Texts.of(SetupView.class);
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

    /** The least width of a card, in multiples of the text's size. */
    private static final double CARD = 24;

    /** Beyond this many, the files scroll by themselves. */
    private static final int MANY = 6;

    private final TrialViewModel model;
    private final SetupModel setup;
    private final VBox made = new VBox();
    private final TextField command;
    private final VBox results = new VBox(6);
    private final ScrollPane resultsScroll = new ScrollPane(results);
    private final VBox keys = new VBox(6);
    private final VBox memory;
    private final CheckBox network = check("network");
    private final TitledPane allowed;

    SetupView(TrialViewModel model) {
        this.model = model;
        setup = model.setup();
        setId("setup");
        getStyleClass().add("setup");
        made.getStyleClass().addAll("card", "trial-card");
        command = field("command", setup.command(), 12);
        command.getStyleClass().add("mono");
        memory = numbered("memory", setup.memory());
        network.selectedProperty().bindBidirectional(setup.network());
        allowed = allowed();
        getChildren().addAll(made, new Columns(CARD, 2, runCard(), compareCard()), allowed);
        setup.results().addListener((ListChangeListener<Pick>) change -> showResults());
        setup.keys().addListener((ListChangeListener<Pick>) change -> showKeys());
        showResults();
        showKeys();
    }

    /** Where the keyboard begins. */
    Node first() {
        return command;
    }

    /** Puts the keyboard where something is wrong. */
    void focusOnProblem() {
        if (setup.command().fault().get().isPresent()) {
            command.requestFocus();
        } else {
            allowed.setExpanded(true);
        }
    }

    /** Says what is made where. */
    void show(TrialPage.Ready ready) {
        String stack = ready.stack().name().toLowerCase(Locale.ROOT).replace('_', '-');
        StationLine line = new StationLine(new StationNames(ready.stack()));
        Label held = Words.styled(TEXTS.get("held." + (ready.stack().usesDocker() ? "container" : "open")));
        held.setGraphic(Icons.of(ready.stack().usesDocker() ? Feather.SHIELD : Feather.ALERT_TRIANGLE));
        held.getStyleClass().add(ready.stack().usesDocker() ? "held" : "held-open");
        held.setId("sandbox");
        made.getChildren()
                .setAll(
                        Words.section(TEXTS.get("made")),
                        Words.prose(TEXTS.get("made." + stack, ready.name(), ready.python())),
                        Page.prose(held),
                        line);
        Presence.set(memory, ready.stack().usesDocker());
        Presence.set(network, ready.stack().usesDocker());
    }

    private Node runCard() {
        MenuButton found = new MenuButton(TEXTS.get("command.found"));
        found.setId("trial-commands");
        found.setMinWidth(USE_PREF_SIZE);
        showCommands(found, setup.commands().get());
        setup.commands().addListener((property, old, now) -> showCommands(found, now));
        HBox.setHgrow(command, Priority.ALWAYS);
        CheckBox twice = check("twice");
        twice.selectedProperty().bindBidirectional(setup.twice());
        return card(
                "command",
                Words.muted(TEXTS.get("command.why")),
                new HBox(8, command, found),
                fault(setup.command(), "command"),
                new VBox(2, twice, Words.muted(TEXTS.get("twice.why"))));
    }

    private void showCommands(MenuButton found, List<String> commands) {
        Presence.set(found, commands.size() > 1);
        found.getItems()
                .setAll(commands.stream()
                        .map(each -> {
                            MenuItem item = new MenuItem(ScreenText.of(each));
                            item.setMnemonicParsing(false);
                            item.setOnAction(event -> setup.command().text().set(each));
                            return item;
                        })
                        .toList());
    }

    private Node compareCard() {
        resultsScroll.setFitToWidth(true);
        resultsScroll.getStyleClass().add("picks-scroll");
        resultsScroll.setId("results");
        resultsScroll.setFocusTraversable(false);
        TextField path = new TextField();
        path.setId("result-path");
        path.getStyleClass().add("mono");
        path.setPromptText(TEXTS.get("results.other"));
        path.setAccessibleText(TEXTS.get("results.other.said"));
        HBox.setHgrow(path, Priority.ALWAYS);
        Button add = new Button(TEXTS.get("results.add"));
        add.setId("add-result");
        add.setMinWidth(USE_PREF_SIZE);
        Runnable adds = () -> model.folder().ifPresent(folder -> {
            setup.addResult(folder, path.getText());
            path.clear();
        });
        add.setOnAction(event -> adds.run());
        path.setOnAction(event -> adds.run());
        return card(
                "results",
                Words.muted(TEXTS.get("results.why")),
                resultsScroll,
                new HBox(8, path, add),
                said(setup.notAdded(), "result-fault"),
                Words.styled(TEXTS.get("tolerances")),
                tolerances(),
                fault(setup.tolerance(), "tolerance"),
                fault(setup.pixels(), "pixels"),
                Words.muted(TEXTS.get("tolerance.why")));
    }

    private Node tolerances() {
        TextField numbers = field("tolerance", setup.tolerance(), 5);
        numbers.setAccessibleText(TEXTS.get("tolerance.said"));
        TextField pictures = field("pixels", setup.pixels(), 5);
        pictures.setAccessibleText(TEXTS.get("pixels.said"));
        GridPane rows = new GridPane();
        rows.setHgap(8);
        rows.setVgap(8);
        rows.addRow(0, named("tolerance", numbers), numbers, Words.styled(TEXTS.get("tolerance.unit")));
        rows.addRow(1, named("pixels", pictures), pictures, Words.styled(TEXTS.get("pixels.unit")));
        return rows;
    }

    private void showResults() {
        results.getChildren().clear();
        if (setup.results().size() > 2) {
            Hyperlink all = new Hyperlink(TEXTS.get("results.all"));
            all.setId("results-all");
            all.setOnAction(event -> setup.takeAll(true));
            Hyperlink none = new Hyperlink(TEXTS.get("results.none"));
            none.setId("results-none");
            none.setOnAction(event -> setup.takeAll(false));
            results.getChildren().add(new HBox(12, all, none));
        }
        setup.results().forEach(pick -> results.getChildren().add(pick(pick, ScreenText.of(pick.name()))));
        Presence.set(resultsScroll, !setup.results().isEmpty());
        resultsScroll
                .prefViewportHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Words.TEXT_SIZE.get()
                                * 2
                                * Math.min(MANY, results.getChildren().size()),
                        Words.TEXT_SIZE));
        resultsScroll.setMinHeight(USE_PREF_SIZE);
    }

    private TitledPane allowed() {
        VBox parts = new VBox(12);
        parts.getStyleClass().add("folded-content");
        parts.getChildren().addAll(keys, network, new FlowPane(32, 12, numbered("time", setup.time()), memory));
        TitledPane pane = new TitledPane(TEXTS.get("allowed"), parts);
        pane.setId("allowed");
        pane.getStyleClass().add("folded");
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private void showKeys() {
        keys.getChildren().clear();
        Presence.set(keys, !setup.keys().isEmpty());
        if (setup.keys().isEmpty()) {
            return;
        }
        keys.getChildren().addAll(Words.strong(TEXTS.get("keys")), Words.prose(TEXTS.get("keys.why")));
        FlowPane names = new FlowPane(24, 8);
        setup.keys()
                .forEach(pick -> names.getChildren()
                        .add(pick(
                                pick,
                                pick.isThere()
                                        ? ScreenText.of(pick.name())
                                        : TEXTS.get("keys.unset", ScreenText.of(pick.name())))));
        keys.getChildren().add(names);
        allowed.setExpanded(true);
    }

    private static CheckBox pick(Pick pick, String text) {
        CheckBox box = new CheckBox(text);
        box.setMnemonicParsing(false);
        box.setId("take-" + pick.name());
        box.getStyleClass().add("pick");
        box.selectedProperty().bindBidirectional(pick.taken());
        box.setDisable(!pick.isThere());
        return box;
    }

    private static CheckBox check(String key) {
        CheckBox box = new CheckBox(TEXTS.get(key));
        box.setId("trial-" + key);
        box.setWrapText(true);
        return box;
    }

    private static VBox numbered(String key, TypedValue<?> value) {
        TextField field = field(key, value, 5);
        HBox row = new HBox(8, named(key, field), field, Words.styled(TEXTS.get(key + ".unit")));
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(4, row, fault(value, key));
    }

    private static Label named(String key, Node field) {
        Label label = Words.styled(TEXTS.get(key));
        label.setLabelFor(field);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static TextField field(String key, TypedValue<?> value, int columns) {
        TextField field = new TextField();
        field.setId("trial-" + key);
        field.setPromptText(TEXTS.get(key + ".prompt"));
        field.setAccessibleText(TEXTS.get(key));
        field.setPrefColumnCount(columns);
        field.textProperty().bindBidirectional(value.text());
        value.fault().addListener((property, old, now) -> field.pseudoClassStateChanged(FAULTY, now.isPresent()));
        return field;
    }

    private static Label fault(TypedValue<?> value, String key) {
        return said(value.fault(), "trial-" + key + "-fault");
    }

    private static Label said(ObservableValue<Optional<String>> fault, String id) {
        Label label = Words.styled("", "danger-text");
        label.setId(id);
        label.textProperty().bind(fault.map(text -> text.orElse("")));
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }

    private static VBox card(String key, Node... parts) {
        VBox card = new VBox(Words.section(TEXTS.get(key + ".title")));
        card.getStyleClass().addAll("card", "setup-card");
        card.getChildren().addAll(parts);
        return card;
    }
}
