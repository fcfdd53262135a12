package org.specimen.resolve;

/**
 * How far a choice may go beyond what is known, where an index does not tell of every release. Each is tried when the one
 * before leads nowhere.
 */
enum Latitude {
    /** Only releases that are known to run on the Python and say what they need, of distributions that have such. */
    CONFIRMED(true, false, false),
    /** Also a release that is not known, of what the project does not ask for itself. */
    UNKNOWN_BELOW(true, true, false),
    /** Also known releases of which little is known. */
    LIKELY(false, true, false),
    /** Also a release that is not known, of anything. */
    UNKNOWN_ANYWHERE(false, true, true);

    private final boolean onlyConfirmed;
    private final boolean unknownBelow;
    private final boolean unknownDirect;

    Latitude(boolean onlyConfirmed, boolean unknownBelow, boolean unknownDirect) {
        this.onlyConfirmed = onlyConfirmed;
        this.unknownBelow = unknownBelow;
        this.unknownDirect = unknownDirect;
    }

    boolean onlyConfirmed() {
        return onlyConfirmed;
    }

    boolean admitsUnknown(boolean direct) {
        return direct ? unknownDirect : unknownBelow;
    }
}
