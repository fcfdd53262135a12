package org.specimen.ui.trial;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.specimen.ui.code.CodePane;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.ErrorPanel;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.Words;
import org.specimen.ui.session.RefusalWords;
import org.specimen.ui.text.Texts;
import org.specimen.ui.trial.ChangeModel.Said;
import org.specimen.ui.trial.ProposedChange.ChangedFile;
import org.specimen.ui.trial.ProposedChange.Kind;

/** Shows what would change in the files, and asks before it is written. */
final class ChangeView extends VBox {

    private static final Texts TEXTS = Texts.of(ChangeView.class);

    /** The height of a line, in multiples of the text's size, and how many of a file are seen at once. */
    private static final double LINE = 1.75;

    private static final int MOST_LINES = 14;

    private final ChangeModel model;
    private final TrialViewModel trial;

    ChangeView(TrialViewModel trial) {
        this.trial = trial;
        model = trial.change();
        setId("change");
        getStyleClass().add("trial-section");
        model.proposed().addListener((property, old, now) -> show());
        model.said().addListener((property, old, now) -> show());
        disableProperty().bind(model.busy());
        show();
    }

    private void show() {
        getChildren().clear();
        model.said().get().ifPresent(said -> getChildren().add(said(said)));
        model.proposed().get().ifPresent(change -> getChildren().add(proposed(change)));
        Presence.whereFilled(this);
    }

    private Node said(Said said) {
        if (said instanceof Said.NotDone not) {
            return new ErrorPanel(
                    TEXTS.get("change.not-done"), RefusalWords.plain(not.failure()), trial.services.desktop()::copy);
        }
        String paths = said instanceof Said.Written written ? String.join(", ", written.paths()) : "";
        Banner banner = paths.isEmpty()
                ? new Banner(Banner.Tone.QUIET, TEXTS.get("change.nothing"), TEXTS.get("change.nothing.why"))
                : new Banner(Banner.Tone.GOOD, TEXTS.get("change.written"), paths);
        banner.setId("change-said");
        return banner;
    }

    private Node proposed(ProposedChange change) {
        String key = "change." + change.kind().name().toLowerCase(Locale.ROOT);
        int count = change.files().size();
        VBox card = new VBox(Words.section(TEXTS.counted(key, count)), Words.prose(TEXTS.get(key + ".why")));
        card.getStyleClass().addAll("card", "trial-card");
        for (int i = 0; i < count; i++) {
            card.getChildren().add(file(change.files().get(i), i == 0));
        }
        Button write = new Button(TEXTS.counted(key + ".write", count));
        write.setId("write-change");
        write.getStyleClass().add("accent");
        write.setOnAction(event -> model.write());
        Button leave = new Button(TEXTS.get(change.kind() == Kind.FIX ? "change.fix.leave" : "change.freeze.leave"));
        leave.setId("leave-change");
        leave.setOnAction(event -> model.leave());
        card.getChildren().add(new FlowPane(8, 8, write, leave));
        return card;
    }

    private static Node file(ChangedFile file, boolean isFirst) {
        CodePane code = new CodePane();
        code.show(file.difference(), true, TEXTS.get("change.file", file.path()));
        int lines = Math.min(MOST_LINES, Math.max(2, file.difference().lines().size()));
        code.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(() -> Words.TEXT_SIZE.get() * (lines * LINE + 2), Words.TEXT_SIZE));
        code.minHeightProperty().bind(code.prefHeightProperty());
        TitledPane pane = new TitledPane(
                TEXTS.get(
                        "change.counts",
                        file.path(),
                        file.difference().added(),
                        file.difference().removed()),
                code);
        pane.getStyleClass().add("folded");
        pane.setAnimated(false);
        pane.setExpanded(isFirst);
        return pane;
    }
}
