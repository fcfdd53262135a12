package org.specimen.ui.control;

import java.util.Objects;
import javafx.scene.Parent;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.text.Texts;

/**
 * What the pages of all steps have in common: a view model, and a {@link Page} under the step's title and sentence.
 *
 * @param <M> the step's view model
 */
public abstract class StepPage<M extends StepModel> implements StepView {

    protected final M model;
    protected final Page page;

    protected StepPage(M model, Texts texts) {
        this.model = model;
        page = new Page(texts.get("title"), texts.get("sentence"));
    }

    @Override
    public final StepModel model() {
        return model;
    }

    @Override
    public Parent node() {
        return page.node();
    }

    /** Adds the step's own style sheet, which lies beside its texts. */
    protected final void style(String sheet) {
        page.content()
                .getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource(sheet), sheet)
                        .toExternalForm());
    }
}
