package org.specimen.solve;

/**
 * The words for the packages of a universe, as parts of a sentence.
 *
 * @param <P> what names a package
 * @param <S> what may be wanted of one
 */
public interface Vocabulary<P, S> {

    /**
     * Some candidates as one thing, as in {@code foo 1.0 or 1.1} and {@code every version of foo}: a verb in the singular
     * goes with it.
     *
     * @param set at least one candidate; whether absence is in it does not matter
     */
    String candidates(P name, CandidateSet set);

    /** What is needed, as in {@code bar>=2}. */
    String wanted(Need<P, S> need);

    /**
     * What follows the subject of a sentence that has a need, as in {@code needs bar>=2}.
     *
     * @param isThere whether there is anything that meets the need
     */
    default String needing(Need<P, S> need, boolean isThere) {
        return (need.onlyIfChosen() ? "goes only with " : "needs ")
                + wanted(need)
                + (isThere ? "" : " (there is none)");
    }

    /** Whoever asks, as in {@code the project}. */
    String asker();
}
