package org.specimen.ui.situation;

import javafx.scene.Node;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.StepView;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.text.Texts;

/** The page of {@link SituationViewModel}. */
public final class SituationView implements StepView {

    private static final Texts TEXTS = Texts.of(SituationView.class);

    private final SituationViewModel model;
    private final Page page = new Page(TEXTS.get("title"), TEXTS.get("sentence"));

    public SituationView(SituationViewModel model) {
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
