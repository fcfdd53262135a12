package org.specimen.solve;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of a solve.
 *
 * @param <P> what names a package
 * @param <S> what may be wanted of one
 */
public sealed interface Outcome<P, S> {

    /**
     * Candidates that go together. Nothing is among them that nobody needs.
     *
     * @param chosen the number of the candidate of each package, in the order in which packages were first needed
     */
    record Solution<P, S>(Map<P, Integer> chosen) implements Outcome<P, S> {
        public Solution {
            chosen = Collections.unmodifiableMap(new LinkedHashMap<>(chosen));
        }
    }

    /**
     * The proof that there is no solution.
     *
     * @param proof an incompatibility without terms: it holds whatever is chosen
     */
    record Contradiction<P, S>(Incompatibility<P, S> proof) implements Outcome<P, S> {}
}
