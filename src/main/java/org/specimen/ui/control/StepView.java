package org.specimen.ui.control;

import javafx.scene.Node;
import org.specimen.ui.session.StepModel;

/** The page of a step, as the frame sees it. */
public interface StepView {

    Node node();

    StepModel model();

    /** Where the keyboard is when the page comes up. */
    default Node firstFocus() {
        return node();
    }

    /** Puts the keyboard where something is missing, after {@link StepModel#mayLeave()} said no. */
    default void focusOnProblem() {}
}
