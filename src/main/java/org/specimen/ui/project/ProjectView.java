package org.specimen.ui.project;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.ErrorPanel;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.MenuLetters;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.StepPage;
import org.specimen.ui.control.Words;
import org.specimen.ui.session.Desktop;
import org.specimen.ui.text.Texts;

/** The page of {@link ProjectViewModel}. */
public final class ProjectView extends StepPage<ProjectViewModel> {

    private static final Texts TEXTS = Texts.of(ProjectView.class);

    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final Desktop desktop;
    private final VBox words = stack(8);
    private final VBox draft = stack(0);
    private final VBox opened = stack(16);
    private final VBox recovered = stack(8);
    private final VBox missing = stack(0);
    private final HBox drop = new HBox(16);
    private final Label dropTitle = Words.section(TEXTS.get("drop.title"));
    private final Button open = new Button();
    private Optional<Button> resume = Optional.empty();

    public ProjectView(ProjectViewModel model, Desktop desktop) {
        super(model, TEXTS);
        this.desktop = desktop;
        style("project.css");
        page.add(words, draft, recovered, opened, missing, drop());
        page.add(new SamplesView(model, desktop).node(), without(), new RecentsView(model).node());
        model.words().addListener((property, old, now) -> showWords(now));
        model.draft().addListener((property, old, now) -> showDraft());
        model.reading().addListener((property, old, now) -> show(now));
        model.missing().addListener((property, old, now) -> showMissing(now));
        page.node().setOnDragOver(this::dragged);
        page.node().setOnDragDropped(this::dropped);
        page.node().setOnDragExited(event -> drop.getStyleClass().remove("ready"));
        page.node().addEventHandler(KeyEvent.KEY_PRESSED, this::pasted);
        model.discarded().addListener((property, old, now) -> showDraft());
        model.recovered().addListener((property, old, now) -> showRecovered(now));
        showRecovered(model.recovered().get());
        showWords(model.words().get());
        showMissing(model.missing().get());
        showDraft();
        show(model.reading().get());
    }

    @Override
    public Node firstFocus() {
        return resume.orElse(open);
    }

    @Override
    public void focusOnProblem() {
        page.node().setVvalue(0);
        open.requestFocus();
    }

    private Node drop() {
        drop.getStyleClass().add("drop");
        drop.setAlignment(Pos.CENTER_LEFT);
        open.setId("open-folder");
        open.getStyleClass().add("accent");
        open.setOnAction(event -> model.chooseFolder());
        TextAndButton text = new TextAndButton(open, dropTitle, Words.muted(TEXTS.get("drop.text")));
        HBox.setHgrow(text, Priority.ALWAYS);
        Label sign = new Label(null, Icons.of(Feather.FOLDER, 2));
        sign.setMinWidth(Region.USE_PREF_SIZE);
        drop.getChildren().addAll(sign, text);
        return new VBox(8, drop, new TypedPathRow(model::openTyped));
    }

    /** A folder that was copied in the file manager, or a path, can be pasted anywhere on the page. */
    private void pasted(KeyEvent event) {
        if (!PASTE.match(event) || event.getTarget() instanceof TextInputControl) {
            return;
        }
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            model.open(clipboard.getFiles().stream().map(File::toPath).toList());
        } else if (clipboard.hasString()) {
            model.openTyped(clipboard.getString());
        }
        event.consume();
    }

    private void showRecovered(List<String> now) {
        recovered
                .getChildren()
                .setAll(now.stream()
                        .map(word -> new Banner(Banner.Tone.CAUTION, TEXTS.get("recovered"), word))
                        .toList());
        Presence.whereFilled(recovered);
    }

    private Node without() {
        Button button = new Button(MenuLetters.in(TEXTS.get("without.button")));
        button.setId("without-project");
        button.setOnAction(event -> model.startWithoutProject());
        TextAndButton row = new TextAndButton(
                button, Words.section(TEXTS.get("without.title")), Words.muted(TEXTS.get("without.text")));
        row.getStyleClass().add("project-section");
        return row;
    }

    private void showWords(List<String> now) {
        words.getChildren()
                .setAll(now.stream()
                        .map(word -> new Banner(Banner.Tone.CAUTION, "", word))
                        .toList());
        Presence.whereFilled(words);
    }

    private void showMissing(Optional<String> now) {
        missing.getChildren()
                .setAll(now.stream()
                        .map(text -> new Banner(Banner.Tone.CAUTION, "", text))
                        .toList());
        Presence.whereFilled(missing);
    }

    private void showDraft() {
        boolean hadFocus = open.isFocused() || draft.isFocusWithin();
        draft.getChildren().clear();
        resume = Optional.empty();
        model.draftLine().ifPresent(text -> {
            Button goOn = new Button(TEXTS.get("draft.resume"));
            goOn.setId("resume");
            goOn.getStyleClass().add("accent");
            goOn.setOnAction(event -> model.resume());
            resume = Optional.of(goOn);
            Button discard = new Button(TEXTS.get("draft.discard"));
            discard.setId("discard-draft");
            discard.setOnAction(event -> model.discardDraft());
            draft.getChildren().add(new Banner(Banner.Tone.QUIET, TEXTS.get("draft.title"), text, goOn, discard));
        });
        if (model.discarded().get().isPresent()) {
            Button undo = new Button(TEXTS.get("draft.undo"));
            undo.setId("undo-discard");
            undo.setOnAction(event -> model.undoDiscard());
            draft.getChildren().add(new Banner(Banner.Tone.QUIET, "", TEXTS.get("draft.discarded"), undo));
        }
        Presence.whereFilled(draft);
        stressOpen();
        if (hadFocus) {
            firstFocus().requestFocus();
        }
    }

    /** Opening a folder is what to do here, unless one is open or can be gone on with. */
    private void stressOpen() {
        open.getStyleClass().remove("accent");
        boolean isOpen = model.reading().get() instanceof Reading.Done;
        if (!isOpen && model.draftLine().isEmpty()) {
            open.getStyleClass().add("accent");
        }
    }

    private void show(Reading reading) {
        boolean hadFocus = hasFocus();
        opened.getChildren().clear();
        if (reading instanceof Reading.UnderWay) {
            opened.getChildren()
                    .add(new Banner(Banner.Tone.QUIET, TEXTS.get("reading.title"), TEXTS.get("reading.text")));
        } else if (reading instanceof Reading.Without) {
            opened.getChildren().add(new Banner(Banner.Tone.GOOD, "", TEXTS.get("without.started")));
        } else if (reading instanceof Reading.Failed failed) {
            Button other = new Button(TEXTS.get("failed.other"));
            other.setOnAction(event -> model.chooseFolder());
            opened.getChildren().add(new ErrorPanel(TEXTS.get("failed.title"), failed.failure(), desktop::copy, other));
            failed.still().ifPresent(still -> opened.getChildren().addAll(new OpenedView(still).parts()));
        } else if (reading instanceof Reading.Done done) {
            opened.getChildren().addAll(new OpenedView(done).parts());
        }
        boolean isOpen = reading instanceof Reading.Done;
        stressOpen();
        dropTitle.setText(TEXTS.get(isOpen ? "drop.title.other" : "drop.title"));
        open.setText(MenuLetters.in(TEXTS.get(isOpen ? "drop.other" : "drop.button")));
        Presence.whereFilled(opened);
        page.node().setVvalue(0);
        if (hadFocus) {
            firstNews().requestFocus();
        }
    }

    /** Whether something on this page has the keyboard. */
    private boolean hasFocus() {
        return page.node().isFocusWithin();
    }

    /** What comes first in what has just been said, or else the button that was there before. */
    private Node firstNews() {
        page.node().applyCss();
        return opened.lookupAll("*").stream()
                .filter(Node::isFocusTraversable)
                .findFirst()
                .orElse(open);
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.LINK, TransferMode.COPY);
            if (!drop.getStyleClass().contains("ready")) {
                drop.getStyleClass().add("ready");
            }
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        model.open(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        event.setDropCompleted(true);
        event.consume();
    }

    private static VBox stack(double spacing) {
        VBox box = new VBox(spacing);
        box.setFillWidth(true);
        return box;
    }
}
