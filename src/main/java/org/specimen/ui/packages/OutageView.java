package org.specimen.ui.packages;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.Icons;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.text.ScreenText;
import org.specimen.ui.text.Texts;

/** Says calmly that versions were chosen without the network, and tries again where the person wants it. */
final class OutageView {

    private static final Texts TEXTS = Texts.of(OutageView.class);

    private final VBox node = new VBox();
    private final FitModel model;

    OutageView(FitModel model) {
        this.model = model;
        node.setId("outage");
        WhileShown.show(node, model.outage(), this::show);
    }

    VBox node() {
        return node;
    }

    private void show(Optional<String> outage) {
        node.getChildren().setAll(outage.<Node>map(this::banner).map(List::of).orElse(List.of()));
        Presence.whereFilled(node);
    }

    private Banner banner(String why) {
        Button again = new Button(TEXTS.get("again"), Icons.of(Feather.REFRESH_CW));
        again.setId("ask-again");
        again.setOnAction(event -> model.tryAgain());
        again.setMinWidth(Region.USE_PREF_SIZE);
        Banner banner = new Banner(Banner.Tone.QUIET, TEXTS.get("outage"), TEXTS.get("outage.why", ScreenText.of(why)));
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getChildren().add(again);
        return banner;
    }
}
