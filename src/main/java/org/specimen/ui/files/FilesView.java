package org.specimen.ui.files;

import javafx.scene.Node;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.StepView;
import org.specimen.ui.session.StepModel;
import org.specimen.ui.text.Texts;

/** The page of {@link FilesViewModel}. */
public final class FilesView implements StepView {

    private static final Texts TEXTS = Texts.of(FilesView.class);

    private final FilesViewModel model;
    private final Page page = new Page(TEXTS.get("title"), TEXTS.get("sentence"));

    public FilesView(FilesViewModel model) {
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
