package org.specimen.ui.files;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.specimen.files.Undo;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.ErrorPanel;
import org.specimen.ui.control.StepPage;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.control.Words;
import org.specimen.ui.files.FileRow.Kind;
import org.specimen.ui.files.FilesPage.Looking;
import org.specimen.ui.files.FilesPage.Remedy;
import org.specimen.ui.session.RefusalWords;
import org.specimen.ui.task.Failure;
import org.specimen.ui.text.Texts;

/** The page of {@link FilesViewModel}. */
public final class FilesView extends StepPage<FilesViewModel> {

    private static final Texts TEXTS = FilesTexts.TEXTS;

    private final VBox messages = new VBox(8);
    private final VBox body = new VBox();
    private final FileList list;
    private final FilesSplit split;

    public FilesView(FilesViewModel model) {
        super(model, TEXTS);
        list = new FileList(model::select);
        split = new FilesSplit(list, new FilePane(model));
        style("files.css");
        body.getStyleClass().add("files-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        page.fillingHeight().add(messages, body);
        WhileShown.show(page.node(), model.page(), this::show);
        WhileShown.show(page.node(), model.selected(), now -> now.ifPresent(list::follow));
        model.trouble().addListener((property, old, now) -> showMessages());
        model.undone().addListener((property, old, now) -> showMessages());
    }

    @Override
    public Node firstFocus() {
        return model.page().get() instanceof Looking ? list : page.node();
    }

    private void show(FilesPage now) {
        showMessages();
        page.say(TEXTS.get("title"), TEXTS.get(now instanceof FilesPage.Written ? "sentence.written" : "sentence"));
        if (now instanceof Looking files) {
            showFiles(files);
        } else {
            body.getChildren().setAll(alone(now));
            page.node().setVvalue(0);
        }
    }

    private Node alone(FilesPage now) {
        if (now instanceof FilesPage.Homeless) {
            Button choose = button("folder.choose", "choose-folder", model::chooseFolder);
            return new Banner(Banner.Tone.QUIET, TEXTS.get("folder.headline"), TEXTS.get("folder.why"), choose);
        }
        if (now instanceof FilesPage.Unavailable unavailable) {
            return errorPanel("unavailable", unavailable.failure(), unavailable.remedy());
        }
        return now instanceof FilesPage.Written written
                ? new ClosingCard(model, written)
                : Words.muted(TEXTS.get("making"));
    }

    private void showFiles(Looking files) {
        list.show(files.rows(), model.selected().get());
        split.summarize(summary(files.rows()));
        List<Node> parts = new ArrayList<>(List.of(split));
        files.unwritten().forEach(why -> parts.add(new Banner(Banner.Tone.QUIET, TEXTS.get("unwritten"), why)));
        if (!files.stale().isEmpty()) {
            parts.add(new Banner(
                    Banner.Tone.QUIET, TEXTS.get("stale"), TEXTS.get("stale.why", String.join(", ", files.stale()))));
        }
        if (files.canUndo()) {
            parts.add(new HBox(button("undo.last", "undo-last-write", model::undoWrite)));
        }
        if (!files.notes().isEmpty()) {
            parts.add(notes(files.notes()));
        }
        body.getChildren().setAll(parts);
    }

    private static String summary(List<FileRow> rows) {
        return String.join(
                ", ",
                Arrays.stream(Kind.values())
                        .filter(kind -> count(rows, kind) > 0)
                        .map(kind ->
                                TEXTS.counted("summary." + kind.name().toLowerCase(Locale.ROOT), count(rows, kind)))
                        .toList());
    }

    private static long count(List<FileRow> rows, Kind kind) {
        return rows.stream().filter(row -> row.kind() == kind).count();
    }

    private static Node notes(List<String> notes) {
        VBox content = new VBox(8);
        notes.forEach(note -> content.getChildren().add(Words.prose(note)));
        TitledPane pane = new TitledPane(TEXTS.counted("notes", notes.size()), content);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.setId("version-notes");
        return pane;
    }

    private void showMessages() {
        List<Node> all = new ArrayList<>();
        model.trouble()
                .get()
                .ifPresent(trouble -> all.add(errorPanel(
                        trouble.undoing() ? "trouble.undo" : "trouble.write", trouble.failure(), trouble.remedy())));
        model.undone().get().ifPresent(undo -> all.add(undone(undo)));
        if (model.page().get() instanceof Looking files && files.count() == 0 && all.isEmpty()) {
            all.add(new Banner(Banner.Tone.GOOD, TEXTS.get("nothing"), TEXTS.get("nothing.why")));
        }
        messages.getChildren().setAll(all);
        messages.setManaged(!all.isEmpty());
    }

    private static Node undone(Undo undo) {
        List<String> lines = new ArrayList<>();
        for (Undo.Action action : Undo.Action.values()) {
            List<String> paths = undo.steps().stream()
                    .filter(step -> step.action() == action)
                    .map(Undo.Step::path)
                    .toList();
            if (!paths.isEmpty()) {
                String key = switch (action) {
                    case RESTORE -> "undone.restored";
                    case REMOVE -> "undone.removed";
                    case LEAVE -> "undone.left";
                };
                lines.add(TEXTS.get(key, String.join(", ", paths)));
            }
        }
        Banner banner = new Banner(Banner.Tone.QUIET, TEXTS.get("undone"), String.join("\n", lines));
        banner.setId("undone");
        return banner;
    }

    private Node errorPanel(String headline, Failure failure, Remedy remedy) {
        List<Node> buttons = new ArrayList<>();
        buttons.add(
                switch (remedy) {
                    case LOOK_AGAIN -> button("look-again", "look-again", model::lookAgain);
                    case TRY_AGAIN -> button("try-again", "try-again", model::tryAgain);
                    case PACKAGES -> button("packages", "go-to-packages", model::goToPackages);
                });
        if (Remedy.isAboutFolder(failure)) {
            String text = remedy == Remedy.LOOK_AGAIN ? "folder.again" : "folder.another";
            buttons.add(button(text, "choose-folder", model::chooseFolder));
        }
        ErrorPanel panel = new ErrorPanel(
                TEXTS.get(headline),
                RefusalWords.plain(failure),
                model.services.desktop()::copy,
                buttons.toArray(Node[]::new));
        panel.setId("files-error");
        return panel;
    }

    private static Button button(String text, String id, Runnable action) {
        Button button = new Button(TEXTS.get(text));
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }
}
