package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.python.Extra;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

class CoreMetadataTest {

    private static final String TEXT = """
            Metadata-Version: 2.1
            name: Zope.Interface
            Version: 1.0-1
            Summary: one line
              and another: with a colon
            Requires-Python: >=2.7, !=3.0.*
            Requires-Dist: setuptools (>=40)
            Requires-Dist: colorama;
              sys_platform == "win32"
            Requires-Dist: UNKNOWN
            Provides-Extra: Docs
            Provides-Extra: not a name!

            Requires-Dist: described
            """;

    @Test
    void readsTheHeadAndNothingElse() {
        CoreMetadata metadata = CoreMetadata.parse(TEXT);

        assertThat(metadata.name()).isEqualTo(PackageName.of("zope-interface"));
        assertThat(metadata.version()).isEqualTo(Version.parse("1.0.post1"));
        assertThat(metadata.requiresPython()).isEqualTo(SpecifierSet.parse(">=2.7,!=3.0.*"));
        assertThat(metadata.requires())
                .containsExactly(
                        Requirement.parse("setuptools>=40"), Requirement.parse("colorama; sys_platform == 'win32'"));
        assertThat(metadata.extras()).containsExactly(Extra.of("docs"));
    }

    @Test
    void whatIsKeptOfATextSaysTheSame() {
        String kept = CoreMetadata.distil(TEXT.replace("\n", "\r\n"));

        assertThat(CoreMetadata.parse(kept)).isEqualTo(CoreMetadata.parse(TEXT));
        assertThat(kept).doesNotContain("described", "Summary");
    }

    @Test
    void aPythonThatNobodyCanReadExcludesNone() {
        assertThat(CoreMetadata.parse(TEXT.replace(">=2.7, !=3.0.*", "3 or so")).requiresPython())
                .isEqualTo(SpecifierSet.ANY);
    }

    @Test
    void withoutNameOrVersionItIsNone() {
        assertThatThrownBy(() -> CoreMetadata.parse("<html>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("its metadata has no valid Name");
        assertThatThrownBy(() -> CoreMetadata.parse("Name: a\nVersion: latest"))
                .hasMessage("its metadata has no valid Version");
    }

    @ParameterizedTest
    @CsvSource({
        "2.1, '', false",
        "2.2, '', true",
        "2.2, Requires-Dist, false",
        "2.4, requires-python, false",
        "2.4, Classifier, true",
        "2.10, '', true",
        "3.0, '', true",
        "'', '', false"
    })
    void sourceTellsForGoodFromVersion22On(String version, String dynamic, boolean expected) {
        CoreMetadata metadata = CoreMetadata.parse(
                "Metadata-Version: " + version + "\nName: a\nVersion: 1\nDynamic: " + dynamic + "\n");

        assertThat(metadata.isFinalForSource()).isEqualTo(expected);
    }
}
