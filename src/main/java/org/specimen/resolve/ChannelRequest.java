package org.specimen.resolve;

import java.util.Set;
import org.specimen.python.SpecifierSet;

/**
 * What conda, and pip on top of it, are to install from channels whose packages are known.
 *
 * @param wanted what is wanted
 * @param pythons those that will do where the channels do not have the one that is wanted
 * @param keptFiles the names of conda's package files that were chosen before; each stays if it still fits
 */
public record ChannelRequest(CondaRequest wanted, SpecifierSet pythons, Set<String> keptFiles) {
    public ChannelRequest {
        keptFiles = Set.copyOf(keptFiles);
    }
}
