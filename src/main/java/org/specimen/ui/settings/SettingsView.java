package org.specimen.ui.settings;

import atlantafx.base.theme.Styles;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.specimen.app.store.Motion;
import org.specimen.app.store.Settings;
import org.specimen.app.store.Theme;
import org.specimen.ui.control.ErrorPanel;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.StepPage;
import org.specimen.ui.control.Words;
import org.specimen.ui.session.Desktop;
import org.specimen.ui.task.Failure;
import org.specimen.ui.text.Texts;

/** The page of {@link SettingsViewModel}. */
public final class SettingsView extends StepPage<SettingsViewModel> {

    private static final Texts TEXTS = Texts.of(SettingsView.class);

    private final Desktop desktop;
    private final VBox notKept = new VBox();
    private final TextField index = new TextField();
    private final TextField mirror = new TextField();

    public SettingsView(SettingsViewModel model, Desktop desktop) {
        super(model, TEXTS);
        this.desktop = desktop;
        SegmentedButton theme =
                segments("theme", Arrays.asList(Theme.values()), Settings::theme, SettingsView::word, model::theme);
        SegmentedButton size =
                segments("text-size", Settings.TEXT_SIZES, Settings::textSize, at -> at + " %", model::textSize);
        SegmentedButton motion =
                segments("motion", Arrays.asList(Motion.values()), Settings::motion, SettingsView::word, model::motion);
        Button reset = new Button(TEXTS.get("reset"));
        reset.setId("reset-settings");
        reset.setOnAction(event -> model.reset());
        page.add(
                notKept,
                setting("theme", theme),
                setting("text-size", size),
                setting("motion", motion),
                setting("package-index", index, fault(model.indexFault())),
                setting("image-mirror", mirror, fault(model.mirrorFault())),
                reset);
        addressField(index, "package-index", model.typedIndex(), model.indexFault());
        addressField(mirror, "image-mirror", model.typedMirror(), model.mirrorFault());
        Presence.whereFilled(notKept);
        model.notKept().addListener((property, old, now) -> showNotKept(now));
    }

    @Override
    public void focusOnProblem() {
        (model.indexFault().get().isPresent() ? index : mirror).requestFocus();
    }

    private void showNotKept(Optional<Failure> now) {
        notKept.getChildren()
                .setAll(now.stream()
                        .map(why -> new ErrorPanel(TEXTS.get("not-kept"), why, desktop::copy))
                        .toList());
        Presence.whereFilled(notKept);
    }

    private static Node setting(String key, Node... controls) {
        Label title = Words.strong(TEXTS.get(key));
        VBox setting = new VBox(8, title, Page.prose(Words.muted(TEXTS.get(key + ".text"))));
        setting.getChildren().addAll(controls);
        title.setLabelFor(controls[0]);
        return setting;
    }

    private <T> SegmentedButton segments(
            String id, List<T> values, Function<Settings, T> holds, Function<T, String> word, Consumer<T> choose) {
        SegmentedButton segments = new SegmentedButton();
        segments.setId(id);
        for (T value : values) {
            ToggleButton button = new ToggleButton(word.apply(value));
            button.setAccessibleText(TEXTS.get(id) + ": " + word.apply(value));
            button.setSelected(holds.apply(model.settings().get()).equals(value));
            button.setOnAction(event -> {
                button.setSelected(true);
                choose.accept(value);
            });
            model.settings()
                    .addListener((property, old, now) ->
                            button.setSelected(holds.apply(now).equals(value)));
            segments.getButtons().add(button);
        }
        return segments;
    }

    private static String word(Enum<?> value) {
        return TEXTS.get(value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "."
                + value.name().toLowerCase(Locale.ROOT));
    }

    private void addressField(
            TextField field, String id, StringProperty typed, ObservableValue<Optional<String>> fault) {
        field.textProperty().bindBidirectional(typed);
        field.setId(id);
        field.setPromptText(TEXTS.get(id + ".prompt"));
        field.setAccessibleText(TEXTS.get(id));
        field.maxWidthProperty().bind(Words.TEXT_SIZE.multiply(40));
        fault.subscribe(now -> {
            field.pseudoClassStateChanged(Styles.STATE_DANGER, now.isPresent());
            field.setAccessibleHelp(now.orElse(""));
        });
        field.setOnAction(event -> model.takeAddresses());
        field.focusedProperty().addListener((property, old, focused) -> {
            if (!focused) {
                model.takeAddresses();
            }
        });
    }

    private static Label fault(ObservableValue<Optional<String>> fault) {
        Label label = Words.styled("", "danger-text");
        label.textProperty().bind(fault.map(text -> text.orElse("")));
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        return label;
    }
}
