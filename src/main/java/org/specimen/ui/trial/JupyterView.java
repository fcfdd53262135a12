package org.specimen.ui.trial;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.CopyButton;
import org.specimen.ui.control.ErrorPanel;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.Words;
import org.specimen.ui.session.RefusalWords;
import org.specimen.ui.text.Texts;

/** Opens the notebooks of the project in the environment, and shows the Jupyter that is up. */
final class JupyterView extends VBox {

    private static final Texts TEXTS = Texts.of(JupyterView.class);

    private final TrialViewModel model;

    JupyterView(TrialViewModel model) {
        this.model = model;
        setId("jupyter");
        getStyleClass().addAll("card", "trial-card");
        model.jupyter().state().addListener((property, old, now) -> show());
        show();
    }

    /** Whether there is anything to say or to offer. */
    boolean isNeeded() {
        return model.offersJupyter() || !(model.jupyter().state().get() instanceof JupyterState.Closed);
    }

    /** Shows how far it is, in the words for the stack of the plan. */
    void show() {
        boolean hadKeyboard = getScene() != null && isWithin(getScene().getFocusOwner());
        JupyterState state = model.jupyter().state().get();
        List<Node> parts = new ArrayList<>();
        parts.add(Words.section(TEXTS.get("jupyter.title")));
        List<Node> buttons = buttons(state);
        parts.addAll(words(state));
        if (!buttons.isEmpty()) {
            parts.add(new FlowPane(8, 8, buttons.toArray(Node[]::new)));
        }
        getChildren().setAll(parts);
        if (hadKeyboard) {
            buttons.stream().findFirst().ifPresent(Node::requestFocus);
        }
    }

    private boolean isWithin(@Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node == this) {
                return true;
            }
        }
        return false;
    }

    private List<Node> words(JupyterState state) {
        if (state instanceof JupyterState.Lacking lacking) {
            return List.of(new TroubleView(lacking.trouble(), Banner.Tone.CAUTION, model));
        }
        if (state instanceof JupyterState.Broken broken) {
            ErrorPanel panel = new ErrorPanel(
                    TEXTS.get("jupyter.broken"), RefusalWords.plain(broken.failure()), model.services.desktop()::copy);
            panel.setId("jupyter-error");
            return List.of(panel);
        }
        if (state instanceof JupyterState.Up up) {
            Label address = Words.mono(up.address().shown());
            address.setId("jupyter-address");
            String way = up.page().isPresent() ? "jupyter.up.page" : "jupyter.up.address";
            return up.isStopping()
                    ? List.of(Page.prose(Words.styled(TEXTS.get("jupyter.stopping"))), address)
                    : List.of(Page.prose(Words.styled(TEXTS.get("jupyter.up") + " " + TEXTS.get(way))), address);
        }
        if (state instanceof JupyterState.Starting starting) {
            return List.of(Page.prose(
                    Words.styled(TEXTS.get(starting.isStopping() ? "jupyter.stopping" : "jupyter.starting.now"))));
        }
        boolean held = model.page().get() instanceof TrialPage.Ready ready
                && ready.stack().usesDocker();
        return List.of(Words.prose(TEXTS.get(held ? "jupyter.why.container" : "jupyter.why.open")));
    }

    private List<Node> buttons(JupyterState state) {
        if (state instanceof JupyterState.Up up) {
            Button browse = button("jupyter.browse", Feather.EXTERNAL_LINK, model.jupyter()::browse);
            CopyButton copy = CopyButton.labelled(TEXTS.get("jupyter.copy"), model.jupyter()::copy);
            copy.setId("jupyter-copy");
            if (up.isStopping()) {
                return List.of();
            }
            return up.page().isPresent() ? List.of(browse, copy, stop()) : List.of(copy, stop());
        }
        if (state instanceof JupyterState.Starting starting) {
            return starting.isStopping() ? List.of() : List.of(stop());
        }
        return state instanceof JupyterState.Lacking
                ? List.of()
                : List.of(button("jupyter.open", Feather.BOOK_OPEN, model::openJupyter));
    }

    private Button stop() {
        return button("jupyter.stop", Feather.SQUARE, model.jupyter()::stop);
    }

    private static Button button(String key, Feather icon, Runnable action) {
        Button button = new Button(TEXTS.get(key), Icons.of(icon));
        button.setId(key.replace('.', '-'));
        button.setOnAction(event -> action.run());
        return button;
    }
}
