package org.specimen.ui.packages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.specimen.project.Evidence;
import org.specimen.project.FoundPackage;
import org.specimen.project.UnknownModule;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.Texts;

/** What the code imports and the table cannot list: packages without a version, and modules without a package. */
final class LeftOutView {

    private static final Texts TEXTS = Texts.of(LeftOutView.class);

    private final AddingModel adding;
    private final VBox withoutVersion = new VBox(8);
    private final VBox nameless = new VBox(8);
    private final VBox node = new VBox(16, withoutVersion, nameless);

    LeftOutView(PackagesViewModel model) {
        adding = model.adding();
        withoutVersion.setId("without-version");
        nameless.setId("nameless");
        WhileShown.show(node, model.rows().withoutVersion(), this::showWithoutVersion);
        WhileShown.show(node, model.rows().nameless(), this::showNameless);
    }

    VBox node() {
        return node;
    }

    private void showWithoutVersion(List<FoundPackage> found) {
        show(withoutVersion, "unknown", found.stream().map(this::line));
    }

    private void showNameless(List<UnknownModule> modules) {
        show(nameless, "nameless", modules.stream().map(this::line));
    }

    private void show(VBox list, String key, Stream<HBox> lines) {
        list.getChildren().setAll(Words.strong(TEXTS.get(key + ".title")), Words.muted(TEXTS.get(key + ".sentence")));
        int words = list.getChildren().size();
        lines.forEach(list.getChildren()::add);
        Presence.set(list, list.getChildren().size() > words);
        Presence.set(node, withoutVersion.isVisible() || nameless.isVisible());
    }

    private HBox line(FoundPackage found) {
        Button add = button("unknown.add", TEXTS.get("fix.add-with-version", found.name()));
        add.setOnAction(event -> adding.nameVersion(found.name()));
        return line(found.name().value(), place(found.evidence()), Optional.of(add));
    }

    /** What is known to come from elsewhere has no package that could be named. */
    private HBox line(UnknownModule module) {
        Optional<String> from = module.elsewhere().map(elsewhere -> TEXTS.get("nameless.from", elsewhere.place()));
        Optional<Node> add = from.isPresent() ? Optional.empty() : Optional.of(name(module.name()));
        String place = place(module.evidence());
        return line(module.name(), from.map(known -> known + "; " + place).orElse(place), add);
    }

    private Button name(String module) {
        Button name = button("nameless.add", TEXTS.get("nameless.add-said", module));
        name.setOnAction(event -> adding.namePackageOf(module));
        return name;
    }

    private static String place(List<Evidence> evidence) {
        return TEXTS.get("unknown.place", evidence.get(0));
    }

    private static Button button(String text, String said) {
        Button button = new Button(TEXTS.get(text));
        button.getStyleClass().add("compact");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(said);
        return button;
    }

    /** The place gives way first. */
    private static HBox line(String what, String where, Optional<Node> action) {
        Label name = new Label(what);
        name.getStyleClass().add("strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Label place = new Label(where);
        place.getStyleClass().add("muted");
        place.setTooltip(Words.tooltip(where));
        HBox.setHgrow(place, Priority.ALWAYS);
        place.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(12, name, place);
        action.ifPresent(line.getChildren()::add);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
