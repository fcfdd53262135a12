package org.specimen.ui.advice;

import static org.specimen.ui.advice.AdviceWords.TEXTS;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.specimen.ui.advice.AdvicePage.Obstacle;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.Banner.Tone;
import org.specimen.ui.control.ErrorPanel;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.StepPage;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.control.Words;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.theme.Motion;
import org.specimen.ui.theme.Theme;

/** The page of {@link AdviceViewModel}. */
public final class AdviceView extends StepPage<AdviceViewModel> {

    private final VBox state = new VBox();
    private final VBox python = new VBox();
    private final VBox news = new VBox(8);
    private final ReasonsView reasons;
    private final StacksView stacks;
    private final WhatIfView whatIf;
    private final Folded folded;
    private final VBox all;

    public AdviceView(AdviceViewModel model) {
        super(model, TEXTS);
        reasons = new ReasonsView(model::goToSituation);
        stacks = new StacksView(model::choose);
        whatIf = new WhatIfView(model.whatIf(), model::copy);
        folded = new Folded(model::goToSituation);
        all = new VBox(news, reasons, stacks, whatIf, folded);
        all.getStyleClass().add("advice");
        page.add(state, python, all);
        style("advice.css");
        model.whatIf().trial().addListener((property, old, now) -> {
            if (old.known().isEmpty() && now.ready().isPresent()) {
                Platform.runLater(this::bringWhatIfUp);
            }
        });
        WhileShown.show(page.node(), model.page(), this::show);
        WhileShown.show(page.node(), model.noPython(), this::showPython);
    }

    private void showPython(Optional<AdviceViewModel.NoPython> none) {
        python.getChildren().clear();
        none.ifPresent(now -> {
            Node[] ways = now.instead().stream()
                    .map(minor -> {
                        Button take = new Button(TEXTS.get("python.take", minor));
                        take.setId("take-python-" + minor);
                        take.setOnAction(event -> model.takePython(minor));
                        return take;
                    })
                    .toArray(Node[]::new);
            python.getChildren().add(new Banner(Tone.CAUTION, TEXTS.get("python.none"), now.what(), ways));
        });
        Presence.whereFilled(python);
    }

    private void show(Outcome<AdvicePage> outcome) {
        state.getChildren().clear();
        if (outcome.known().isEmpty() && outcome instanceof Outcome.Working<AdvicePage>) {
            state.getChildren().add(new HBox(8, spinner(), Words.muted(TEXTS.get("working"))));
        } else if (outcome instanceof Outcome.Nothing<AdvicePage>) {
            state.getChildren().add(new Banner(Tone.QUIET, "", TEXTS.get("nothing")));
        }
        outcome.whyNot().ifPresent(failure -> {
            Button again = new Button(TEXTS.get("failed.again"));
            again.setOnAction(event -> model.tryAgain());
            state.getChildren().add(new ErrorPanel(TEXTS.get("failed"), failure, model::copy, again));
        });
        Presence.whereFilled(state);
        Presence.set(all, outcome.known().isPresent());
        outcome.known().ifPresent(this::show);
    }

    private void show(AdvicePage advice) {
        page.say(advice.headline(), advice.sentence());
        news.getChildren().clear();
        advice.today().ifPresent(today -> news.getChildren().add(new TodayView(today, model)));
        for (Obstacle obstacle : advice.obstacles()) {
            news.getChildren().add(new Banner(Tone.CAUTION, obstacle.what(), obstacle.today()));
        }
        for (String contradiction : advice.contradictions()) {
            Button change = new Button(TEXTS.get("contradiction.change"));
            change.setOnAction(event -> model.goToSituation());
            news.getChildren().add(new Banner(Tone.CAUTION, TEXTS.get("contradiction"), contradiction, change));
        }
        Presence.whereFilled(news);
        reasons.show(advice.reasons());
        stacks.show(advice);
        folded.show(advice);
    }

    /** Before and after come up below what was pressed, perhaps out of sight. */
    private void bringWhatIfUp() {
        ScrollPane scroll = page.node();
        scroll.applyCss();
        scroll.layout();
        double visible = scroll.getViewportBounds().getHeight();
        double top = page.content().sceneToLocal(whatIf.localToScene(0, 0)).getY();
        double hidden = page.content().getHeight() - visible;
        double seenUpTo = scroll.getVvalue() * hidden + visible;
        if (hidden > 0 && top + whatIf.getHeight() > seenUpTo) {
            Motion.scrollTo(scroll, Math.min(1, Math.max(0, top - Theme.GRID) / hidden));
        }
    }

    private static ProgressIndicator spinner() {
        ProgressIndicator spinner = new ProgressIndicator();
        spinner.setPrefSize(20, 20);
        return spinner;
    }
}
