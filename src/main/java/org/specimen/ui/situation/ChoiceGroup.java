package org.specimen.ui.situation;

import java.util.ArrayList;
import java.util.List;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.specimen.advice.Question;

/** The choices of a question as one stop of the Tab key: arrows move between them, Space and Enter choose. */
final class ChoiceGroup {

    private final QuestionModel model;
    private final List<ChoiceCard> cards = new ArrayList<>();
    private final ChoiceCard unknown;

    ChoiceGroup(QuestionModel model) {
        this.model = model;
        for (Choice choice : model.choices()) {
            ChoiceCard card = new ChoiceCard(id(choice.value()), choice, model.takesSeveral(), () -> clear(choice));
            cards.add(card);
        }
        unknown = new ChoiceCard(
                id(Question.UNKNOWN),
                new Choice(Question.UNKNOWN, model.unknown(), SituationView.TEXTS.get("unknown.line")),
                false,
                () -> {});
        all().forEach(card -> {
            card.button().setAccessibleHelp(SituationView.TEXTS.get("group.accessible", model.text()));
            card.button().setOnAction(event -> act(card));
            card.button().focusedProperty().addListener((property, old, now) -> {
                if (now) {
                    stopAt(card);
                }
            });
        });
        show();
    }

    List<ChoiceCard> cards() {
        return List.copyOf(cards);
    }

    /** The choice that leaves the question open. */
    ChoiceCard unknown() {
        return unknown;
    }

    /** Where the Tab key stops. */
    Node stop() {
        return all().stream()
                .map(ChoiceCard::button)
                .filter(Node::isFocusTraversable)
                .findFirst()
                .orElse(unknown.button());
    }

    /** Shows how the question stands; the nodes stay, and so does the keyboard. */
    void show() {
        Standing standing = model.standing().get();
        cards.forEach(card -> card.show(standing.values().contains(card.choice().value()), standing.source()));
        unknown.show(standing.isOpen(), standing.source());
        if (all().stream().noneMatch(card -> card.button().isFocused())) {
            stopAt(all().stream()
                    .filter(card -> card.button().isSelected())
                    .findFirst()
                    .orElse(cards.get(0)));
        }
    }

    void pressed(KeyEvent event) {
        int place = placeOf(event.getTarget());
        if (place < 0) {
            return;
        }
        List<ChoiceCard> all = all();
        switch (event.getCode()) {
            case LEFT, UP -> move(Math.floorMod(place - 1, all.size()), event);
            case RIGHT, DOWN -> move((place + 1) % all.size(), event);
            case HOME -> move(0, event);
            case END -> move(all.size() - 1, event);
            case ENTER -> {
                if (!event.isShortcutDown()) {
                    all.get(place).button().fire();
                    event.consume();
                }
            }
            case DELETE, BACK_SPACE -> {
                ChoiceCard card = all.get(place);
                if (card != unknown && card.button().isSelected()) {
                    clear(card.choice());
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void move(int place, KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown()) {
            return;
        }
        all().get(place).button().requestFocus();
        event.consume();
    }

    private void act(ChoiceCard card) {
        if (card == unknown) {
            model.leaveOpen();
        } else {
            model.choose(card.choice().value());
        }
        // What is selected is the model's to say, also where the choice changed nothing.
        show();
    }

    private void clear(Choice choice) {
        model.clear(choice.value());
    }

    private int placeOf(EventTarget target) {
        List<ChoiceCard> all = all();
        for (int place = 0; place < all.size(); place++) {
            if (all.get(place).button() == target) {
                return place;
            }
        }
        return -1;
    }

    private void stopAt(ChoiceCard only) {
        all().forEach(card -> card.button().setFocusTraversable(card == only));
    }

    private List<ChoiceCard> all() {
        List<ChoiceCard> all = new ArrayList<>(cards);
        all.add(unknown);
        return all;
    }

    private String id(String value) {
        return model.question().key() + "-" + value.replace('.', '-');
    }
}
