package org.specimen.index;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.CondaRelease;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.python.PackageName;

/** What the catalogue saw on conda-forge. A version or a platform that it did not see may exist all the same. */
public final class CatalogueChannel implements CondaChannel {

    private final Catalogue catalogue;

    public CatalogueChannel(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "conda-forge";
    }

    @Override
    public List<ChannelVersion> versions(String condaName) {
        return catalogue
                .condaPackage(condaName)
                .map(found ->
                        found.releases().stream().map(CatalogueChannel::seen).toList())
                .orElse(List.of());
    }

    private static ChannelVersion seen(CondaRelease release) {
        return new ChannelVersion(
                release.version(),
                Arrays.stream(TargetPlatform.values())
                        .filter(release::isSeenFor)
                        .collect(Collectors.toSet()));
    }

    @Override
    public Optional<String> nameOf(PackageName distribution) {
        // A name with its channel before it is on another channel, of which the catalogue has seen no versions.
        return catalogue.condaName(distribution).filter(name -> !name.contains("::"));
    }
}
