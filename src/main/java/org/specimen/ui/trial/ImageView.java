package org.specimen.ui.trial;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.proof.docker.ImageStore.Fetched;
import org.specimen.proof.docker.ImageStore.Saved;
import org.specimen.proof.docker.ImageStore.Unused;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.ErrorPanel;
import org.specimen.ui.control.FocusInView;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.Words;
import org.specimen.ui.session.RefusalWords;
import org.specimen.ui.text.Texts;
import org.specimen.ui.trial.ImageModel.Said;

/** What can be done with the image beside building it; folded until it is wanted. */
final class ImageView extends TitledPane {

    private static final Texts TEXTS = Texts.of(ImageView.class);
    private static final double MEGABYTE = 1e6;
    private static final double FEW = 10;

    private final TrialViewModel trial;
    private final ImageModel model;
    private final VBox saidOfOwn = new VBox();
    private final VBox saidOfWorkshop = new VBox();
    private VBox said = saidOfOwn;

    ImageView(TrialViewModel trial) {
        this.trial = trial;
        model = trial.image();
        FlowPane own = new FlowPane(
                8,
                8,
                button("image-save", Feather.SAVE, saidOfOwn, model::save),
                button("image-clean", Feather.TRASH_2, saidOfOwn, model::look));
        FlowPane workshop = new FlowPane(
                8,
                8,
                button("image-fetch", Feather.DOWNLOAD, saidOfWorkshop, model::fetch),
                button("image-load", Feather.UPLOAD, saidOfWorkshop, model::load));
        VBox parts = new VBox(
                section(Words.prose(TEXTS.get("image.why")), own, saidOfOwn),
                section(
                        Words.strong(TEXTS.get("image.workshop")),
                        Words.prose(TEXTS.get("image.workshop.why")),
                        workshop,
                        saidOfWorkshop));
        parts.getStyleClass().addAll("trial-sections", "folded-content");
        setText(TEXTS.get("image"));
        setContent(Page.prose(parts));
        setId("image");
        getStyleClass().add("folded");
        setExpanded(false);
        setAnimated(false);
        model.said().addListener((property, old, now) -> show(now));
        show(model.said().get());
    }

    private static VBox section(Node... parts) {
        VBox section = new VBox(parts);
        section.getStyleClass().add("trial-section");
        return section;
    }

    /** What came of it stands below what was pressed. */
    private void show(Said now) {
        saidOfOwn.getChildren().clear();
        saidOfWorkshop.getChildren().clear();
        if (!(now instanceof Said.Nothing)) {
            said.getChildren().add(words(now));
            setExpanded(true);
            FocusInView.reveal(said);
        }
        Presence.whereFilled(saidOfOwn);
        Presence.whereFilled(saidOfWorkshop);
    }

    private Node words(Said now) {
        if (now instanceof Said.IsSaved done) {
            return saved(done.saved());
        } else if (now instanceof Said.IsLoaded done) {
            return good("image.loaded", String.join(", ", done.loaded().images()));
        } else if (now instanceof Said.NameTaken taken) {
            return new Banner(
                    Banner.Tone.CAUTION,
                    TEXTS.get("image.taken"),
                    TEXTS.get(
                            "image.taken.why", String.join(", ", taken.loaded().taken())),
                    plain("image-load-anyway", model::loadAllTheSame),
                    plain("image-leave", model::leave));
        } else if (now instanceof Said.IsFetched done) {
            return fetched(done.fetched());
        } else if (now instanceof Said.CanClean can) {
            return canClean(can.unused());
        } else if (now instanceof Said.IsClean done) {
            return good(
                    "image.cleaned",
                    TEXTS.counted(
                            "image.layers",
                            done.removed().layers(),
                            megabytes(done.removed().bytes())));
        }
        return now instanceof Said.NotDone not
                ? new ErrorPanel(
                        TEXTS.get("image.not-done"), RefusalWords.plain(not.failure()), trial.services.desktop()::copy)
                : Words.muted("");
    }

    private static Banner good(String key, String text) {
        return new Banner(Banner.Tone.GOOD, TEXTS.get(key), text);
    }

    /** The checksum is what others need: it can be copied. */
    private Node saved(Saved saved) {
        Button copy = plain("image-copy", () -> trial.services.desktop().copy(saved.sha256()));
        return new Banner(
                Banner.Tone.GOOD,
                TEXTS.get("image.saved"),
                TEXTS.get("image.saved.what", saved.file(), megabytes(saved.bytes()), saved.sha256()),
                copy);
    }

    private static Node fetched(Fetched fetched) {
        return fetched.fetched().isEmpty()
                ? good("image.present", String.join(", ", fetched.present()))
                : good("image.fetched", String.join(", ", fetched.fetched()));
    }

    private Node canClean(Unused unused) {
        return unused.layers() == 0
                ? new Banner(Banner.Tone.QUIET, TEXTS.get("image.nothing"), TEXTS.get("image.nothing.why"))
                : new Banner(
                        Banner.Tone.QUIET,
                        TEXTS.counted("image.layers", unused.layers(), megabytes(unused.bytes())),
                        TEXTS.get("image.clean.why"),
                        plain("image-clean-now", model::clean),
                        plain("image-leave", model::leave));
    }

    static String megabytes(long bytes) {
        double megabytes = bytes / MEGABYTE;
        return String.format(Locale.ROOT, megabytes < FEW ? "%.1f" : "%.0f", megabytes);
    }

    /** @param place where it is told what came of it */
    private Button button(String id, Feather icon, VBox place, Runnable action) {
        Button button = plain(id, () -> {
            said = place;
            action.run();
        });
        button.setGraphic(Icons.of(icon));
        return button;
    }

    private static Button plain(String id, Runnable action) {
        Button button = new Button(TEXTS.get(id));
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }
}
