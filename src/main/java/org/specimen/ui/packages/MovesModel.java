package org.specimen.ui.packages;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.specimen.app.Proposal;
import org.specimen.ui.session.Outcome;
import org.specimen.ui.session.Session;

/** Which versions the last decision moved: between the last two sets of releases of one project. */
final class MovesModel {

    private final Session session;
    private final ReadOnlyObjectWrapper<List<Move>> moves = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<Moves.State> last = Optional.empty();

    MovesModel(Session session) {
        this.session = session;
        session.projects().addListener((property, old, now) -> forget());
        session.proposal().addListener((property, old, now) -> proposed(now));
        proposed(session.proposal().get());
    }

    /** By name; empty where nothing moved. */
    ReadOnlyObjectProperty<List<Move>> moves() {
        return moves.getReadOnlyProperty();
    }

    private void forget() {
        last = Optional.empty();
        moves.set(List.of());
    }

    private void proposed(Outcome<Proposal> now) {
        if (now instanceof Outcome.Ready<Proposal> ready) {
            Moves.State state =
                    Moves.State.of(ready.result(), session.decisions().get().wishes());
            moves.set(last.map(before -> Moves.between(before, state)).orElse(List.of()));
            last = Optional.of(state);
        }
    }
}
