package org.specimen.ui.advice;

import static org.specimen.ui.advice.AdviceWords.TEXTS;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.advice.Question;
import org.specimen.ui.advice.Trial.Choice;
import org.specimen.ui.control.ErrorPanel;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.control.Words;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.theme.Motion;

/** Tries one answer: what to try on top, what it would change below. */
final class WhatIfView extends VBox {

    private final WhatIfModel model;
    private final Consumer<String> copy;
    private final FlowPane chips = new FlowPane(8, 8);
    private final ComboBox<Question> questions = new ComboBox<>();
    private final ComboBox<Choice> values = new ComboBox<>();
    private final VBox result = new VBox();
    private final HBox kept = new HBox(8);
    private boolean filling;

    WhatIfView(WhatIfModel model, Consumer<String> copy) {
        this.model = model;
        this.copy = copy;
        setId("what-if");
        getStyleClass().add("what-if");
        questions.setId("what-if-question");
        questions.setPromptText(TEXTS.get("whatif.question"));
        questions.setConverter(words(Question::text));
        questions.setOnAction(event -> offerValues());
        values.setId("what-if-value");
        values.setPromptText(TEXTS.get("whatif.value"));
        values.setConverter(words(Choice::text));
        values.setOnAction(event -> {
            if (!filling && values.getValue() != null) {
                model.attempt(values.getValue());
            }
        });
        speak(questions, Question::text);
        speak(values, Choice::text);
        questions.maxWidthProperty().bind(widthProperty().subtract(32));
        values.maxWidthProperty().bind(widthProperty().subtract(32));
        kept.setId("what-if-kept");
        kept.setAlignment(Pos.CENTER_LEFT);
        result.setId("what-if-result");
        result.setSpacing(16);
        chips.setMinWidth(0);
        FlowPane other = new FlowPane(8, 8, questions, values);
        other.setMinWidth(0);
        VBox head = new VBox(4, Words.section(TEXTS.get("whatif")), Words.muted(TEXTS.get("whatif.explain")));
        getChildren().addAll(head, chips, other, kept, result);
        WhileShown.show(this, model.tryable(), now -> offer());
        WhileShown.show(this, model.trial(), this::show);
        WhileShown.show(this, model.kept(), this::showKept);
    }

    private void offer() {
        model.tryable().get().ifPresent(may -> {
            filling = true;
            chips.getChildren().setAll(may.telling().stream().map(this::chip).toList());
            Question asked = questions.getValue();
            questions.getItems().setAll(may.questions());
            questions.setValue(may.questions().contains(asked) ? asked : null);
            filling = false;
            offerValues();
        });
    }

    private void offerValues() {
        if (filling) {
            return;
        }
        filling = true;
        Question asked = questions.getValue();
        List<Choice> choices = asked == null ? List.of() : model.choices(asked);
        values.getItems().setAll(choices);
        values.setValue(model.choice().filter(choices::contains).orElse(null));
        values.setDisable(choices.isEmpty());
        filling = false;
    }

    private ToggleButton chip(Choice choice) {
        ToggleButton chip = new ToggleButton(TEXTS.get("whatif.chip", choice.text()));
        chip.getStyleClass().add("chip");
        chip.setWrapText(true);
        chip.maxWidthProperty().bind(chips.widthProperty());
        chip.setUserData(choice);
        chip.setId("what-if-" + choice.question().key() + "-"
                + choice.values().get(choice.values().size() - 1));
        chip.setSelected(model.choice().filter(choice::equals).isPresent());
        chip.setOnAction(event -> {
            if (chip.isSelected()) {
                model.attempt(choice);
            } else {
                model.putBack();
            }
        });
        return chip;
    }

    private void show(Outcome<Trial> outcome) {
        markTried();
        if (outcome instanceof Outcome.Working<Trial>) {
            result.getChildren()
                    .setAll(outcome.known()
                            .map(this::comparison)
                            .orElseGet(() -> List.of(Words.muted(TEXTS.get("whatif.working")))));
            return;
        }
        result.getChildren().setAll(outcome.ready().map(this::comparison).orElse(List.of()));
        outcome.whyNot()
                .ifPresent(failure -> result.getChildren()
                        .setAll(new ErrorPanel(TEXTS.get("whatif.failed"), failure, copy, putBack())));
        result.setManaged(!result.getChildren().isEmpty());
        if (outcome.ready().isPresent()) {
            Motion.fadeIn(result);
        }
    }

    private void markTried() {
        for (Node node : chips.getChildren()) {
            if (node instanceof ToggleButton chip) {
                chip.setSelected(model.choice()
                        .filter(tried -> tried.equals(chip.getUserData()))
                        .isPresent());
            }
        }
        filling = true;
        values.setValue(model.choice().filter(values.getItems()::contains).orElse(null));
        filling = false;
    }

    private List<Node> comparison(Trial trial) {
        Label verdict = Words.title(trial.verdict());
        verdict.setId("what-if-verdict");
        VBox news = new VBox(4, verdict, Words.prose(trial.explanation()));
        Button keep = new Button(TEXTS.get("whatif.keep"));
        keep.setId("what-if-keep");
        keep.getStyleClass().add("accent");
        keep.setOnAction(event -> {
            model.keep();
            kept.getChildren().stream().reduce((words, undo) -> undo).ifPresent(Node::requestFocus);
        });
        FlowPane buttons = new FlowPane(8, 8, keep, putBack());
        buttons.setMinWidth(0);
        return List.of(news, buttons, new TrialSides(trial));
    }

    private Button putBack() {
        Button back = new Button(TEXTS.get("whatif.back"));
        back.setId("what-if-back");
        back.setOnAction(event -> {
            Optional<Choice> tried = model.choice();
            model.putBack();
            chips.getChildren().stream()
                    .filter(chip -> tried.filter(choice -> choice.equals(chip.getUserData()))
                            .isPresent())
                    .findFirst()
                    .orElse(questions)
                    .requestFocus();
        });
        return back;
    }

    private void showKept(Optional<String> text) {
        kept.getChildren().clear();
        text.ifPresent(said -> {
            Hyperlink undo = new Hyperlink(TEXTS.get("whatif.undo"));
            undo.setId("what-if-undo");
            undo.setOnAction(event -> model.undoKeeping());
            Label words = Words.styled(TEXTS.get("whatif.kept", said));
            words.setGraphic(Icons.of(Feather.CHECK));
            kept.getChildren().addAll(words, undo);
        });
        kept.setManaged(text.isPresent());
    }

    /** What the box is for stays in its name when something is chosen. */
    private static <T> void speak(ComboBox<T> box, Function<T, String> text) {
        String purpose = box.getPromptText();
        box.accessibleTextProperty()
                .bind(box.valueProperty()
                        .map(value -> TEXTS.get("whatif.spoken", purpose, text.apply(value)))
                        .orElse(purpose));
    }

    private static <T> StringConverter<T> words(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public T fromString(String typed) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }
}
