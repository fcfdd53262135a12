package org.specimen.ui;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.session.StepModel.PrimaryAction;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A person at the window: clicks, turns the wheel, presses keys, and waits until the window shows what they did. */
final class Walker {

    private static final int PATIENCE_SECONDS = 60;
    private static final int MOST_TURNS = 200;
    private static final double NOTCH = 40;
    private static final double ASIDE = 60;
    private static final int MOST_KEYS = 400;
    private static final int PULSES = 12;

    private final FxRobot robot;
    private final Window window;
    private int clicks;

    Walker(FxRobot robot, Window window) {
        this.robot = robot;
        this.window = window;
    }

    /** How often the person clicked. */
    int clicks() {
        return clicks;
    }

    /** Clicks on what has this id, turning the wheel until it can be seen. */
    Walker click(String id) {
        await(id);
        return click(() -> find(id).orElseThrow());
    }

    /** Clicks on what says this. */
    Walker clickText(String text) {
        return click(() -> robot.lookup(text).query());
    }

    /** Clicks on what is found; it is looked for each time, since a page may make it anew. */
    Walker click(Callable<Node> node) {
        bringIntoView(node);
        Node target = onScreen(node);
        clicks++;
        // The pointer comes from elsewhere: two clicks in one place, one right after the other, would be a double
        // click.
        robot.moveBy(0, -ASIDE);
        return until(MouseEvent.MOUSE_RELEASED, 1, target.getScene().getWindow(), () -> robot.clickOn(target));
    }

    /** Presses keys together and lets them go. */
    Walker press(KeyCode... keys) {
        return until(KeyEvent.KEY_RELEASED, keys.length, window.scene().getWindow(), () -> robot.push(keys));
    }

    /** The display brings what is done at it when it likes: waits until all of this, and what follows at once, has come. */
    private <E extends Event> Walker until(EventType<E> last, int times, javafx.stage.Window at, Runnable action) {
        CountDownLatch come = new CountDownLatch(times);
        EventHandler<E> listener = event -> come.countDown();
        robot.interact(() -> at.addEventFilter(last, listener));
        action.run();
        await(last + " of the display", () -> come.getCount() == 0);
        robot.interact(() -> at.removeEventFilter(last, listener));
        return this;
    }

    /** Presses a key in the question that is asked. */
    Walker answer(KeyCode key) {
        robot.push(key);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Types into what has the keyboard. */
    Walker type(String text) {
        robot.write(text, 0);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /** Types in place of all that the field with the keyboard holds. */
    Walker typeInstead(String text) {
        return press(KeyCode.SHORTCUT, KeyCode.A).type(text);
    }

    /** Presses Tab until the keyboard is at what has this id. */
    Walker tabTo(String id) {
        await(id);
        tabUntil(id, id);
        return this;
    }

    /** Presses Tab until the keyboard is at what has this id, and then Space. */
    Walker choose(String id) {
        return tabTo(id).press(KeyCode.SPACE);
    }

    /** As {@link #choose}, where Tab leads to a group and arrows lead on; those of a group begin alike. */
    Walker chooseInGroup(String id) {
        await(id);
        tabUntil(id, id.substring(0, id.lastIndexOf('-') + 1));
        for (int keys = 0; !focus().equals(id); keys++) {
            press(KeyCode.RIGHT);
            giveUpAfter(keys, id);
        }
        return press(KeyCode.SPACE);
    }

    private void tabUntil(String id, String beginning) {
        for (int keys = 0; !focus().startsWith(beginning); keys++) {
            press(KeyCode.TAB);
            giveUpAfter(keys, id);
        }
    }

    private void giveUpAfter(int keys, String id) {
        if (keys > MOST_KEYS) {
            throw new AssertionError("the keyboard does not lead to #" + id + ", but to #" + focus());
        }
    }

    /** The id of what has the keyboard. */
    String focus() {
        return onScreen(() -> Optional.ofNullable(window.scene().getFocusOwner())
                .map(Node::getId)
                .orElse(""));
    }

    /** Waits until the window is at this step and has worked out all that follows from what was decided. */
    Walker awaitStep(Step step) {
        return await(
                        "the step " + step,
                        () -> window.services().journey().current().get() == step)
                .awaitRest();
    }

    /** Waits until nothing is being worked out. */
    Walker awaitRest() {
        Session session = window.services().session();
        return await(
                "rest",
                () -> window.services().tasks().activity().get().isEmpty()
                        && !primaryActionIsUnderWay()
                        && Stream.of(session.project(), session.advice(), session.proposal(), session.preview())
                                .noneMatch(outcome -> outcome.getValue() instanceof Outcome.Working));
    }

    /** Whether the button that leads on says only what is being done, or has not been seen for a moment. */
    private boolean primaryActionIsUnderWay() {
        return window.frame()
                        .page()
                        .model()
                        .primaryAction()
                        .getValue()
                        .filter(PrimaryAction::isUnderWay)
                        .isPresent()
                || window.scene().getRoot().lookupAll("#next").stream().anyMatch(Node::isDisabled);
    }

    /** Waits until a project is open. */
    Walker awaitProject() {
        return await("a project", () -> window.services().session().hasStarted())
                .awaitRest();
    }

    Walker await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> onScreen(condition));
            WaitForAsyncUtils.waitForFxEvents();
            return this;
        } catch (TimeoutException never) {
            throw new AssertionError("waited in vain for " + what, never);
        }
    }

    /** Waits until something with this id can be seen and used. */
    Node await(String id) {
        await("#" + id, () -> find(id).isPresent());
        return onScreen(() -> find(id).orElseThrow());
    }

    /** Whether something with this id can be seen and used. */
    boolean sees(String id) {
        return onScreen(() -> find(id).isPresent());
    }

    /** Waits until what is there has been laid out and drawn. */
    Walker awaitPicture() {
        WaitForAsyncUtils.waitForFxEvents(PULSES);
        return this;
    }

    /** Turns the page on by what can be seen of it at once; false where nothing is left. */
    boolean turnPage() {
        return onScreen(() -> {
            if (!(window.frame().page().node() instanceof ScrollPane page)) {
                return false;
            }
            double seen = page.getViewportBounds().getHeight();
            double rest = page.getContent().getLayoutBounds().getHeight() - seen;
            boolean hasMore = rest > 1 && page.getVvalue() < 1;
            if (hasMore) {
                page.setVvalue(Math.min(1, page.getVvalue() + seen / rest));
            }
            return hasMore;
        });
    }

    /** Shows the page from its beginning. */
    void turnToTop() {
        onScreen(() -> {
            if (window.frame().page().node() instanceof ScrollPane page) {
                page.setVvalue(0);
            }
            return true;
        });
    }

    private Optional<Node> find(String id) {
        return window.scene().getRoot().lookupAll("#" + id).stream()
                .filter(node -> !node.isDisabled() && isShown(node))
                .findFirst();
    }

    private static boolean isShown(Node node) {
        return Stream.iterate(node, each -> each != null, Node::getParent).allMatch(Node::isVisible);
    }

    private void bringIntoView(Callable<Node> wanted) {
        Optional<ScrollPane> scroller = onScreen(() -> scrollerOf(wanted.call()));
        if (scroller.isEmpty()) {
            return;
        }
        ScrollPane pane = scroller.get();
        for (int turns = 0; turns < MOST_TURNS; turns++) {
            Bounds seen = onScreen(() -> pane.localToScene(pane.getLayoutBounds()));
            Bounds place = onScreen(() -> placeOf(wanted.call()));
            if (place.getMinY() >= seen.getMinY() && place.getCenterY() < seen.getMaxY()) {
                return;
            }
            double turn = place.getMinY() < seen.getMinY() ? NOTCH : -NOTCH;
            robot.interact(() -> Event.fireEvent(pane.getContent(), wheel(turn)));
            WaitForAsyncUtils.waitForFxEvents();
        }
        throw new AssertionError("the wheel does not lead to " + onScreen(wanted));
    }

    /** The wheel of a display in memory turns nothing, so the event comes from here. */
    private static ScrollEvent wheel(double turn) {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                turn,
                0,
                turn,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                null);
    }

    /** The page that what is wanted lies on. */
    private static Optional<ScrollPane> scrollerOf(Node node) {
        return Stream.iterate(node, each -> each != null, Node::getParent)
                .filter(ScrollPane.class::isInstance)
                .map(ScrollPane.class::cast)
                .reduce((inner, outer) -> outer);
    }

    private Bounds placeOf(Node node) {
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
        return node.localToScene(node.getLayoutBounds());
    }

    static <T> T onScreen(Callable<T> question) {
        try {
            return WaitForAsyncUtils.asyncFx(question).get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
