package org.specimen.ui.control;

import javafx.scene.Node;
import org.specimen.ui.session.StepModel;

/** The page of a step, as the frame sees it. */
public interface StepView {

    Node node();

    /** What the first frame of the window shows of it, in the same place; taken back before {@link #complete}. */
    default Node firstLook() {
        return node();
    }

    StepModel model();

    /** Where the keyboard is when the page comes up. */
    default Node firstFocus() {
        return node();
    }

    /** Adds what the first frame of the window does without; called once, before anybody can use the page. */
    default void complete() {}

    /** Puts the keyboard where something is missing, after {@link StepModel#mayLeave()} said no. */
    default void focusOnProblem() {}
}
