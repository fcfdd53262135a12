package org.specimen.resolve;

import java.util.EnumSet;
import java.util.Set;
import org.specimen.catalogue.TargetPlatform;

/**
 * How a release can be installed.
 *
 * @param wheels the platforms that it has a wheel for
 * @param source whether it can be built from its source, which needs a compiler where it is not pure Python
 */
record Installable(Set<TargetPlatform> wheels, boolean source) {

    /** What is taken to hold where the files of a release are not known. */
    static final Installable ANYWHERE = new Installable(EnumSet.allOf(TargetPlatform.class), true);

    Installable {
        wheels = Set.copyOf(wheels);
    }

    boolean isOn(TargetPlatform platform) {
        return source || wheels.contains(platform);
    }
}
