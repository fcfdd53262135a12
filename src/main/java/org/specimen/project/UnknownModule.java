package org.specimen.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.catalogue.Elsewhere;

/**
 * A module that the code imports and that is neither the project's own nor a distribution's, as far as anyone knows.
 *
 * @param name its top-level name
 * @param evidence where it is imported, sorted; never empty once the scan is over
 * @param elsewhere where it comes from, if the catalogue knows
 */
public record UnknownModule(String name, List<Evidence> evidence, Optional<Elsewhere> elsewhere) {

    public UnknownModule {
        evidence = List.copyOf(evidence);
    }

    UnknownModule at(Evidence place) {
        if (evidence.contains(place)) {
            return this;
        }
        List<Evidence> places = new ArrayList<>(evidence);
        places.add(place);
        places.sort(null);
        return new UnknownModule(name, places, elsewhere);
    }
}
