package org.specimen.ui.situation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.project.Evidence;
import org.specimen.ui.control.Columns;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.Texts;

/** A question: its choices, or its answer in one line. It is made once and only ever updated. */
final class QuestionView extends VBox {

    private static final Texts TEXTS = SituationView.TEXTS;
    private static final double CARD_EMS = 12.5;
    private static final int ACROSS = 3;

    private final QuestionModel model;
    private final Optional<ExactPythonView> exact;
    private final VBox unfolded = new VBox();
    private final SettledLine line;
    private final ChoiceGroup group;
    private final Label because = Words.muted("");
    private final Button back = linkButton(TEXTS.get("return"), Feather.CORNER_UP_LEFT);
    private final Button done = linkButton(TEXTS.get("done"), Feather.CHECK);
    private final HBox foot = new HBox();
    private final ToggleButton places = linkToggle(Feather.MAP_PIN);
    private final ToggleButton placesOfLine = linkToggle(Feather.MAP_PIN);
    private final VBox placeList = new VBox();
    private final VBox cautions = new VBox(4);

    /**
     * A question.
     *
     * @param exact the field below the choices, where there is one
     */
    QuestionView(QuestionModel model, Optional<ExactPythonView> exact) {
        this.model = model;
        this.exact = exact;
        group = new ChoiceGroup(model);
        line = new SettledLine(model, placesOfLine, this::change);
        placesOfLine.selectedProperty().bindBidirectional(places.selectedProperty());
        placesOfLine.setId("places-" + model.question().key());
        setId("question-" + model.question().key());
        getStyleClass().add("question");
        fill();
        placeList.getStyleClass().add("places");
        cautions.setId("cautions-" + model.question().key());
        getChildren().addAll(line, unfolded, placeList, cautions);
        Presence.set(unfolded, true);
        model.standing().subscribe(this::show);
        model.cautions().subscribe(now -> {
            cautions.getChildren().setAll(now.stream().map(this::caution).toList());
            Presence.set(cautions, !now.isEmpty());
        });
        model.relevant().subscribe(isRelevant -> Presence.set(this, isRelevant));
        model.unfolded().subscribe(this::unfold);
        places.selectedProperty().subscribe(open -> Presence.set(placeList, open));
    }

    /** Whether it is one of those that the person is asked. */
    void asked(boolean isAsked) {
        getStyleClass().remove("asked");
        if (isAsked) {
            getStyleClass().add("asked");
        }
        Presence.set(done, !isAsked);
    }

    Node firstFocus() {
        return group.stop();
    }

    private void fill() {
        Label title = Words.section(model.text());
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        ToggleButton why = linkToggle(Feather.HELP_CIRCLE);
        why.setText(TEXTS.get("why"));
        why.setId("why-" + model.question().key());
        why.setAccessibleText(TEXTS.get("why") + ": " + model.text());
        done.setOnAction(event -> {
            model.fold();
            line.focus();
        });
        done.setAccessibleText(TEXTS.get("done.accessible", model.name()));
        done.setId("done-" + model.question().key());
        HBox head = new HBox(title, why, done);
        head.getStyleClass().add("head");
        VBox reason = new VBox(Page.prose(Words.styled(model.why())));
        reason.getStyleClass().add("why");
        why.selectedProperty().subscribe(open -> Presence.set(reason, open));
        List<Node> cards = new ArrayList<>(group.cards());
        boolean isLastCard = cards.size() % ACROSS == ACROSS - 1;
        Node unknown = isLastCard ? group.unknown() : group.unknown().small();
        (isLastCard ? cards : foot.getChildren()).add(unknown);
        VBox choices = new VBox(new Columns(CARD_EMS, across(cards.size()), cards.toArray(Node[]::new)));
        exact.ifPresent(choices.getChildren()::add);
        choices.getStyleClass().add("questions");
        HBox.setHgrow(because, Priority.ALWAYS);
        because.setMaxWidth(Double.MAX_VALUE);
        back.setOnAction(event -> model.takeSuggestion());
        back.setAccessibleText(TEXTS.get("return.accessible", model.text()));
        back.setId("return-" + model.question().key());
        foot.getChildren().addAll(because, places, back);
        foot.getStyleClass().add("foot");
        unfolded.getChildren().addAll(head, reason);
        if (model.takesSeveral()) {
            unfolded.getChildren().add(Words.styled(TEXTS.get("several"), "muted", "several"));
        }
        unfolded.getChildren().addAll(choices, foot);
        unfolded.getStyleClass().add("unfolded");
        unfolded.addEventFilter(KeyEvent.KEY_PRESSED, group::pressed);
    }

    /** Rows as even as can be. */
    private static int across(int cards) {
        return cards % ACROSS == 0 || cards > 4 ? ACROSS : 2;
    }

    private void show(Standing standing) {
        group.show();
        line.show();
        because.setText(standing.source() == Standing.Source.ASSUMED ? "" : sentence(standing.because()));
        Presence.set(because, !because.getText().isEmpty());
        Presence.set(back, standing.canReturn());
        int count = standing.places().size();
        for (ToggleButton toggle : List.of(places, placesOfLine)) {
            toggle.setText(TEXTS.get("places", count));
            Presence.set(toggle, count > 1);
        }
        if (count < 2) {
            places.setSelected(false);
        }
        placeList
                .getChildren()
                .setAll(standing.places().stream()
                        .map(Evidence::toString)
                        .map(Words::mono)
                        .toList());
        Presence.set(foot, foot.getChildren().stream().anyMatch(Node::isManaged));
    }

    private void unfold(boolean isUnfolded) {
        Presence.set(unfolded, isUnfolded);
        Presence.set(line, !isUnfolded);
    }

    private void change() {
        model.unfold();
        group.stop().requestFocus();
    }

    private static String sentence(String text) {
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private Node caution(Caution caution) {
        Label label = Words.styled(caution.text(), "warning-text");
        label.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        Node text = Page.prose(label);
        if (caution.action().isEmpty()) {
            return text;
        }
        Button settle = new Button(caution.action());
        settle.setId("settle-" + model.question().key());
        settle.setOnAction(event -> {
            // The button goes with its caution, and the keyboard stays here.
            stop().requestFocus();
            model.settle(caution);
        });
        return new VBox(8, text, settle);
    }

    private Node stop() {
        return model.unfolded().get() ? group.stop() : line;
    }

    static Button linkButton(String text, Feather icon) {
        Button button = new Button(text, Icons.of(icon));
        button.getStyleClass().add("link-button");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static ToggleButton linkToggle(Feather icon) {
        ToggleButton button = new ToggleButton(null, Icons.of(icon));
        button.getStyleClass().setAll("toggle-button", "link-button");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
