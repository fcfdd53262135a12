package org.specimen.ui.frame;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.FocusInView;
import org.specimen.ui.control.Hint;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Words;
import org.specimen.ui.session.Journey;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.session.StepState;
import org.specimen.ui.text.Texts;

/** The steps, on the left: where the person is, and how the others stand. */
final class RailView extends VBox {

    private static final Texts TEXTS = Texts.of(RailView.class);

    /** While a page is shown that is no step. */
    private static final PseudoClass ASIDE = PseudoClass.getPseudoClass("aside");

    private final Map<Step, Button> buttons = new EnumMap<>(Step.class);
    private final VBox steps = new VBox();
    private final Journey journey;
    private final Session session;
    private final Runnable settings;

    /**
     * A rail.
     *
     * @param go shows a step that has been reached
     * @param settings what the button "Settings" does
     */
    RailView(Journey journey, Session session, Consumer<Step> go, Runnable settings) {
        this.journey = journey;
        this.session = session;
        this.settings = settings;
        getStyleClass().add("rail");
        setMinWidth(USE_PREF_SIZE);
        setMinHeight(0);
        steps.getStyleClass().add("rail-steps");
        for (Step step : Step.values()) {
            Button button = new Button(TEXTS.get(key(step)));
            button.setOnAction(event -> go.accept(step));
            buttons.put(step, button);
            steps.getChildren().add(button);
        }
        getChildren().addAll(brand(), scrolling(steps), tools());
        journey.states().addListener((property, old, now) -> show(now));
        show(journey.states().get());
    }

    /** Whose window it is. */
    static Label brand() {
        Label brand = new Label("Specimen", Icons.of(Feather.DISC, 1.3));
        brand.getStyleClass().add("brand");
        brand.setMinHeight(USE_PREF_SIZE);
        return brand;
    }

    private static ScrollPane scrolling(VBox steps) {
        ScrollPane scroll = new ScrollPane(steps);
        scroll.getStyleClass().add("rail-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        FocusInView.keep(scroll, steps);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private HBox tools() {
        Button undo = small(Feather.CORNER_UP_LEFT, "undo", session::undo);
        undo.disableProperty().bind(session.canUndo().not());
        Button redo = small(Feather.CORNER_UP_RIGHT, "redo", session::redo);
        redo.disableProperty().bind(session.canRedo().not());
        HBox tools = new HBox(4, undo, redo, small(Feather.SETTINGS, "settings", settings));
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.setMinHeight(USE_PREF_SIZE);
        return tools;
    }

    /** Marks the settings and not the step, or the other way round. */
    void showAside(boolean aside) {
        pseudoClassStateChanged(ASIDE, aside);
    }

    private static Button small(Feather icon, String text, Runnable action) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("flat", "button-icon");
        button.setAccessibleText(TEXTS.get(text));
        Hint.on(button, TEXTS.get(text));
        button.setOnAction(event -> action.run());
        button.setId(text);
        return button;
    }

    private void show(Map<Step, StepState> states) {
        states.forEach((step, state) -> {
            Button button = buttons.get(step);
            if (button != null) {
                show(button, step, state);
            }
        });
    }

    private void show(Button button, Step step, StepState state) {
        String style = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
        button.getStyleClass().setAll("rail-step", style);
        button.setGraphic(Icons.of(
                switch (state) {
                    case AHEAD -> Feather.CIRCLE;
                    case CURRENT -> Feather.DISC;
                    case DONE -> Feather.CHECK_CIRCLE;
                    case OUT_OF_DATE -> Feather.ROTATE_CW;
                    case UNFINISHED -> Feather.ALERT_CIRCLE;
                }));
        button.setDisable(!journey.mayGo(step));
        String said = TEXTS.get("state." + style);
        button.setAccessibleText(TEXTS.get(key(step)) + ", " + said);
        button.setTooltip(state == StepState.OUT_OF_DATE || state == StepState.UNFINISHED ? Words.tooltip(said) : null);
        button.setId("step-" + step.name().toLowerCase(Locale.ROOT));
    }

    private static String key(Step step) {
        return "step." + step.name().toLowerCase(Locale.ROOT);
    }
}
