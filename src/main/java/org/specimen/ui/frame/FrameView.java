package org.specimen.ui.frame;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.specimen.ui.control.ErrorPanel;
import org.specimen.ui.control.StepView;
import org.specimen.ui.control.Words;
import org.specimen.ui.session.Desktop;
import org.specimen.ui.session.Journey;
import org.specimen.ui.session.Services;
import org.specimen.ui.session.Session;
import org.specimen.ui.session.Step;
import org.specimen.ui.session.StepModel.PrimaryAction;
import org.specimen.ui.task.Failure;
import org.specimen.ui.text.Texts;

/** The frame around every page. Pages are made when they are first shown. */
public final class FrameView {

    private static final KeyCombination NEXT = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_ON_WINDOWS =
            new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination BACK = isMac()
            ? new KeyCodeCombination(KeyCode.OPEN_BRACKET, KeyCombination.SHORTCUT_DOWN)
            : new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);

    /** Below this width, in multiples of the text's size, everything at the sides is as narrow as it can be. */
    static final double NARROW = 60;

    static final PseudoClass IS_NARROW = PseudoClass.getPseudoClass("narrow");

    private static final Texts TEXTS = Texts.of(FrameView.class);

    private final BorderPane root = new BorderPane();
    private final StackPane center = new StackPane();
    private final Map<Step, StepView> pages = new EnumMap<>(Step.class);
    private final Function<Step, StepView> makePage;
    private final Desktop desktop;
    private final Session session;
    private final Journey journey;
    private final RailView rail;
    private final BottomBar bottom;
    private final BooleanBinding narrow;
    private final ChangeListener<Optional<PrimaryAction>> primaryChanged =
            (property, old, now) -> showPrimaryAction(now);
    private Optional<ObservableValue<Optional<PrimaryAction>>> watched = Optional.empty();
    private Optional<StepView> aside = Optional.empty();
    /** A key that is held repeats itself: it would run through all steps, and write files that nobody looked at. */
    private boolean enterIsHeld;

    /**
     * A frame.
     *
     * @param makePage makes the page of a step, called once for each
     * @param settings what the button "Settings" does
     */
    public FrameView(Services services, Function<Step, StepView> makePage, Node right, Runnable settings) {
        this.makePage = makePage;
        desktop = services.desktop();
        session = services.session();
        journey = services.journey();
        bottom = new BottomBar(services.tasks(), this::back, this::next);
        root.getStyleClass().add("frame");
        rail = new RailView(journey, session, this::go, settings);
        root.setLeft(rail);
        // The keyboard goes through the parts in the order in which they come in.
        root.setCenter(center);
        root.setRight(right);
        root.setBottom(bottom);
        journey.current().addListener((property, old, now) -> show(now));
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.addEventFilter(KeyEvent.KEY_RELEASED, this::released);
        root.addEventHandler(KeyEvent.KEY_PRESSED, this::escaped);
        session.projects().addListener((property, old, now) -> pages.values().forEach(FrameView::toTheTop));
        session.said().addListener((property, old, now) -> bottom.say(now));
        show(journey.current().get());
        // A frame that has no width yet is not narrow: everything would be styled twice for its first look.
        narrow = root.widthProperty()
                .greaterThan(0)
                .and(root.widthProperty().lessThan(Words.TEXT_SIZE.multiply(NARROW)));
        root.pseudoClassStateChanged(IS_NARROW, narrow.get());
        narrow.addListener((property, old, now) -> root.pseudoClassStateChanged(IS_NARROW, now));
    }

    public BorderPane node() {
        return root;
    }

    /** The page that is shown. */
    public StepView page() {
        return aside.orElseGet(() -> page(journey.current().get()));
    }

    /** Says for as long as it is so that the draft cannot be kept. */
    public void watch(ObservableValue<Optional<Failure>> notKept) {
        notKept.addListener((property, old, now) -> bottom.showNotKept(now));
        bottom.showNotKept(notKept.getValue());
    }

    /** Shows a fault of Specimen's above the page, until it is closed; of those that follow, only the first. */
    public void tell(Failure fault) {
        if (root.getTop() == null) {
            Button close = new Button(TEXTS.get("fault.close"));
            close.setId("close-fault");
            close.setOnAction(event -> root.setTop(null));
            root.setTop(new ErrorPanel(TEXTS.get("fault.title"), fault, desktop::copy, close));
        }
    }

    /** Shows a page that is no step, such as the settings, until it or a step is chosen. */
    public void showAside(StepView page) {
        if (aside.isEmpty()) {
            aside = Optional.of(page);
            rail.showAside(true);
            show(page, false);
        }
    }

    /** Shows the step again. */
    public void closeAside() {
        if (aside.isPresent()) {
            aside = Optional.empty();
            show(journey.current().get());
        }
    }

    /** The step that is left for the settings is still the current one: it only has to be shown again. */
    private void go(Step step) {
        if (step == journey.current().get()) {
            closeAside();
        } else {
            journey.go(step);
        }
    }

    private StepView page(Step step) {
        return pages.computeIfAbsent(step, makePage);
    }

    private void show(Step step) {
        aside = Optional.empty();
        rail.showAside(false);
        bottom.say(Optional.empty());
        show(page(step), step != Step.PROJECT);
    }

    private void show(StepView page, boolean backIsPossible) {
        watched.ifPresent(property -> property.removeListener(primaryChanged));
        page.model().entered();
        center.getChildren().setAll(page.node());
        bottom.backIsPossible(backIsPossible);
        ObservableValue<Optional<PrimaryAction>> primary = page.model().primaryAction();
        primary.addListener(primaryChanged);
        watched = Optional.of(primary);
        showPrimaryAction(primary.getValue());
        takeFocus();
    }

    /** Puts the keyboard where the page that is shown begins. */
    public void takeFocus() {
        // What scrolls has no content before its first look: nothing in it could take the keyboard.
        root.applyCss();
        page().firstFocus().requestFocus();
    }

    private void showPrimaryAction(Optional<PrimaryAction> primary) {
        bottom.show(primary, aside.isEmpty() && journey.current().get() == Step.TRIAL);
    }

    private void next() {
        if (!bottom.leadsOn()) {
            return;
        }
        StepView page = page();
        Optional<PrimaryAction> primary = page.model().primaryAction().getValue();
        if (primary.isPresent()) {
            primary.get().run().run();
            if (aside.isPresent() && !page.model().mayLeave()) {
                page.focusOnProblem();
            }
        } else if (page.model().mayLeave()) {
            journey.next();
        } else {
            page.focusOnProblem();
        }
    }

    private void back() {
        if (aside.isPresent()) {
            closeAside();
        } else {
            journey.back();
        }
    }

    private static void toTheTop(StepView page) {
        if (page.node() instanceof ScrollPane scroll) {
            scroll.setVvalue(0);
        }
    }

    /** Escape leaves a page that is no step, unless something on it wants the key. */
    private void escaped(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && aside.isPresent()) {
            closeAside();
            event.consume();
        }
    }

    private void released(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            enterIsHeld = false;
        }
    }

    private void pressed(KeyEvent event) {
        Optional<TextInputControl> text = Optional.of(event.getTarget())
                .filter(TextInputControl.class::isInstance)
                .map(TextInputControl.class::cast);
        boolean isRepeated = event.getCode() == KeyCode.ENTER && enterIsHeld;
        // Between two presses of Enter that is held, no other key can be pressed.
        enterIsHeld = event.getCode() == KeyCode.ENTER;
        if (NEXT.match(event)) {
            if (!isRepeated) {
                next();
            }
        } else if (BACK.match(event)) {
            back();
        } else if (UNDO.match(event) && !text.map(TextInputControl::isUndoable).orElse(false)) {
            session.undo();
        } else if ((REDO.match(event) || REDO_ON_WINDOWS.match(event))
                && !text.map(TextInputControl::isRedoable).orElse(false)) {
            session.redo();
        } else {
            return;
        }
        event.consume();
    }

    private static boolean isMac() {
        return System.getProperty("os.name", "").startsWith("Mac");
    }
}
