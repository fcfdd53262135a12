package org.specimen.index;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.CondaPackage;
import org.specimen.catalogue.CondaRelease;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.python.PackageName;

/** What the catalogue saw on conda-forge, and on bioconda behind it. A version or a platform that it did not see may exist all the same. */
public final class CatalogueChannel implements CondaChannel {

    private final Catalogue catalogue;

    public CatalogueChannel(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return CondaPackage.CONDA_FORGE;
    }

    @Override
    public String channelOf(String condaName) {
        return catalogue.condaPackage(condaName).map(CondaPackage::channel).orElse(name());
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
        return catalogue.condaName(distribution).map(name -> name.substring(name.lastIndexOf(':') + 1));
    }
}
