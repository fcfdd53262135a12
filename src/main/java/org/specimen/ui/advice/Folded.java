package org.specimen.ui.advice;

import static org.specimen.ui.advice.AdviceWords.TEXTS;

import java.util.List;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.specimen.ui.advice.AdvicePage.Taken;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.Words;
import org.specimen.ui.theme.Motion;

/** What may be passed over: opened by whoever wants it. */
final class Folded extends VBox {

    private final VBox risks = new VBox(12);
    private final VBox remember = new VBox(12);
    private final VBox taken = new VBox(8);
    private final TitledPane rememberPane = pane("remember", remember);
    private final TitledPane riskPane = pane("open", risks);
    private final TitledPane takenPane = pane("assumed", taken);
    private final Runnable change;

    Folded(Runnable change) {
        this.change = change;
        setSpacing(8);
        getChildren().addAll(rememberPane, riskPane, takenPane);
    }

    void show(AdvicePage page) {
        remember.getChildren()
                .setAll(page.remember().stream().map(Folded::bullet).toList());
        risks.getChildren()
                .setAll(page.risks().stream()
                        .map(risk -> new VBox(Words.strong(risk.layer()), Words.prose(risk.text())))
                        .toList());
        taken.getChildren().setAll(Words.muted(TEXTS.get("assumed.explain")));
        GridPane rows = new GridPane();
        rows.getStyleClass().add("taken");
        for (int row = 0; row < page.taken().size(); row++) {
            addTaken(page.taken().get(row), rows, row);
        }
        taken.getChildren().add(Page.prose(rows));
        show(rememberPane, page.remember());
        show(riskPane, page.risks());
        show(takenPane, page.taken());
    }

    private static void show(TitledPane pane, List<?> content) {
        Presence.set(pane, !content.isEmpty());
    }

    private static TitledPane pane(String key, VBox content) {
        content.getStyleClass().add("folded-content");
        TitledPane pane = new TitledPane(TEXTS.get(key), content);
        pane.setId("folded-" + key);
        pane.getStyleClass().add("folded");
        pane.setExpanded(false);
        pane.setAnimated(!Motion.REDUCED.get());
        Motion.REDUCED.addListener((property, old, now) -> pane.setAnimated(!now));
        return pane;
    }

    private static HBox bullet(String text) {
        Label dot = new Label("•");
        dot.setMinWidth(USE_PREF_SIZE);
        return Page.prose(new HBox(8, dot, Words.prose(text)));
    }

    private void addTaken(Taken each, GridPane rows, int row) {
        Label text = Words.styled(each.text());
        Hyperlink link = new Hyperlink(TEXTS.get("change"));
        link.setMinWidth(USE_PREF_SIZE);
        link.setId("change-" + each.question().key());
        link.setAccessibleText(TEXTS.get("change.spoken", each.question().text()));
        link.setOnAction(event -> change.run());
        rows.addRow(row, text, Words.badge(each.origin()), link);
    }
}
