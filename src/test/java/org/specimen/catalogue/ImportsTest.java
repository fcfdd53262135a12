package org.specimen.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.python.PackageName;

class ImportsTest {

    private final Catalogue catalogue = Catalogue.open();

    @ParameterizedTest
    @CsvFileSource(resources = "imports.tsv", delimiter = '\t', useHeadersInDisplayName = true)
    void anImportLeadsToItsDistribution(String importName, String distribution, String knowledge) {
        ImportProvider best = catalogue.distributionsProviding(importName).get(0);

        assertThat(best.distribution()).isEqualTo(new PackageName(distribution));
        assertThat(best.known()).isEqualTo(knowledge.equals("known"));
    }

    @Test
    void aModuleThatSeveralProvideListsThemAll() {
        assertThat(catalogue.distributionsProviding("cv2"))
                .extracting(provider -> provider.distribution().value())
                .startsWith("opencv-python", "opencv-python-headless")
                .contains("opencv-contrib-python");
    }

    @Test
    void theLongestKnownPartDecides() {
        assertThat(catalogue.distributionsProviding("google.cloud.storage.blob.Blob"))
                .extracting(ImportProvider::importName)
                .containsExactly("google.cloud.storage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"utils", "tests", "", ".", "..", ".sibling", "é", "a b", "0x\u0000", "-"})
    void aNameThatTellsNothingGivesNothing(String importName) {
        assertThat(catalogue.distributionsProviding(importName)).isEmpty();
    }

    @Test
    void aHostileNameCostsNothing() {
        assertThat(catalogue.distributionsProviding("a.".repeat(500_000) + "b")).isEmpty();
    }
}
