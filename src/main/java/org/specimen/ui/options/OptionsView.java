package org.specimen.ui.options;

import javafx.scene.Node;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.StepView;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.text.Texts;

/** The page of {@link OptionsViewModel}. */
public final class OptionsView implements StepView {

    private static final Texts TEXTS = Texts.of(OptionsView.class);

    private final OptionsViewModel model;
    private final Page page = new Page(TEXTS.get("title"), TEXTS.get("sentence"));

    public OptionsView(OptionsViewModel model) {
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
