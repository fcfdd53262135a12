package org.specimen.ui.trial;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.Texts;

/** What was checked, one row each with its sign, its name and what was found; those that do not hold first. */
final class CheckList extends TitledPane {

    private static final Texts TEXTS = Texts.of(CheckList.class);

    /** The report has them all. */
    private static final int MOST = 200;

    /**
     * One row.
     *
     * @param said what was found, in words
     */
    record Check(boolean holds, String name, String said) {}

    /**
     * A list.
     *
     * @param id how tests find it
     */
    CheckList(String id, String title, List<Check> checks) {
        setText(title);
        setId(id);
        getStyleClass().add("folded");
        setAnimated(false);
        boolean allHold = checks.stream().allMatch(Check::holds);
        setExpanded(!allHold);
        GridPane rows = new GridPane();
        rows.getStyleClass().add("checks");
        ColumnConstraints sign = new ColumnConstraints();
        ColumnConstraints name = new ColumnConstraints();
        name.setPercentWidth(40);
        ColumnConstraints said = new ColumnConstraints();
        said.setHgrow(Priority.ALWAYS);
        rows.getColumnConstraints().addAll(sign, name, said);
        List<Check> shown = checks.stream()
                .sorted((one, other) -> Boolean.compare(one.holds(), other.holds()))
                .limit(MOST)
                .toList();
        for (int row = 0; row < shown.size(); row++) {
            rows.addRow(row, cells(shown.get(row)));
        }
        VBox content = new VBox(8, rows);
        content.getStyleClass().add("folded-content");
        if (checks.size() > MOST) {
            content.getChildren().add(Words.muted(TEXTS.counted("checks.more", checks.size() - MOST)));
        }
        setContent(content);
    }

    private static Node[] cells(Check check) {
        Label sign = new Label(null, Icons.of(check.holds() ? Feather.CHECK : Feather.X));
        sign.setMinWidth(USE_PREF_SIZE);
        sign.setAccessibleText(TEXTS.get(check.holds() ? "checks.holds" : "checks.fails"));
        sign.getStyleClass().addAll("check-sign", check.holds() ? "holds" : "fails");
        return new Node[] {sign, Words.mono(check.name()), Words.styled(check.said())};
    }
}
