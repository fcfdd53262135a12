package org.specimen.ui.frame;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.app.Advice;
import org.specimen.app.Preview;
import org.specimen.app.Proposal;
import org.specimen.catalogue.Catalogue;
import org.specimen.ui.control.Hint;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Words;
import org.specimen.ui.layers.LayerPicture;
import org.specimen.ui.layers.LayerPictureView;
import org.specimen.ui.layers.LayerPictures;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Preferences;
import org.specimen.ui.session.Session;
import org.specimen.ui.text.Texts;

/** The picture of the layers, on the right. It folds to a strip by its button, and where there is little room. */
public final class LayersSide extends VBox {

    private static final Texts TEXTS = Texts.of(LayersSide.class);

    /** Widths, in multiples of the text's size. */
    private static final double OPEN = 21.5;

    private static final double FOLDED = 5;
    private static final double RAIL = 14;
    private static final double LEAST_PAGE = 32;

    /** The width that a page needs beside the open picture even where the text is small, in pixels. */
    private static final double USUAL_PAGE = 640;

    private final Session session;
    private final LayerPictures pictures;
    private final Preferences preferences;
    private final BooleanBinding tooNarrow;
    private final BooleanBinding folded;
    private Optional<LayerPicture> planned = Optional.empty();

    /**
     * A side with the picture under its head.
     *
     * @param windowWidth in pixels
     */
    public LayersSide(
            Session session, Catalogue catalogue, Preferences preferences, ReadOnlyDoubleProperty windowWidth) {
        this.session = session;
        this.preferences = preferences;
        this.pictures = new LayerPictures(catalogue);
        getStyleClass().add("layers-side");
        tooNarrow = Bindings.createBooleanBinding(
                () -> !isRoomIn(windowWidth.get(), Words.TEXT_SIZE.get()), windowWidth, Words.TEXT_SIZE);
        folded = Bindings.createBooleanBinding(
                () -> preferences.settings().get().layersFolded() || tooNarrow.get(),
                preferences.settings(),
                tooNarrow);
        prefWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> width(folded.get(), Words.TEXT_SIZE.get()), folded, Words.TEXT_SIZE));
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
        setMinHeight(0);
        LayerPictureView picture = new LayerPictureView();
        VBox.setVgrow(picture, Priority.ALWAYS);
        getChildren().addAll(head(), picture);
        picture.foldedProperty().bind(folded);
        session.advice().addListener((property, old, now) -> show(picture));
        session.proposal().addListener((property, old, now) -> show(picture));
        session.preview().addListener((property, old, now) -> show(picture));
        show(picture);
    }

    /** How wide it is, in pixels, as the text's size is. */
    static double width(boolean isFolded, double textSize) {
        return textSize * (isFolded ? FOLDED : OPEN);
    }

    /** Whether there is room for the open picture beside a page, in a window of a width, all in pixels. */
    static boolean isRoomIn(double windowWidth, double textSize) {
        return windowWidth - (RAIL + OPEN) * textSize >= Math.max(USUAL_PAGE, LEAST_PAGE * textSize);
    }

    private HBox head() {
        Label title = Words.section(TEXTS.get("layers"));
        title.setWrapText(false);
        title.managedProperty().bind(folded.not());
        title.visibleProperty().bind(folded.not());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button fold = new Button();
        fold.setId("fold-layers");
        fold.getStyleClass().addAll("flat", "button-icon");
        fold.setMinWidth(USE_PREF_SIZE);
        fold.graphicProperty()
                .bind(folded.map(
                        is -> Icons.of(Boolean.TRUE.equals(is) ? Feather.CHEVRONS_LEFT : Feather.CHEVRONS_RIGHT)));
        fold.setAccessibleText(TEXTS.get("fold"));
        Hint.on(fold, TEXTS.get("fold"));
        fold.disableProperty().bind(tooNarrow);
        fold.setOnAction(event -> preferences.change(now -> now.withLayersFolded(!now.layersFolded())));
        HBox head = new HBox(8, title, gap, fold);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /**
     * The exact releases where they are known and up to date; until then what the advice says, and where releases are
     * shown already, only what the advice changes in them.
     */
    private void show(LayerPictureView picture) {
        Outcome<Proposal> proposal = session.proposal().get();
        Optional<LayerPicture> before = planned;
        planned = session.advice().get().known().map(this::planned);
        boolean isOnTheWay = proposal.ready().isEmpty() && proposal.whyNot().isEmpty();
        if (isOnTheWay && proposal.known().isPresent()) {
            planned.ifPresent(after -> picture.pictureProperty()
                    .set(LayerPictures.ahead(picture.pictureProperty().get(), before.orElse(after), after)));
        } else {
            boolean isRefused =
                    proposal.whyNot().filter(failure -> !failure.wanted()).isPresent();
            Optional<LayerPicture> without = isRefused ? planned.map(LayerPictures::withoutVersions) : planned;
            picture.pictureProperty()
                    .set(proposal.ready().map(this::exact).or(() -> without).orElseGet(LayerPictures::unknown));
        }
    }

    /** The names of files are those of the last preview; the next one follows at once. */
    private LayerPicture exact(Proposal proposal) {
        return pictures.of(proposal, session.preview().get().known().map(Preview::comparison));
    }

    private LayerPicture planned(Advice advice) {
        return pictures.of(advice, session.decisions().get().wishes().stack());
    }
}
