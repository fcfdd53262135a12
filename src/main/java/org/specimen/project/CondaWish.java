package org.specimen.project;

import java.util.Optional;
import org.specimen.conda.MatchSpec;
import org.specimen.project.SpecFacts.Wish;

/** What {@code conda install} in a notebook asks for. */
final class CondaWish {

    private CondaWish() {}

    /** Empty if conda would refuse the word. */
    static Optional<Wish> of(String word, Evidence evidence) {
        try {
            return Optional.of(
                    new Wish(new Declaration.Conda(MatchSpec.parse(word), evidence, ""), Role.RUNTIME, false));
        } catch (IllegalArgumentException noPackage) {
            return Optional.empty();
        }
    }
}
