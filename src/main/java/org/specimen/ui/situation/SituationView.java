package org.specimen.ui.situation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.specimen.advice.Question;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.ErrorPanel;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.StepPage;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.control.Words;
import org.specimen.ui.situation.SituationViewModel.Phase;
import org.specimen.ui.text.Texts;

/** The page of {@link SituationViewModel}. */
public final class SituationView extends StepPage<SituationViewModel> {

    static final Texts TEXTS = Texts.of(SituationView.class);

    private final Map<Question, QuestionView> views = new EnumMap<>(Question.class);
    private final ExactPythonView exactPython;
    private final VBox failure = new VBox();
    private final VBox asked = new VBox();
    private final VBox settled = new VBox();
    private final Label settledTitle = Words.section("");
    private final VBox questions;
    private final Node nothing;
    private final Node working;

    public SituationView(SituationViewModel model) {
        super(model, TEXTS);
        exactPython = new ExactPythonView(model.exactPython());
        style("situation.css");
        asked.getStyleClass().add("questions");
        settled.getStyleClass().add("settled-list");
        VBox below = new VBox(8, settledTitle, settled);
        below.setId("settled");
        questions = new VBox(24, asked, below);
        nothing = nothing();
        working = working();
        page.add(failure, nothing, working, questions);
        WhileShown.show(page.node(), model.asked(), now -> arrange(asked, now, true));
        WhileShown.show(page.node(), model.settled(), now -> arrange(settled, now, false));
        WhileShown.show(page.node(), model.phase(), this::show);
        WhileShown.show(page.node(), model.failure(), now -> showFailure());
    }

    @Override
    public Node firstFocus() {
        return model.asked().get().stream()
                .findFirst()
                .map(first -> view(first).firstFocus())
                .orElse(page.node());
    }

    @Override
    public void focusOnProblem() {
        exactPython.focus();
    }

    private void arrange(VBox list, List<QuestionModel> models, boolean isAsked) {
        List<Node> now = new ArrayList<>();
        models.forEach(question -> {
            QuestionView view = view(question);
            view.asked(isAsked);
            view.getStyleClass().remove("first");
            if (now.isEmpty()) {
                view.getStyleClass().add("first");
            }
            now.add(view);
        });
        list.getChildren().setAll(now);
        settledTitle.setText(TEXTS.get(model.isWithoutProject() ? "settled.without-project" : "settled.title"));
    }

    private QuestionView view(QuestionModel question) {
        return views.computeIfAbsent(
                question.question(),
                key -> new QuestionView(
                        question, key == Question.PYTHON ? Optional.of(exactPython) : Optional.empty()));
    }

    private void show(Phase phase) {
        Presence.set(nothing, phase == Phase.NOTHING);
        Presence.set(working, phase == Phase.WORKING);
        Presence.set(questions, phase == Phase.QUESTIONS);
    }

    private void showFailure() {
        failure.getChildren().clear();
        model.failure().get().ifPresent(why -> {
            Button again = new Button(TEXTS.get("failed.again"));
            again.setOnAction(event -> model.tryAgain());
            Presence.set(again, !model.isWithoutProject());
            failure.getChildren().add(new ErrorPanel(TEXTS.get("failed"), why, model::copy, again));
        });
        Presence.set(failure, model.failure().get().isPresent());
    }

    private Node nothing() {
        Button go = new Button(TEXTS.get("nothing.action"));
        go.setId("situation-go-to-project");
        go.setOnAction(event -> model.goToProject());
        return new Banner(Banner.Tone.QUIET, TEXTS.get("nothing.title"), TEXTS.get("nothing.text"), go);
    }

    private static Node working() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(20, 20);
        HBox working = new HBox(12, turning, Words.muted(TEXTS.get("working")));
        working.setId("situation-working");
        return working;
    }
}
