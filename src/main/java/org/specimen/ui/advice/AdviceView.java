package org.specimen.ui.advice;

import javafx.scene.Node;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.StepView;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.text.Texts;

/** The page of {@link AdviceViewModel}. */
public final class AdviceView implements StepView {

    private static final Texts TEXTS = Texts.of(AdviceView.class);

    private final AdviceViewModel model;
    private final Page page = new Page(TEXTS.get("title"), TEXTS.get("sentence"));

    public AdviceView(AdviceViewModel model) {
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
