package org.specimen.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.specimen.catalogue.Catalogue;
import org.specimen.conda.CondaName;
import org.specimen.conda.PackageRecord;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/** Which distributions of PyPI conda's packages bring, so that pip finds them there. */
final class CondaInstalled {

    private final Catalogue catalogue;
    private final Map<CondaName, PackageName> named;

    /** @param names the conda names that the person uses for distributions */
    CondaInstalled(Catalogue catalogue, Map<PackageName, CondaName> names) {
        this.catalogue = catalogue;
        this.named = new TreeMap<>();
        names.forEach((distribution, name) -> named.put(name, distribution));
    }

    /** The distributions in some records, with their versions; one whose version is none of PyPI's is left out. */
    Map<PackageName, Version> versions(List<PackageRecord> records) {
        Map<PackageName, Version> versions = new TreeMap<>();
        for (PackageRecord record : records) {
            Optional<Version> version = Version.tryParse(record.version().toString());
            version.ifPresent(known -> distributions(record).forEach(name -> versions.put(name, known)));
        }
        return versions;
    }

    private List<PackageName> distributions(PackageRecord record) {
        String name = record.name().value();
        PackageName own = named.get(record.name());
        if (own != null) {
            return List.of(own);
        }
        List<PackageName> known = new ArrayList<>(itsOwn(catalogue.distributionsOf(name), name));
        boolean isPython = record.depends().stream()
                .anyMatch(
                        need -> need.equals("python") || need.startsWith("python ") || need.startsWith("python_abi "));
        if (known.isEmpty() && isPython) {
            // The same name is another package where the catalogue knows the distribution by another one.
            PackageName.tryOf(name)
                    .filter(same -> catalogue
                            .condaName(same)
                            .filter(other -> !other.equals(name))
                            .isEmpty())
                    .ifPresent(known::add);
        }
        return known;
    }

    /** A package that has a distribution of its own may carry copies of others, which pip does not see. */
    private List<PackageName> itsOwn(List<PackageName> distributions, String name) {
        List<PackageName> own = distributions.stream()
                .filter(distribution ->
                        catalogue.condaName(distribution).filter(name::equals).isPresent())
                .toList();
        return own.isEmpty() ? distributions : own;
    }
}
