package org.specimen.ui.trial;

import javafx.scene.Node;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.StepView;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.text.Texts;

/** The page of {@link TrialViewModel}. */
public final class TrialView implements StepView {

    private static final Texts TEXTS = Texts.of(TrialView.class);

    private final TrialViewModel model;
    private final Page page = new Page(TEXTS.get("title"), TEXTS.get("sentence"));

    public TrialView(TrialViewModel model) {
        this.model = model;
    }

    @Override
    public Node node() {
        return page.node();
    }

    @Override
    public StepModel model() {
        return model;
    }
}
