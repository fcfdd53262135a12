package org.specimen.resolve;

import java.util.List;
import java.util.Map;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.python.MarkerEnvironment;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;
import org.specimen.task.Progress;

/**
 * What releases are chosen from and for.
 *
 * @param environments the values of the marker variables on each platform
 * @param requirements what the project itself asks for
 * @param kept versions that stay if they still fit
 */
record Setting(
        Version python,
        Map<TargetPlatform, MarkerEnvironment> environments,
        List<Requirement> requirements,
        Supply supply,
        Map<PackageName, Version> kept,
        Progress progress) {

    Setting withSupply(Supply changed) {
        return new Setting(python, environments, requirements, changed, kept, progress);
    }

    Setting withRequirements(List<Requirement> changed) {
        return new Setting(python, environments, changed, supply, kept, progress);
    }
}
