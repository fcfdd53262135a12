package org.specimen.resolve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.python.Marker;
import org.specimen.python.MarkerEnvironment;

/** Says in a marker (PEP 508, "Environment Markers") on which of the target platforms a line counts. */
public final class PlatformMarkers {

    private PlatformMarkers() {}

    /** A marker that holds on one platform and on no other kind of system or processor. */
    public static Marker exactly(MarkerEnvironment environment) {
        return Marker.parse("sys_platform == '" + environment.sysPlatform() + "' and platform_machine == '"
                + environment.platformMachine() + "'");
    }

    /**
     * The shortest marker that holds on {@code some} of {@code all} and on no other of them.
     *
     * @param environments the values of the marker variables on each of the platforms
     * @return empty if {@code some} are all of them
     */
    static Optional<Marker> holdingOn(Set<TargetPlatform> some, Map<TargetPlatform, MarkerEnvironment> environments) {
        if (some.containsAll(environments.keySet())) {
            return Optional.empty();
        }
        Map<String, Map<TargetPlatform, MarkerEnvironment>> bySystem = new LinkedHashMap<>();
        environments.forEach((platform, environment) -> bySystem.computeIfAbsent(
                        environment.sysPlatform(), system -> new LinkedHashMap<>())
                .put(platform, environment));
        List<String> parts = bySystem.entrySet().stream()
                .flatMap(system -> onSystem(system.getKey(), system.getValue(), some).stream())
                .toList();
        return Optional.of(Marker.parse(String.join(" or ", parts)));
    }

    private static List<String> onSystem(
            String system, Map<TargetPlatform, MarkerEnvironment> environments, Set<TargetPlatform> some) {
        String onThisSystem = "sys_platform == '" + system + "'";
        if (some.containsAll(environments.keySet())) {
            return List.of(onThisSystem);
        }
        return environments.entrySet().stream()
                .filter(entry -> some.contains(entry.getKey()))
                .map(entry -> "(" + onThisSystem + " and platform_machine == '"
                        + entry.getValue().platformMachine() + "')")
                .toList();
    }
}
