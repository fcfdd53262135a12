package org.specimen.ui.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.Observable;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.proof.Proof;
import org.specimen.proof.Trouble;
import org.specimen.proof.Verdict;
import org.specimen.proof.VerdictSentence;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.ErrorPanel;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.StepPage;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.control.Words;
import org.specimen.ui.session.RefusalWords;
import org.specimen.ui.task.Failure;
import org.specimen.ui.text.ScreenText;
import org.specimen.ui.text.Texts;

/** The page of {@link TrialViewModel}. */
public final class TrialView extends StepPage<TrialViewModel> {

    private static final Texts TEXTS = Texts.of(TrialView.class);
    private static final Duration SECOND = Duration.seconds(1);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final VBox body = new VBox();
    private final SetupView setup;
    private final ChangeView change;
    private final LogView log;
    private final JupyterView jupyter;
    private final ImageView image;
    private final Label now = Words.styled("", "now");
    private final Timeline clock;
    private Optional<StationLine> line = Optional.empty();
    private Optional<TypeItView> typeIt = Optional.empty();

    public TrialView(TrialViewModel model) {
        super(model, TEXTS);
        style("trial.css");
        setup = new SetupView(model);
        change = new ChangeView(model);
        log = new LogView(model);
        jupyter = new JupyterView(model);
        image = new ImageView(model);
        now.setId("now");
        body.getStyleClass().add("trial");
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setVgrow(log, Priority.ALWAYS);
        page.fillingHeight().add(body);
        clock = new Timeline(new KeyFrame(SECOND, tick -> model.run().tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        // The keyboard may be outside the page: after a click on what leads on, it is in the bar at the bottom.
        EventHandler<KeyEvent> keys = this::pressed;
        page.node().sceneProperty().addListener((property, old, scene) -> {
            if (old != null) {
                old.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
            }
            if (scene != null) {
                scene.addEventFilter(KeyEvent.KEY_PRESSED, keys);
            }
        });
        model.run().stations().rows().addListener((property, old, rows) -> showStations());
        WhileShown.show(page.node(), model.page(), this::show);
        model.outlook().addListener((property, old, outlook) -> arrange());
        model.run().state().addListener(this::runs);
        model.jupyter().state().addListener((property, old, state) -> arrange());
    }

    @Override
    public Node firstFocus() {
        boolean setsOut = model.run().state().get() instanceof TrialState.SettingOut;
        return model.page().get() instanceof TrialPage.Ready && setsOut ? setup.first() : page.node();
    }

    @Override
    public void focusOnProblem() {
        setup.focusOnProblem();
    }

    private void pressed(KeyEvent event) {
        if (FIND.match(event) && body.getChildren().contains(log)) {
            log.seek();
            event.consume();
        }
    }

    private void show(TrialPage page) {
        if (page instanceof TrialPage.Ready ready) {
            setup.show(ready);
            jupyter.show();
            typeIt = Optional.of(new TypeItView(ready, model));
        }
        arrange();
    }

    private void runs(Observable changed) {
        TrialState state = model.run().state().get();
        if (state instanceof TrialState.UnderWay && clock.getStatus() != Animation.Status.RUNNING) {
            line = Optional.of(new StationLine(model.run().names()));
            log.followTheEnd();
            clock.play();
        } else if (!(state instanceof TrialState.UnderWay)) {
            clock.stop();
        }
        showStations();
        arrange();
        page.node().setVvalue(0);
    }

    private void showStations() {
        List<StationRow> rows = model.run().stations().rows().get();
        line.filter(shown -> !rows.isEmpty())
                .ifPresent(shown -> shown.show(rows, model.run().state().get().isOver()));
        now.setText(model.run().stations().running().map(this::now).orElse(""));
        Presence.set(now, !now.getText().isEmpty());
    }

    private String now(StationRow row) {
        String doing = row.doing().isEmpty() ? model.run().names().whatIs(row.station()) : ScreenText.of(row.doing());
        return TEXTS.get("now", model.run().names().of(row.station()), doing);
    }

    private void arrange() {
        if (!(model.page().get() instanceof TrialPage.Ready ready)) {
            page.say(TEXTS.get("title"), TEXTS.get("sentence"));
            body.getChildren().setAll(alone(model.page().get()));
            return;
        }
        List<Node> parts = new ArrayList<>();
        TrialState state = model.run().state().get();
        say(state);
        if (!ready.written() && !(state instanceof TrialState.UnderWay)) {
            parts.add(banner(Banner.Tone.CAUTION, state.isOver() ? "changed" : "unwritten"));
        }
        if (state instanceof TrialState.SettingOut) {
            parts.addAll(settingOut(ready));
        } else {
            parts.addAll(trial(state));
        }
        if (!(state instanceof TrialState.UnderWay)) {
            if (ready.stack().usesDocker() && ready.written()) {
                parts.add(image);
            }
            typeIt.ifPresent(parts::add);
        }
        // What has the keyboard would lose it if it left the page for a moment.
        if (!body.getChildren().equals(parts)) {
            body.getChildren().setAll(parts);
        }
    }

    private void say(TrialState state) {
        if (state instanceof TrialState.Ended ended) {
            page.say(
                    ScreenText.of(VerdictSentence.headline(ended.proof())),
                    ScreenText.of(ProofWords.reason(ended.proof())),
                    sign(ended.proof()));
        } else {
            String key = state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
            page.say(TEXTS.get("title." + key), TEXTS.get("sentence." + key));
        }
    }

    private static Node sign(Proof proof) {
        Feather icon = switch (proof.verdict()) {
            case REPRODUCED, RAN, BUILT -> Feather.CHECK_CIRCLE;
            case DIFFERS -> Feather.ALERT_TRIANGLE;
            case FAILED -> Feather.X_CIRCLE;
        };
        Node sign = Icons.of(icon, 1.714);
        sign.getStyleClass().add("verdict-" + proof.verdict().name().toLowerCase(Locale.ROOT));
        return sign;
    }

    private List<Node> settingOut(TrialPage.Ready ready) {
        List<Node> parts = new ArrayList<>();
        if (model.outlook().get() instanceof Outlook.Blocked blocked) {
            parts.add(new ObstacleView(blocked.obstacle(), ready, model));
        } else if (model.outlook().get() instanceof Outlook.Failed failed) {
            parts.add(error(
                    "unavailable.look", failed.failure(), button("look-again", Feather.REFRESH_CW, model::lookAgain)));
        }
        parts.add(change);
        if (jupyter.isNeeded()) {
            parts.add(jupyter);
        }
        parts.add(setup);
        return parts;
    }

    private List<Node> trial(TrialState state) {
        List<Node> parts = new ArrayList<>();
        if (state.isOver()) {
            parts.add(actions(state));
        }
        if (state instanceof TrialState.Broken broken) {
            parts.add(error("broken", broken.failure()));
        }
        parts.add(change);
        if (state instanceof TrialState.Ended ended) {
            troubles(ended.proof()).forEach(parts::add);
        }
        line.ifPresent(parts::add);
        if (state instanceof TrialState.UnderWay) {
            parts.add(now);
        }
        if (state instanceof TrialState.Ended ended) {
            ProofWords.results(ended.proof()).ifPresent(parts::add);
            ProofWords.imports(ended.proof()).ifPresent(parts::add);
            ProofWords.packages(ended.proof()).ifPresent(parts::add);
            notes(ended.proof()).ifPresent(parts::add);
        }
        parts.add(log);
        if (jupyter.isNeeded()) {
            parts.add(jupyter);
        }
        return parts;
    }

    private Node actions(TrialState state) {
        FlowPane actions = new FlowPane(8, 8);
        if (state instanceof TrialState.Ended ended) {
            if (ended.proof().environment().isPresent()
                    && ProofWords.isGood(ended.proof().verdict())) {
                actions.getChildren().add(button("freeze", Feather.EDIT_3, model::freeze));
            }
            if (ended.report().isPresent()) {
                actions.getChildren().add(button("report", Feather.EXTERNAL_LINK, model::openReport));
            }
        }
        if (model.page().get() instanceof TrialPage.Ready ready && ready.written()) {
            actions.getChildren().add(plain("build-again", model::build));
        }
        actions.getChildren().add(plain("set-out", model::setOut));
        return actions;
    }

    /** What a person can do about it, in the colour of the headline's sign. */
    private List<Node> troubles(Proof proof) {
        Banner.Tone tone = proof.verdict() == Verdict.FAILED ? Banner.Tone.BAD : Banner.Tone.CAUTION;
        List<Node> all = new ArrayList<>();
        for (Trouble trouble : proof.trouble()) {
            all.add(new TroubleView(trouble, tone, model));
        }
        return all;
    }

    private static Optional<Node> notes(Proof proof) {
        if (proof.notes().isEmpty()) {
            return Optional.empty();
        }
        VBox content = new VBox(8);
        content.getStyleClass().add("folded-content");
        proof.notes().forEach(note -> content.getChildren().add(Words.prose(note)));
        TitledPane pane = new TitledPane(TEXTS.counted("notes", proof.notes().size()), content);
        pane.setId("proof-notes");
        pane.getStyleClass().add("folded");
        pane.setAnimated(false);
        pane.setExpanded(false);
        return Optional.of(pane);
    }

    private Node alone(TrialPage page) {
        if (page instanceof TrialPage.Unavailable unavailable) {
            return error(
                    "unavailable",
                    unavailable.failure(),
                    button("try-again", Feather.REFRESH_CW, model::tryAgain),
                    goToFiles());
        }
        return page instanceof TrialPage.WithoutFiles
                ? banner(Banner.Tone.CAUTION, "without-files")
                : Words.muted(TEXTS.get("making"));
    }

    private Node error(String key, Failure failure, Node... remedies) {
        ErrorPanel panel =
                new ErrorPanel(TEXTS.get(key), RefusalWords.plain(failure), model.services.desktop()::copy, remedies);
        panel.setId("trial-error");
        return panel;
    }

    private static Button button(String key, Feather icon, Runnable action) {
        Button button = new Button(TEXTS.get(key), Icons.of(icon));
        button.setId(key);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Button plain(String key, Runnable action) {
        Button button = new Button(TEXTS.get(key));
        button.setId(key);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Button goToFiles() {
        Button files = new Button(TEXTS.get("files"), Icons.of(Feather.ARROW_LEFT));
        files.setId("go-to-files");
        files.setOnAction(event -> model.goToFiles());
        return files;
    }

    private Node banner(Banner.Tone tone, String key) {
        Banner banner = new Banner(tone, TEXTS.get(key), TEXTS.get(key + ".why"), goToFiles());
        banner.setId(key);
        return banner;
    }
}
