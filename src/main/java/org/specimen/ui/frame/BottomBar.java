package org.specimen.ui.frame;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.MenuLetters;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.Words;
import org.specimen.ui.session.StepModel.PrimaryAction;
import org.specimen.ui.task.Activity;
import org.specimen.ui.task.Failure;
import org.specimen.ui.task.TaskRunner;
import org.specimen.ui.text.ScreenText;
import org.specimen.ui.text.Texts;

/** What is going on, with Cancel, at the left, from when there first is something; Back and Next at the right. */
final class BottomBar extends HBox {

    private static final Texts TEXTS = Texts.of(BottomBar.class);

    /** How long what the button does has to be on the screen before it can be done. */
    private static final Duration LOOK = Duration.millis(500);

    /** Of a button that only says what is being done. */
    private static final PseudoClass UNDER_WAY = PseudoClass.getPseudoClass("under-way");

    private final Label what = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Label notKept = new Label(null, Icons.of(Feather.ALERT_TRIANGLE));
    private final Button cancel = new Button(MenuLetters.in(TEXTS.get("cancel")));
    private final Region gap = new Region();
    private final Button back = new Button(MenuLetters.in(TEXTS.get("back")));
    private final Button next = new Button(MenuLetters.in(TEXTS.get("next")));
    private final Label said = new Label();
    private final NextGate gate = new NextGate();
    private final PauseTransition look = new PauseTransition(LOOK);
    private boolean hadFocus;

    BottomBar(TaskRunner tasks, Runnable goBack, Runnable goOn) {
        getStyleClass().add("bottom-bar");
        what.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        what.getStyleClass().add("muted");
        HBox.setHgrow(gap, Priority.ALWAYS);
        cancel.setId("cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(event -> tasks.cancelAllInBar());
        back.setId("back");
        back.setOnAction(event -> goBack.run());
        next.setId("next");
        next.getStyleClass().addAll("accent", "next");
        next.setOnAction(event -> goOn.run());
        next.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> {
            if (!gate.takesClick(press.getClickCount())) {
                press.consume();
            }
        });
        look.setOnFinished(event -> gate.seen());
        gate.isOpen().addListener((property, old, now) -> open(now));
        for (Button button : new Button[] {cancel, back, next}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        progress.setMinWidth(60);
        progress.setAccessibleText(TEXTS.get("progress"));
        progress.setFocusTraversable(false);
        notKept.setId("not-kept");
        notKept.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        said.setId("said");
        said.getStyleClass().add("muted");
        said.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        getChildren().addAll(gap, back, next);
        tasks.activity().addListener((property, old, now) -> show(now));
        show(tasks.activity().get());
    }

    private void show(Optional<Activity> activity) {
        if (activity.isPresent() && !getChildren().contains(what)) {
            getChildren().addAll(0, List.of(progress, cancel, what));
        }
        for (Region part : new Region[] {progress, what, cancel}) {
            Presence.set(part, activity.isPresent());
        }
        activity.ifPresent(now -> {
            Presence.set(cancel, now.mayCancel());
            progress.setProgress(
                    now.total() > 0 ? (double) now.done() / now.total() : ProgressBar.INDETERMINATE_PROGRESS);
            what.setText(now.what().isEmpty() ? TEXTS.get("working") : ScreenText.of(now.what()));
        });
    }

    /** Says quietly that answers are not kept, for as long as that is so. */
    void showNotKept(Optional<Failure> failure) {
        if (failure.isPresent() && !getChildren().contains(notKept)) {
            getChildren().add(getChildren().indexOf(gap), notKept);
        }
        Presence.set(notKept, failure.isPresent());
        failure.ifPresent(now -> {
            notKept.setText(TEXTS.get("not-kept"));
            notKept.setAccessibleText(TEXTS.get("not-kept") + " " + now.message());
            notKept.setTooltip(Words.tooltip(now.message()));
        });
    }

    /** Says in a few words what has just happened. */
    void say(Optional<String> words) {
        if (words.isPresent() && !getChildren().contains(said)) {
            getChildren().add(getChildren().indexOf(gap), said);
        }
        Presence.set(said, words.isPresent());
        said.setText(words.orElse(""));
    }

    /** Whether the button takes a key or a click that leads on: what it does has been on the screen for a moment. */
    boolean leadsOn() {
        return gate.isOpen().get();
    }

    /** A button that is closed for a moment only keeps the keyboard. */
    private void open(boolean isOpen) {
        boolean comesBack = isOpen && hadFocus;
        hadFocus = !isOpen && next.isFocused();
        next.setDisable(!isOpen);
        if (comesBack) {
            next.requestFocus();
        }
    }

    void backIsPossible(boolean possible) {
        back.setVisible(possible);
    }

    /**
     * Names the button that leads on.
     *
     * @param isLast whether there is no step after this one
     */
    void show(Optional<PrimaryAction> primary, boolean isLast) {
        next.setText(primary.map(PrimaryAction::text).orElse(MenuLetters.in(TEXTS.get("next"))));
        Presence.set(next, primary.isPresent() || !isLast);
        next.pseudoClassStateChanged(
                UNDER_WAY, primary.filter(PrimaryAction::isUnderWay).isPresent());
        if (gate.shows(primary)) {
            look.playFromStart();
        }
    }
}
