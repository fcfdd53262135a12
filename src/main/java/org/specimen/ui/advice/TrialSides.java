package org.specimen.ui.advice;

import static org.specimen.ui.advice.AdviceWords.TEXTS;

import java.util.List;
import java.util.Set;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.specimen.advice.Layer;
import org.specimen.ui.advice.Trial.OnlyHere;
import org.specimen.ui.advice.Trial.Side;
import org.specimen.ui.control.Words;

/** Before and after, side by side. */
final class TrialSides extends GridPane {

    private static final double LEAST_EMS = 17;

    TrialSides(Trial trial) {
        setHgap(16);
        setVgap(16);
        VBox before = side(trial.before(), trial.changed(), "whatif.goes", "before");
        VBox after = side(trial.after(), trial.changed(), "whatif.appears", "after");
        Adaptive.columns(
                this,
                LEAST_EMS,
                count -> {
                    getChildren().clear();
                    Adaptive.divide(this, count);
                    add(before, 0, 0);
                    add(after, count - 1, 2 - count);
                },
                2,
                1);
    }

    private static VBox side(Side side, Set<Layer> changed, String heading, String style) {
        VBox box = new VBox(
                8, Words.muted(side.label()), Words.section(side.stack().title()), new MarkList(side.marks(), changed));
        box.getStyleClass().addAll("side", style);
        box.setId("what-if-" + style);
        List<OnlyHere> only = side.onlyHere();
        if (!only.isEmpty()) {
            VBox reasons = new VBox(8, Words.strong(TEXTS.get(heading)));
            only.forEach(reason -> reasons.getChildren()
                    .add(new VBox(
                            Words.styled(reason.layers(), "accent-text", "strong"), Words.styled(reason.because()))));
            reasons.getStyleClass().add("only-here");
            box.getChildren().add(reasons);
        }
        box.setMaxHeight(Double.MAX_VALUE);
        return box;
    }
}
