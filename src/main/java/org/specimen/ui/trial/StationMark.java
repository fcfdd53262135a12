package org.specimen.ui.trial;

import java.util.List;
import java.util.Locale;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.specimen.proof.StationState;
import org.specimen.ui.control.Icons;

/** How far a station is, by its sign: a different one for each state, so that colour adds to it and says nothing alone. */
final class StationMark extends StackPane {

    StationMark() {
        getStyleClass().setAll("station-mark");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    void show(StationState state) {
        getStyleClass().setAll(List.of("station-mark", state.name().toLowerCase(Locale.ROOT)));
        getChildren().clear();
        icon(state).forEach(icon -> getChildren().add(Icons.of(icon, 0.857)));
    }

    private static List<Feather> icon(StationState state) {
        return switch (state) {
            case WAITING -> List.of();
            case RUNNING -> List.of(Feather.MORE_HORIZONTAL);
            case DONE -> List.of(Feather.CHECK);
            case FAILED -> List.of(Feather.X);
            case SKIPPED -> List.of(Feather.MINUS);
            case CANCELLED -> List.of(Feather.SLASH);
        };
    }
}
