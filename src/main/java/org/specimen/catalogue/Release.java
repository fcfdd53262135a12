package org.specimen.catalogue;

import java.util.List;
import java.util.Optional;
import org.specimen.python.Extra;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/**
 * One release of a distribution, as the metadata of one of its wheels tells it.
 *
 * @param version PEP 440
 * @param requiresPython specifiers (core metadata, "Requires-Python"), empty if the release names none
 * @param requiresDist requirements (core metadata, "Requires-Dist")
 * @param extras names that {@code name[extra]} may take
 * @param importNames top-level modules inside the wheel; empty if they were not recorded
 * @param pureWheel whether the wheel seen is {@code py3-none-any} or the like: one file for every platform
 */
public record Release(
        Version version,
        Optional<SpecifierSet> requiresPython,
        List<Requirement> requiresDist,
        List<Extra> extras,
        List<String> importNames,
        boolean pureWheel) {

    public Release {
        requiresDist = List.copyOf(requiresDist);
        extras = List.copyOf(extras);
        importNames = List.copyOf(importNames);
    }
}
