package org.specimen.ui.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.EventHandler;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.specimen.advice.Layer;
import org.specimen.ui.layers.Bracket.Side;
import org.specimen.ui.theme.Motion;

/**
 * The picture of the layers. Everything is measured by the size of the text; where there is little height, the
 * legend keeps to the states that occur, then goes, and then the second line of each slab. Folded it is a strip of seven signs.
 */
public final class LayerPictureView extends Region {

    static final String STYLES = Objects.requireNonNull(LayerPictureView.class.getResource("layers.css"))
            .toExternalForm();

    /** What follows is in parts of the text's size. */
    private static final double GAP = 0.25;

    private static final double COLUMN = 1.5;
    private static final double LINE_COLUMN = 0.45;
    private static final double NARROWEST_SLAB = 8.5;
    private static final double ROOM_FOR_BOTH_SIDES = 19;
    private static final double TALLEST_SLAB = 4.3;
    private static final double LEGEND_GAP = 1.15;

    private final ObjectProperty<LayerPicture> picture = new SimpleObjectProperty<>(LayerPictures.unknown());
    private final BooleanProperty folded = new SimpleBooleanProperty(false);
    private final List<SlabView> slabs;
    private final List<BracketView> brackets = new ArrayList<>();
    private final LegendView legend = new LegendView();
    private final ExplanationPopOver explanation = new ExplanationPopOver();
    private final EventHandler<MouseEvent> outside = this::closeFromOutside;
    private final EventHandler<KeyEvent> escape = this::closeByKey;

    public LayerPictureView() {
        getStyleClass().add("layer-picture");
        getStylesheets().add(STYLES);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(LayerTexts.get("picture"));
        slabs = picture.get().slabs().stream().map(SlabView::new).toList();
        slabs.forEach(this::listenTo);
        getChildren().addAll(slabs);
        getChildren().add(legend);
        picture.addListener((property, before, after) -> change(after));
        folded.addListener((property, before, after) -> fold(after));
        sceneProperty().addListener((property, before, after) -> move(before, after));
        addEventHandler(KeyEvent.KEY_PRESSED, this::walk);
    }

    public ObjectProperty<LayerPicture> pictureProperty() {
        return picture;
    }

    /** Whether it is a strip of seven signs. */
    public BooleanProperty foldedProperty() {
        return folded;
    }

    /** For tests: what explains the slabs. */
    ExplanationPopOver explanation() {
        return explanation;
    }

    private void change(LayerPicture after) {
        for (int i = 0; i < slabs.size(); i++) {
            SlabView view = slabs.get(i);
            Slab slab = after.slabs().get(i);
            boolean differs =
                    view.slab().state() != slab.state() || !view.slab().pinned().equals(slab.pinned());
            view.show(slab);
            if (differs) {
                freshen(view);
            }
        }
        if (!brackets.stream().map(BracketView::bracket).toList().equals(after.brackets())) {
            getChildren().removeAll(brackets);
            brackets.clear();
            after.brackets().forEach(bracket -> brackets.add(new BracketView(bracket)));
            getChildren().addAll(brackets);
            brackets.forEach(this::freshen);
        }
        explanation.refresh();
        requestLayout();
    }

    private void fold(boolean toStrip) {
        slabs.forEach(slab -> slab.setFolded(toStrip));
        explanation.hide();
        requestLayout();
    }

    private void freshen(Node node) {
        boolean isFadingIn = node.getOpacity() < 1;
        if (getScene() != null && !isFadingIn) {
            Motion.freshen(node);
        }
    }

    private void listenTo(SlabView slab) {
        slab.setOnMouseEntered(event -> explanation.mouseCame(slab));
        slab.setOnMouseExited(event -> explanation.mouseLeft());
        slab.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                slab.requestFocus();
                explanation.toggle(slab);
            }
        });
        slab.focusVisibleProperty().addListener((property, before, after) -> {
            if (after) {
                explanation.focusCame(slab);
            }
        });
        slab.focusedProperty().addListener((property, before, after) -> {
            if (!after) {
                explanation.focusLeft();
            }
        });
    }

    /** Arrow keys go from slab to slab; Enter and space keep the explanation open. */
    private void walk(KeyEvent event) {
        int at = focused();
        if (at < 0 || event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        int last = slabs.size() - 1;
        int next = switch (event.getCode()) {
            case UP -> Math.max(0, at - 1);
            case DOWN -> Math.min(last, at + 1);
            case HOME -> 0;
            case END -> last;
            default -> -1;
        };
        if (next >= 0) {
            slabs.get(next).requestFocus();
            explanation.focusCame(slabs.get(next));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            explanation.toggle(slabs.get(at));
            event.consume();
        }
    }

    private int focused() {
        for (int i = 0; i < slabs.size(); i++) {
            if (slabs.get(i).isFocused()) {
                return i;
            }
        }
        return -1;
    }

    private void move(@Nullable Scene before, @Nullable Scene after) {
        explanation.hide();
        if (before != null) {
            before.removeEventFilter(MouseEvent.MOUSE_PRESSED, outside);
            before.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
        if (after != null) {
            after.addEventFilter(MouseEvent.MOUSE_PRESSED, outside);
            after.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        }
    }

    private void closeFromOutside(MouseEvent event) {
        boolean here =
                slabs.stream().anyMatch(slab -> slab.contains(slab.sceneToLocal(event.getSceneX(), event.getSceneY())));
        if (!here) {
            explanation.hide();
        }
    }

    private void closeByKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && explanation.isShowing()) {
            explanation.hide();
            event.consume();
        }
    }

    private double em() {
        return slabs.get(0).em();
    }

    /** How many brackets stand beside each other; where there is room, one stays free, so that the slabs stay in place. */
    private int columns(Side side, double width) {
        int least = width >= ROOM_FOR_BOTH_SIDES * em() ? 1 : 0;
        return brackets.stream()
                .map(BracketView::bracket)
                .filter(bracket -> bracket.side() == side)
                .mapToInt(bracket -> bracket.depth() + 1)
                .reduce(least, Math::max);
    }

    private SlabView viewOf(Layer layer) {
        return slabs.stream()
                .filter(view -> view.slab().layer() == layer)
                .findFirst()
                .orElseThrow();
    }

    private List<SlabState> statesShown() {
        return SlabState.EXPLAINED.stream()
                .filter(state -> slabs.stream().anyMatch(view -> view.slab().state() == state))
                .toList();
    }

    private double heightOf(double slab) {
        return slabs.size() * slab + (slabs.size() - 1) * snapSpaceY(GAP * em());
    }

    @Override
    protected double computePrefHeight(double width) {
        double slabHeights = heightOf(slabs.get(0).prefHeight(-1) + 0.5 * em());
        double legendHeight = folded.get() ? 0 : LEGEND_GAP * em() + legend.prefHeight(width);
        return snappedTopInset() + slabHeights + legendHeight + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return snappedTopInset() + heightOf(slabs.get(0).minHeight(-1)) + snappedBottomInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return (folded.get() ? 3.4 : 20) * em() + snappedLeftInset() + snappedRightInset();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 3 * em();
    }

    @Override
    protected void layoutChildren() {
        double em = em();
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        double height = getHeight() - top - snappedBottomInset();
        int leftColumns = columns(Side.LEFT, width);
        int columns = leftColumns + columns(Side.RIGHT, width);
        boolean named = !folded.get() && width - columns * COLUMN * em >= NARROWEST_SLAB * em;
        double column = snapSizeX((named ? COLUMN : LINE_COLUMN) * em);
        double slabsLeft = left + leftColumns * column;
        double slabsWidth = width - columns * column;

        double legendWidth = left + width - slabsLeft;
        double roomForLegend = height + 1 - heightOf(slabs.get(0).prefHeight(-1)) - LEGEND_GAP * em;
        boolean all = legend.heightOf(SlabState.EXPLAINED.size(), legendWidth) <= roomForLegend;
        List<SlabState> explained = all ? SlabState.EXPLAINED : statesShown();
        legend.explain(explained);
        double legendHeight = legend.heightOf(explained.size(), legendWidth);
        legend.setVisible(!folded.get() && legendHeight > 0 && legendHeight <= roomForLegend);
        double room = legend.isVisible() ? height - LEGEND_GAP * em - legendHeight : height;
        double gap = snapSpaceY(GAP * em);
        double fair = Math.floor((room - (slabs.size() - 1) * gap) / slabs.size());
        double slabHeight = Math.max(slabs.get(0).minHeight(-1), Math.min(fair, Math.rint(TALLEST_SLAB * em)));
        for (int i = 0; i < slabs.size(); i++) {
            slabs.get(i).resizeRelocate(slabsLeft, top + i * (slabHeight + gap), slabsWidth, slabHeight);
        }
        for (BracketView view : brackets) {
            Bracket bracket = view.bracket();
            SlabView highest = viewOf(bracket.top());
            SlabView lowest = viewOf(bracket.bottom());
            double x = bracket.side() == Side.LEFT
                    ? slabsLeft - (bracket.depth() + 1) * column
                    : slabsLeft + slabsWidth + bracket.depth() * column;
            double inset = bracket.depth() == 0 ? 1 : 0;
            view.setNamed(named);
            view.resizeRelocate(
                    x,
                    highest.getLayoutY() + inset,
                    column,
                    lowest.getLayoutY() + slabHeight - highest.getLayoutY() - 2 * inset);
        }
        legend.resizeRelocate(slabsLeft, top + heightOf(slabHeight) + LEGEND_GAP * em, legendWidth, legendHeight);
    }
}
