package org.specimen.ui.files;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.specimen.files.ExistingChoice;
import org.specimen.ui.code.CodePane;
import org.specimen.ui.code.ShownText;
import org.specimen.ui.control.CopyButton;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.Segments;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.ScreenText;

/** One file: what it is for, what becomes of the person's own, and its text or the difference. */
final class FilePane extends VBox {

    private final FilesViewModel model;
    private final Label path = Words.styled("", "mono", "strong");
    private final Label purpose = Words.muted("");
    private final VBox notes = new VBox();
    private final Label own = Words.strong("");
    private final Segments<ExistingChoice> choices = new Segments<>(this::choose);
    private final Label meaning = Words.styled("");
    private final VBox choice = new VBox(own, choices, meaning);
    private final Segments<Boolean> views;
    private final Label counts = new Label();
    private final CopyButton copy =
            CopyButton.small(FilesTexts.TEXTS.get("copy"), FilesTexts.TEXTS.get("copy"), this::copyText);
    private final CodePane code = new CodePane();

    FilePane(FilesViewModel model) {
        this.model = model;
        getStyleClass().add("file-pane");
        choice.getStyleClass().addAll("file-choice");
        for (ExistingChoice each : List.of(ExistingChoice.BESIDE, ExistingChoice.KEEP, ExistingChoice.REPLACE)) {
            choices.add(each, FilesTexts.TEXTS.get("choice." + lower(each)), "choose-" + lower(each));
        }
        notes.getStyleClass().add("file-notes");
        counts.getStyleClass().add("mono");
        counts.setId("difference-counts");
        counts.setMinWidth(USE_PREF_SIZE);
        views = new Segments<Boolean>(model.asDifference()::set)
                .add(true, FilesTexts.TEXTS.get("difference"), "show-difference")
                .add(false, FilesTexts.TEXTS.get("whole"), "show-whole");
        copy.setId("copy-file");
        path.setWrapText(false);
        HBox name = new HBox(8, path, gap(), copy);
        name.setAlignment(Pos.CENTER_LEFT);
        FlowPane tools = new FlowPane(12, 8, views, counts);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.managedProperty().bind(tools.visibleProperty());
        tools.visibleProperty().bind(views.visibleProperty());
        VBox.setVgrow(code, Priority.ALWAYS);
        getChildren().addAll(name, purpose, choice, notes, tools, code);
        WhileShown.show(this, model.selected(), now -> now.ifPresent(this::show));
        WhileShown.show(this, model.text(), now -> showText());
        model.asDifference().addListener((property, old, now) -> showText());
    }

    private void copyText() {
        model.text().get().ifPresent(text -> model.services.desktop().copy(text.text()));
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private void show(FileRow file) {
        path.setText(ScreenText.of(file.path()));
        purpose.setText(FilesTexts.TEXTS.get("role." + lower(file.role())));
        notes.getChildren()
                .setAll(file.change().notes().stream().map(Words::muted).toList());
        Presence.set(notes, !file.change().notes().isEmpty() && file.choice().isEmpty());
        Presence.set(choice, file.choice().isPresent());
        file.choice().ifPresent(chosen -> showChoice(file, chosen));
        copy.rest();
    }

    /** The buttons stay, and so does the keyboard, while the files follow from what was chosen. */
    private void showChoice(FileRow file, ExistingChoice chosen) {
        own.setText(FilesTexts.TEXTS.get("choice.headline", file.role().fileName()));
        choices.show(chosen);
        meaning.setText(FilesTexts.TEXTS.get("choice." + lower(chosen) + ".means", file.path()));
    }

    private void choose(ExistingChoice chosen) {
        model.selected().get().ifPresent(file -> model.choose(file.role(), chosen));
    }

    private void showText() {
        Optional<FileText> text = model.text().get();
        if (text.isEmpty()) {
            return;
        }
        Optional<ShownText> difference = text.get().difference();
        boolean asDifference = difference.isPresent() && model.asDifference().get();
        Presence.set(views, difference.isPresent());
        views.show(asDifference);
        difference.ifPresent(changes -> {
            counts.setText(FilesTexts.TEXTS.get("counts", changes.added(), changes.removed()));
            counts.setAccessibleText(FilesTexts.TEXTS.get("counts.said", changes.added(), changes.removed()));
        });
        code.show(
                asDifference ? difference.get() : text.get().whole(),
                asDifference,
                FilesTexts.TEXTS.get("text", text.get().path()));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
