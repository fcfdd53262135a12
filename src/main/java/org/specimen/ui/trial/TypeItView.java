package org.specimen.ui.trial;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.specimen.advice.Recommendation.Missing;
import org.specimen.ui.control.AddressButton;
import org.specimen.ui.control.Banner;
import org.specimen.ui.control.CommandTabs;
import org.specimen.ui.control.Page;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.Texts;

/** The commands, for whoever would rather type them; folded until they are wanted. */
final class TypeItView extends TitledPane {

    private static final Texts TEXTS = Texts.of(TypeItView.class);

    TypeItView(TrialPage.Ready ready, TrialViewModel model) {
        super(TEXTS.get("type-it"), content(ready, model));
        setId("type-it");
        getStyleClass().add("folded");
        setExpanded(false);
        setAnimated(false);
    }

    private static Node content(TrialPage.Ready ready, TrialViewModel model) {
        VBox parts = new VBox();
        parts.getStyleClass().addAll("trial-section", "folded-content");
        ready.missing().forEach(missing -> parts.getChildren().add(missing(missing, model.services.desktop()::browse)));
        if (ready.saysWhatIsNeeded()) {
            parts.getChildren().add(Words.prose(ready.instructions().needed()));
        }
        parts.getChildren()
                .addAll(List.of(
                        Words.prose(TEXTS.get("type.why", ready.guide())),
                        new CommandTabs(ready.instructions(), model.system(), model.services.desktop()::copy)));
        return Page.prose(parts);
    }

    private static Banner missing(Missing missing, Consumer<String> browse) {
        return new Banner(
                Banner.Tone.CAUTION,
                TEXTS.get("first.missing", missing.what()),
                missing.how(),
                addresses(missing, browse));
    }

    /** The pages that something can be had from. */
    static Node[] addresses(Missing missing, Consumer<String> browse) {
        return missing.addresses().stream()
                .map(address -> new AddressButton(address, browse))
                .toArray(Node[]::new);
    }
}
