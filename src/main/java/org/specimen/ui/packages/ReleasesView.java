package org.specimen.ui.packages;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.specimen.ui.control.Presence;
import org.specimen.ui.control.WhileShown;
import org.specimen.ui.control.Words;
import org.specimen.ui.text.Texts;

/** Below the table: what must be built or was withdrawn, and which versions the last decision moved. */
final class ReleasesView {

    private static final Texts TEXTS = Texts.of(ReleasesView.class);

    private final VBox concerns = new VBox(12);
    private final TitledPane moves = new TitledPane();
    private final Label size = Words.muted("");
    private final VBox node = new VBox(12, size, concerns, moves);

    ReleasesView(PackagesViewModel model) {
        concerns.setId("concerns");
        size.setId("size");
        moves.setId("moves");
        moves.getStyleClass().add("notes");
        moves.setAnimated(false);
        moves.setExpanded(false);
        WhileShown.show(node, model.releases().concerns(), this::showConcerns);
        WhileShown.show(node, model.moves().moves(), this::showMoves);
        WhileShown.show(node, model.releases().size(), this::showSize);
    }

    VBox node() {
        return node;
    }

    private void showConcerns(List<Concern> now) {
        concerns.getChildren().setAll(now.stream().map(ReleasesView::line).toList());
        Presence.whereFilled(concerns);
        presence();
    }

    private static Node line(Concern concern) {
        FlowPane buttons = new FlowPane(8, 8);
        concern.fixes().forEach(fix -> buttons.getChildren().add(MessageLine.button(fix)));
        Presence.whereFilled(buttons);
        return new VBox(6, Words.prose(concern.text()), buttons);
    }

    private void showSize(Optional<String> now) {
        size.setText(now.orElse(""));
        Presence.set(size, now.isPresent());
        presence();
    }

    private void showMoves(List<Move> now) {
        moves.setText(TEXTS.counted("moved.title", now.size()));
        VBox lines = new VBox(6);
        now.forEach(move -> lines.getChildren().add(Words.prose(words(move) + "  \u00b7  " + move.why())));
        moves.setContent(lines);
        Presence.set(moves, !now.isEmpty());
        presence();
    }

    private void presence() {
        Presence.set(node, size.isManaged() || concerns.isManaged() || moves.isManaged());
    }

    static String words(Move move) {
        if (move.before().isEmpty()) {
            return TEXTS.get("moved.line.new", move.name(), move.after().orElse(""));
        }
        return move.after().isEmpty()
                ? TEXTS.get("moved.line.gone", move.name(), move.before().get())
                : TEXTS.get(
                        "moved.line",
                        move.name(),
                        move.before().get(),
                        move.after().get());
    }
}
