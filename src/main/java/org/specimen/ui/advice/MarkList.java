package org.specimen.ui.advice;

import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.advice.Layer;
import org.specimen.ui.control.Icon;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Words;

/** The seven layers with a mark each. */
final class MarkList extends VBox {

    /**
     * A list.
     *
     * @param changed layers to point out
     */
    MarkList(List<LayerMark> marks, Set<Layer> changed) {
        getStyleClass().add("marks");
        marks.forEach(mark -> getChildren().add(row(mark, changed.contains(mark.layer()))));
    }

    private static HBox row(LayerMark mark, boolean isChanged) {
        Label name = Words.styled(AdviceWords.name(mark.layer()));
        name.setAccessibleText(mark.spoken());
        HBox row = new HBox(8, sign(mark.state()), name);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().addAll("mark", mark.state().key());
        if (isChanged) {
            row.getStyleClass().add("changed");
        }
        Tooltip.install(row, Words.tooltip(mark.spoken()));
        return row;
    }

    private static Label sign(LayerMark.State state) {
        Icon icon = Icons.of(
                switch (state) {
                    case CONTROLLED -> Feather.CHECK_CIRCLE;
                    case SPARE -> Feather.CHECK;
                    case OPEN -> Feather.ALERT_TRIANGLE;
                    case NOT_NEEDED -> Feather.MINUS;
                    case ELSEWHERE -> Feather.MORE_HORIZONTAL;
                });
        Label sign = new Label(null, icon);
        sign.getStyleClass().add("sign");
        sign.setMinWidth(USE_PREF_SIZE);
        return sign;
    }

    /** What the marks mean. */
    static FlowPane legend() {
        FlowPane legend = new FlowPane(24, 4);
        legend.getStyleClass().add("legend");
        legend.setMinWidth(0);
        for (LayerMark.State state : LayerMark.State.values()) {
            HBox entry = new HBox(8, sign(state), Words.muted(state.words()));
            entry.getStyleClass().addAll("mark", state.key());
            legend.getChildren().add(entry);
        }
        return legend;
    }
}
