package org.specimen.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A few choices side by side, of which one holds; the arrow keys choose, as they do among JavaFX's radio buttons. */
public final class Segments<T> extends HBox {

    private final List<ToggleButton> buttons = new ArrayList<>();
    private final List<T> values = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();
    private final Consumer<T> chosen;
    private Optional<T> held = Optional.empty();

    /** @param chosen hears of what the person chooses, and not of what {@link #show} shows */
    public Segments(Consumer<T> chosen) {
        this.chosen = chosen;
        getStyleClass().add("segments");
        group.selectedToggleProperty().addListener((property, old, now) -> {
            if (now == null && old != null) {
                old.setSelected(true);
            } else if (now instanceof ToggleButton button) {
                take(values.get(buttons.indexOf(button)));
            }
        });
    }

    /**
     * Adds a choice at the end.
     *
     * @param id how tests find its button
     */
    public Segments<T> add(T value, String text, String id) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        buttons.add(button);
        values.add(value);
        getChildren().add(button);
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).getStyleClass().removeAll("left-pill", "center-pill", "right-pill");
            buttons.get(i)
                    .getStyleClass()
                    .add(i == 0 ? "left-pill" : i == buttons.size() - 1 ? "right-pill" : "center-pill");
        }
        return this;
    }

    /** Shows which choice holds. */
    public void show(T value) {
        int place = values.indexOf(value);
        if (place >= 0) {
            held = Optional.of(value);
            buttons.get(place).setSelected(true);
        }
    }

    /** The arrow keys select a button without pressing it, so that no action tells of it. */
    private void take(T value) {
        Optional<T> now = Optional.of(value);
        if (!now.equals(held)) {
            held = now;
            chosen.accept(value);
        }
    }
}
