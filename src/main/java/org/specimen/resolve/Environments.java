package org.specimen.resolve;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.Version;

/** The values of the marker variables on each target platform. */
final class Environments {

    private Environments() {}

    static Map<TargetPlatform, MarkerEnvironment> of(Version python, Set<TargetPlatform> platforms) {
        Map<TargetPlatform, MarkerEnvironment> environments = new EnumMap<>(TargetPlatform.class);
        platforms.forEach(
                platform -> environments.put(platform, MarkerEnvironment.of(python, platform.wheelPlatform())));
        return Collections.unmodifiableMap(environments);
    }
}
