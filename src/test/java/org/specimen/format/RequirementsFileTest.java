package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.format.RequirementsFile.Include;
import org.specimen.format.RequirementsFile.Line;
import org.specimen.format.RequirementsFile.Option;
import org.specimen.format.RequirementsFile.Reference;
import org.specimen.format.RequirementsFile.Unreadable;
import org.specimen.format.RequirementsFile.Wanted;
import org.specimen.python.PackageName;

class RequirementsFileTest {

    private static Line only(String text) {
        List<Line> lines = RequirementsFile.parse(text).lines();
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    @Test
    void readsRequirementsWithCommentsAndBlankLines() {
        List<Line> lines = RequirementsFile.parse(
                        "# top\r\n\r\nnumpy>=1.2 ,<2  # arrays\n  pandas[excel] ; python_version<'3.12'\n")
                .lines();

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isInstanceOfSatisfying(Wanted.class, wanted -> {
            assertThat(wanted.requirement().name().value()).isEqualTo("numpy");
            assertThat(wanted.line()).isEqualTo(3);
            assertThat(wanted.comment()).isEqualTo("arrays");
        });
        assertThat(lines.get(1))
                .isInstanceOfSatisfying(
                        Wanted.class,
                        wanted -> assertThat(wanted.requirement().marker()).isPresent());
    }

    @Test
    void joinsContinuedLinesAndCollectsHashes() {
        Line line = only("numpy==1.26.4 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n    # via pandas\n");

        assertThat(line).isInstanceOfSatisfying(Wanted.class, wanted -> {
            assertThat(wanted.requirement()).hasToString("numpy==1.26.4");
            assertThat(wanted.hashes()).containsExactly("sha256:aa", "sha256:bb");
            assertThat(wanted.line()).isEqualTo(1);
        });
    }

    @Test
    void endsWithAContinuedLine() {
        assertThat(only("numpy \\")).isInstanceOf(Wanted.class);
    }

    @ParameterizedTest
    @CsvSource({
        "-r other.txt, other.txt, false",
        "-rother.txt, other.txt, false",
        "--requirement=sub/other.txt, sub/other.txt, false",
        "--requirement sub/other.txt, sub/other.txt, false",
        "-c limits.txt, limits.txt, true",
        "--constraint limits.txt, limits.txt, true",
    })
    void readsIncludes(String text, String path, boolean constraint) {
        assertThat(only(text)).isEqualTo(new Include(path, constraint, 1, ""));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "-e git+https://example.org/a/thing.git@v1#egg=Thing_One | thing-one | true",
                "git+ssh://git@example.org/a/b.git#egg=b&subdirectory=x | b | false",
                "https://example.org/files/thing-1.0-py3-none-any.whl | thing | false",
                "./vendored/other-2.1.tar.gz | other | false",
                "-e . | | true",
                "-e ./sub[extra] | | true",
                "C:\\wheels\\thing-1.0-py3-none-any.whl | thing | false",
                "vendored/thing | | false"
            },
            delimiter = '|')
    void readsPlaces(String text, String name, boolean editable) {
        assertThat(only(text)).isInstanceOfSatisfying(Reference.class, reference -> {
            assertThat(reference.name().map(PackageName::value).orElse(null)).isEqualTo(name);
            assertThat(reference.editable()).isEqualTo(editable);
        });
    }

    @Test
    void readsARequirementWithAUrl() {
        assertThat(only("thing @ git+https://example.org/thing@0123abc ; os_name=='posix'"))
                .isInstanceOfSatisfying(
                        Wanted.class,
                        wanted -> assertThat(wanted.requirement().url())
                                .contains("git+https://example.org/thing@0123abc"));
    }

    @Test
    void readsOptionsOfIndexes() {
        assertThat(RequirementsFile.parse(
                                "-i https://a/simple\n--extra-index-url=https://${USER}@b\n--pre\n-f ./wheels\n")
                        .lines())
                .containsExactly(
                        new Option("--index-url", "https://a/simple", 1, ""),
                        new Option("--extra-index-url", "https://${USER}@b", 2, ""),
                        new Option("--pre", "", 3, ""),
                        new Option("--find-links", "./wheels", 4, ""));
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "numpy=1.26.4 | numpy",
                "numpy=1.26.4=py311_0 | numpy",
                "some words here | ",
                "--frobnicate | ",
                "-r | ",
                "=1.0 | "
            },
            delimiter = '|')
    void saysWhatPipWouldRefuseAndWhichPackageSeemsToBeMeant(String text, String name) {
        assertThat(only(text)).isInstanceOfSatisfying(Unreadable.class, broken -> {
            assertThat(broken.reason()).isNotBlank();
            assertThat(broken.name().map(PackageName::value).orElse(null)).isEqualTo(name);
        });
    }

    @Test
    void passesOverAByteOrderMark() {
        assertThat(only("\uFEFFnumpy")).isInstanceOf(Wanted.class);
    }
}
