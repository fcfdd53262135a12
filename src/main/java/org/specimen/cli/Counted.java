package org.specimen.cli;

/** Numbers with their noun: {@code 1 file}, {@code 3 files}. */
final class Counted {

    private Counted() {}

    /** @param noun one that takes a plain {@code s} in the plural */
    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
