package org.specimen.ui.trial;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.CopyButton;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.Texts;
import org.specimen.ui.trial.LogRow.Heading;
import org.specimen.ui.trial.LogRow.Line;

/** What is said during a trial: it follows its end, can be searched and folded, copied and saved. */
final class LogView extends VBox {

    private static final Texts TEXTS = Texts.of(LogView.class);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PREVIOUS =
            new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    /** The height of a row in multiples of the text's size. */
    private static final double ROW = 1.643;

    private final RunModel run;
    private final TrialViewModel model;
    private final ListView<LogRow> list = new ListView<>();
    private final TextField seek = new TextField();
    private final Label found = Words.muted("");
    private final Button previous = icon(Feather.CHEVRON_UP, "log.previous", "log-previous");
    private final Button next = icon(Feather.CHEVRON_DOWN, "log.next", "log-next");
    private final ToggleButton follow = new ToggleButton(TEXTS.get("log.follow"), Icons.of(Feather.CHEVRONS_DOWN));
    private final Label notSaved = Words.styled("", "danger-text");
    private boolean isFollowing;

    LogView(TrialViewModel model) {
        this.model = model;
        run = model.run();
        setId("log");
        getStyleClass().add("log");
        list.setId("log-lines");
        list.getStyleClass().add("log-lines");
        list.setAccessibleText(TEXTS.get("log.said"));
        list.setItems(run.log().rows());
        list.setCellFactory(view -> new LogCell(run));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPlaceholder(Words.muted(TEXTS.get("log.empty")));
        list.fixedCellSizeProperty().bind(Words.TEXT_SIZE.multiply(ROW));
        VBox.setVgrow(list, Priority.ALWAYS);
        seek.setId("log-seek");
        seek.setPromptText(TEXTS.get("log.seek"));
        seek.setAccessibleText(TEXTS.get("log.seek"));
        seek.textProperty().addListener((property, old, now) -> run.search().seek(now));
        seek.addEventFilter(KeyEvent.KEY_PRESSED, this::seekPressed);
        found.setId("log-found");
        found.setMinWidth(USE_PREF_SIZE);
        previous.setOnAction(event -> run.search().previous());
        next.setOnAction(event -> run.search().next());
        follow.setId("log-follow");
        follow.setMinWidth(USE_PREF_SIZE);
        follow.setOnAction(event -> follow(follow.isSelected()));
        notSaved.setId("log-not-saved");
        getChildren().addAll(tools(), notSaved, list);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::listPressed);
        list.addEventFilter(ScrollEvent.SCROLL, scroll -> {
            if (scroll.getDeltaY() > 0) {
                follow(false);
            }
        });
        list.heightProperty().addListener((property, old, height) -> grew());
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> follow(false));
        run.log().rows().addListener((ListChangeListener<LogRow>) change -> grew());
        run.search().found().addListener((property, old, now) -> showFound(now));
        run.search().current().addListener((property, old, now) -> show(now));
        run.notSaved().addListener((property, old, now) -> showNotSaved(now));
        showFound(run.search().found().get());
        showNotSaved(run.notSaved().get());
        run.state().addListener((property, old, now) -> Presence.set(follow, !now.isOver()));
        follow(true);
    }

    /** Puts the keyboard where it says what to look for. */
    void seek() {
        seek.requestFocus();
        seek.selectAll();
    }

    /** Shows the end, and what comes, from now on. */
    void followTheEnd() {
        follow(true);
    }

    private FlowPane tools() {
        HBox search = new HBox(4, seek, previous, next, found);
        search.setAlignment(Pos.CENTER_LEFT);
        seek.setPrefColumnCount(12);
        CopyButton copy = CopyButton.labelled(TEXTS.get("log.copy"), this::copy);
        copy.setId("log-copy");
        Button save = new Button(TEXTS.get("log.save"), Icons.of(Feather.DOWNLOAD));
        save.setId("log-save");
        save.getStyleClass().add("flat");
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(event -> run.saveLog(model.folder()));
        follow.getStyleClass().add("flat");
        HBox others = new HBox(4, follow, copy, save);
        others.setAlignment(Pos.CENTER_LEFT);
        FlowPane tools = new FlowPane(12, 6, search, others);
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private static Button icon(Feather icon, String key, String id) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setId(id);
        button.setAccessibleText(TEXTS.get(key));
        button.setTooltip(Words.tooltip(TEXTS.get(key)));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private void follow(boolean follows) {
        isFollowing = follows;
        follow.setSelected(follows);
        if (follows) {
            toTheEnd();
        }
    }

    private void grew() {
        if (isFollowing) {
            toTheEnd();
        }
    }

    private void toTheEnd() {
        // Beyond the last row is the end, whatever height the list had when it was last laid out.
        list.scrollTo(list.getItems().size());
        // Its bars it knows only when it is laid out again.
        Platform.runLater(() -> {
            if (isFollowing) {
                list.scrollTo(list.getItems().size());
            }
        });
    }

    private void showFound(LogSearch.Found now) {
        boolean seeks = !now.text().isEmpty();
        Presence.set(found, seeks);
        if (!seek.getText().equals(now.text())) {
            seek.setText(now.text());
        }
        previous.setDisable(now.count() == 0);
        next.setDisable(now.count() == 0);
        found.setText(
                now.count() == 0 ? TEXTS.get("log.found.nothing") : TEXTS.get("log.found", now.place(), now.count()));
        list.refresh();
    }

    private void show(Optional<Line> line) {
        line.ifPresent(there -> {
            follow(false);
            int row = run.log().reveal(there);
            list.getSelectionModel().clearAndSelect(row);
            // Some lines before it stay in view.
            list.scrollTo(Math.max(0, row - 3));
        });
    }

    private void showNotSaved(Optional<String> why) {
        Presence.set(notSaved, why.isPresent());
        notSaved.setText(why.map(words -> TEXTS.get("log.not-saved", words)).orElse(""));
    }

    /** What is selected, or all of it. */
    private void copy() {
        List<LogRow> selected = List.copyOf(list.getSelectionModel().getSelectedItems());
        String text = selected.size() > 1
                ? selected.stream().map(this::text).collect(Collectors.joining("\n", "", "\n"))
                : run.log().text(run.names());
        model.services.desktop().copy(text);
    }

    private String text(LogRow row) {
        return row instanceof Line line ? line.text() : "== " + run.names().of(row.station()) + " ==";
    }

    private void pressed(KeyEvent event) {
        if (FIND.match(event)) {
            seek();
        } else if (NEXT.match(event)) {
            run.search().next();
        } else if (PREVIOUS.match(event)) {
            run.search().previous();
        } else {
            return;
        }
        event.consume();
    }

    private void seekPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            if (event.isShiftDown()) {
                run.search().previous();
            } else {
                run.search().next();
            }
        } else if (event.getCode() == KeyCode.ESCAPE && !seek.getText().isEmpty()) {
            seek.clear();
        } else {
            return;
        }
        event.consume();
    }

    private void listPressed(KeyEvent event) {
        LogRow row = list.getFocusModel().getFocusedItem();
        if (COPY.match(event)) {
            copySelected();
        } else if (event.getCode() == KeyCode.END) {
            Platform.runLater(() -> follow(true));
            return;
        } else if (row instanceof Heading heading && folds(event, heading)) {
            run.log().fold(heading.station(), !heading.isFolded());
            list.getFocusModel().focus(run.log().headingOf(heading.station()));
        } else {
            if (event.getCode().isNavigationKey()) {
                follow(false);
            }
            return;
        }
        event.consume();
    }

    private void copySelected() {
        String text = list.getSelectionModel().getSelectedItems().stream()
                .map(this::text)
                .collect(Collectors.joining("\n"));
        model.services.desktop().copy(text);
    }

    private static boolean folds(KeyEvent event, Heading heading) {
        return switch (event.getCode()) {
            case ENTER, SPACE -> true;
            case RIGHT -> heading.isFolded();
            case LEFT -> !heading.isFolded();
            default -> false;
        };
    }
}
