package org.specimen.machine;

import java.util.Optional;

/**
 * What the person chose for their desktop.
 *
 * @param dark whether windows are dark; empty where it cannot be told
 * @param lessMotion whether things shall move less; empty where it cannot be told
 */
public record Appearance(Optional<Boolean> dark, Optional<Boolean> lessMotion) {

    public static final Appearance UNKNOWN = new Appearance(Optional.empty(), Optional.empty());
}
