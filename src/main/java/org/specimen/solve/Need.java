package org.specimen.solve;

/**
 * What a candidate, or whoever asks, needs of a package. Equal needs are treated as one, so that {@code wanted} should
 * have a cheap {@code equals}.
 *
 * @param <P> what names a package
 * @param <S> what may be wanted of one, as in a set of versions
 * @param wanted which candidates will do; {@link Universe#matching} tells them
 * @param onlyIfChosen whether the package may be absent just as well, as with conda's {@code constrains}
 */
public record Need<P, S>(P name, S wanted, boolean onlyIfChosen) {

    /** The package must be there, and be one of these. */
    public static <P, S> Need<P, S> requires(P name, S wanted) {
        return new Need<>(name, wanted, false);
    }

    /** If the package is there for another reason, it must be one of these. */
    public static <P, S> Need<P, S> constrains(P name, S wanted) {
        return new Need<>(name, wanted, true);
    }
}
