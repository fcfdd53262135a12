package org.specimen.ui.situation;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.specimen.advice.Question;
import org.specimen.ui.session.Session;

/** One question on the page. */
final class QuestionModel {

    private final Question question;
    private final Session session;
    private final QuestionWords words;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(Standing.PENDING);
    private final ReadOnlyObjectWrapper<List<Caution>> cautions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper relevant = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper unfolded = new ReadOnlyBooleanWrapper(true);

    QuestionModel(Question question, Session session, QuestionWords words) {
        this.question = question;
        this.session = session;
        this.words = words;
    }

    Question question() {
        return question;
    }

    String text() {
        return words.text(question);
    }

    String name() {
        return words.name(question);
    }

    String why() {
        return words.why(question);
    }

    List<Choice> choices() {
        return words.choices(question);
    }

    /** The answer that leaves it open, as in "I don't know". */
    String unknown() {
        return words.unknown(question);
    }

    boolean takesSeveral() {
        return question.kind() == Question.Kind.SEVERAL;
    }

    ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** What does not go together with the answer. */
    ReadOnlyObjectProperty<List<Caution>> cautions() {
        return cautions.getReadOnlyProperty();
    }

    /** Whether it is to be asked at all in this situation. */
    ReadOnlyBooleanProperty relevant() {
        return relevant.getReadOnlyProperty();
    }

    /** Whether its choices are shown, or only its answer in one line. */
    ReadOnlyBooleanProperty unfolded() {
        return unfolded.getReadOnlyProperty();
    }

    /** The answer in a few words. */
    String answer() {
        Standing now = standing.get();
        return now.isOpen() ? unknown() : words.labels(question, now.values());
    }

    /** Where the answer comes from, to follow it in a line. */
    String because() {
        Standing now = standing.get();
        return now.source() == Standing.Source.SAID ? words.said() : now.because();
    }

    /** Takes a choice; of several, takes it up or puts it back. */
    void choose(String value) {
        if (!takesSeveral()) {
            answer(List.of(value));
            return;
        }
        List<String> values = new ArrayList<>(standing.get().values());
        if (!values.remove(value)) {
            values.add(value);
        }
        answer(values);
    }

    /** Clears a suggestion; of several, this one alone. */
    void clear(String value) {
        List<String> rest = new ArrayList<>(standing.get().values());
        rest.remove(value);
        answer(takesSeveral() ? rest : List.of());
    }

    void leaveOpen() {
        answer(List.of());
    }

    /** Puts the suggestion, or the answer in specimen.yml, back in the place of the answer. */
    void takeSuggestion() {
        session.decide(current -> current.withSuggestion(question));
    }

    /** Gives the answer that a caution offers. */
    void settle(Caution caution) {
        answer(caution.instead());
    }

    void unfold() {
        unfolded.set(true);
    }

    void fold() {
        unfolded.set(false);
    }

    private void answer(List<String> values) {
        session.decide(current -> current.answering(question, values.toArray(String[]::new)));
    }

    void show(Standing now, boolean isRelevant) {
        standing.set(now);
        relevant.set(isRelevant);
    }

    void caution(List<Caution> now) {
        cautions.set(List.copyOf(now));
    }
}
