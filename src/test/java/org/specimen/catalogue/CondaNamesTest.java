package org.specimen.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.python.PackageName;

/** The names of PyPI and of conda-forge lead to each other. */
class CondaNamesTest {

    private static final Path NAMES = Path.of("..", "shared", "data", "pypi-conda-names.tsv");

    private final Catalogue catalogue = Catalogue.open();

    private Map<PackageName, String> all() {
        BlockFile file = BlockFile.open(ShippedCatalogue.resource());
        Map<PackageName, String> names = new TreeMap<>();
        for (String kind : List.of("d/", "k/")) {
            file.withPrefix(kind).forEach(entry -> {
                PackageName name = PackageName.of(entry.key().substring(2));
                catalogue.condaName(name).ifPresent(conda -> names.put(name, conda));
            });
        }
        return names;
    }

    /** Names that are another build of a distribution (psycopg2-binary) lead to the one on conda-forge. */
    @Test
    void whatACondaNameBringsHasThatNameOnConda() {
        List<String> strangers = new ArrayList<>();
        all().forEach((distribution, conda) -> {
            List<PackageName> brings = catalogue.distributionsOf(conda);
            boolean leadsBack = brings.contains(distribution)
                    || brings.stream()
                            .anyMatch(other -> catalogue
                                    .condaName(other)
                                    .filter(conda::equals)
                                    .isPresent());
            if (!brings.isEmpty() && !leadsBack) {
                strangers.add(distribution + " is " + conda + ", which brings " + brings);
            }
        });

        assertThat(strangers).isEmpty();
    }

    @Test
    void noTwoNamesStandForEachOther() {
        Map<PackageName, String> names = all();
        List<String> circles = new ArrayList<>();
        names.forEach((distribution, conda) -> PackageName.tryOf(conda)
                .filter(other -> !other.equals(distribution))
                .filter(other -> distribution.value().equals(names.get(other)))
                .ifPresent(other -> circles.add(distribution + " and " + other)));

        assertThat(circles).isEmpty();
    }

    @Test
    void aNameThatIsAnotherPackageOnCondaForgeIsNotTaken() throws IOException {
        assumeTrue(Files.isRegularFile(NAMES), "the table of names is not at hand");
        List<String> taken = new ArrayList<>();
        for (String line : Files.readAllLines(NAMES)) {
            String[] row = line.split("\t", -1);
            // Of vtk the bindings have the name of the library (conda-names.tsv).
            if (row[4].equals("yes")
                    && !row[0].equals("vtk")
                    && catalogue
                            .condaName(PackageName.of(row[0]))
                            .filter(row[0]::equals)
                            .isPresent()) {
                taken.add(row[0]);
            }
        }

        assertThat(taken).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "torch, pytorch",
        "opencv-python, py-opencv",
        "build, python-build",
        "graphviz, python-graphviz",
        "tables, pytables",
        "pillow, pillow",
        "matplotlib, matplotlib"
    })
    void knownNames(String distribution, String conda) {
        assertThat(catalogue.condaName(PackageName.of(distribution))).contains(conda);
    }

    @ParameterizedTest
    @CsvSource({"samtools, bioconda", "bedtools, bioconda", "numpy, conda-forge", "gdal, conda-forge"})
    void aPackageIsOnTheChannelThatItWasSeenOn(String name, String channel) {
        assertThat(catalogue.condaPackage(name).orElseThrow().channel()).isEqualTo(channel);
    }
}
