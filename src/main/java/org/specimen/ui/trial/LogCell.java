package org.specimen.ui.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.proof.LogLine.Source;
import org.specimen.ui.control.Icons;
import org.specimen.ui.text.ScreenText;
import org.specimen.ui.text.Texts;
import org.specimen.ui.trial.LogRow.Heading;
import org.specimen.ui.trial.LogRow.Line;

/** A row of the log on the screen. What is looked for is marked in it. */
final class LogCell extends ListCell<LogRow> {

    private static final Texts TEXTS = Texts.of(LogCell.class);
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("found");

    private final RunModel run;

    LogCell(RunModel run) {
        this.run = run;
        getStyleClass().add("log-cell");
        addEventHandler(MouseEvent.MOUSE_CLICKED, click -> {
            if (click.getButton() == MouseButton.PRIMARY && getItem() instanceof Heading heading) {
                run.log().fold(heading.station(), !heading.isFolded());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable LogRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(HEADING, row instanceof Heading);
        pseudoClassStateChanged(
                CURRENT,
                row instanceof Line
                        && Optional.of(row).equals(run.search().current().get()));
        getStyleClass().removeAll("specimen", "errors");
        setGraphic(null);
        setText(null);
        setAccessibleText(null);
        if (row instanceof Heading heading) {
            show(heading);
        } else if (row instanceof Line line) {
            show(line);
        }
    }

    private void show(Heading heading) {
        String name = run.names().of(heading.station());
        String count = TEXTS.counted("log.lines", heading.lines());
        String text = heading.leftOut() == 0
                ? TEXTS.get("log.heading", name, count)
                : TEXTS.get("log.heading.left-out", name, count, TEXTS.counted("log.left-out", heading.leftOut()));
        setGraphic(Icons.of(heading.isFolded() ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN, 1));
        setText(text);
        setAccessibleText(TEXTS.get(heading.isFolded() ? "log.folded" : "log.unfolded", text));
    }

    private void show(Line line) {
        if (line.said().source() != Source.OUTPUT) {
            getStyleClass().add(line.said().source().name().toLowerCase(Locale.ROOT));
        }
        String text = ScreenText.of(line.text());
        String sought = run.search().found().get().text();
        if (sought.isEmpty() || LogSearch.placeIn(text, sought, 0) < 0) {
            setText(text);
        } else {
            setGraphic(marked(text, sought));
            setAccessibleText(text);
        }
    }

    private static Node marked(String text, String sought) {
        List<Node> parts = new ArrayList<>();
        int from = 0;
        for (int at = LogSearch.placeIn(text, sought, 0); at >= 0; at = LogSearch.placeIn(text, sought, from)) {
            add(text.substring(from, at), "log-text", parts);
            from = at + sought.length();
            TextFlow match = new TextFlow(part(text.substring(at, from), "log-match-text"));
            match.getStyleClass().add("log-match");
            parts.add(match);
        }
        add(text.substring(from), "log-text", parts);
        HBox flow = new HBox(parts.toArray(Node[]::new));
        flow.setAlignment(Pos.CENTER_LEFT);
        flow.setFillHeight(false);
        flow.setMinWidth(USE_PREF_SIZE);
        return flow;
    }

    private static void add(String text, String style, List<Node> parts) {
        if (!text.isEmpty()) {
            parts.add(part(text, style));
        }
    }

    private static Text part(String text, String style) {
        Text part = new Text(text);
        part.getStyleClass().add(style);
        return part;
    }
}
