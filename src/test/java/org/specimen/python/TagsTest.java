package org.specimen.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TagsTest {

    static List<Cases.Row> valid() {
        return Cases.read("tags.tsv");
    }

    static List<Cases.Row> invalid() {
        return Cases.read("tags-invalid.tsv");
    }

    static List<Cases.Row> platforms() {
        return Cases.read("platform-tags.tsv");
    }

    static List<Cases.Row> cpython() {
        return Cases.read("cpython-tags.tsv");
    }

    static List<Cases.Row> compatible() {
        return Cases.read("compatible-tags.tsv");
    }

    static List<Cases.Row> windows() {
        return Cases.read("windows-tags.tsv");
    }

    static List<Cases.Row> selections() {
        return Cases.read("tag-selections.tsv");
    }

    @ParameterizedTest
    @MethodSource("valid")
    void expandsCompressedTags(Cases.Row row) {
        assertThat(Tag.parse(row.text(0)).stream().map(Tag::toString).sorted()).isEqualTo(row.list(1));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWhatIsNotATag(Cases.Row row) {
        assertThatIllegalArgumentException().isThrownBy(() -> Tag.parse(row.text(0)));
    }

    @Test
    void refusesATagThatStandsForMillions() {
        String many = "a" + ".a".repeat(300);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tag.parse(many + "-" + many + "-" + many))
                .withMessageContaining("more than 10000");
        assertThatIllegalArgumentException().isThrownBy(() -> Tag.parse("-".repeat(1_000_000)));
    }

    @Test
    void makesLettersLowerCase() {
        assertThat(new Tag("PY3", "None", "ANY"))
                .isEqualTo(new Tag("py3", "none", "any"))
                .hasToString("py3-none-any");
    }

    @ParameterizedTest
    @MethodSource("platforms")
    void ordersThePlatformTagsOfAMachine(Cases.Row row) {
        String architecture = row.text(1);
        WheelPlatform platform = switch (row.text(0)) {
            case "macos" -> new WheelPlatform.MacOs(architecture, row.number(2), row.number(3));
            case "glibc" -> new WheelPlatform.GlibcLinux(architecture, row.number(2), row.number(3));
            default -> new WheelPlatform.MuslLinux(architecture, row.number(2), row.number(3));
        };

        assertThat(platform.platformTags()).isEqualTo(row.list(4));
    }

    @ParameterizedTest
    @MethodSource("cpython")
    void ordersTheTagsThatNameCPython(Cases.Row row) {
        assertThat(Tags.cpython(numbers(row.text(0)), row.list(1), row.list(2)))
                .extracting(Tag::toString)
                .isEqualTo(row.list(3));
    }

    @ParameterizedTest
    @MethodSource("compatible")
    void ordersTheTagsThatNamePythonOnly(Cases.Row row) {
        assertThat(Tags.pythonVersions(numbers(row.text(0)), row.text(1), row.list(2)))
                .extracting(Tag::toString)
                .isEqualTo(row.list(3));
        assertThat(Tags.purePython(numbers(row.text(0))))
                .extracting(Tag::toString)
                .isEqualTo(row.list(4));
    }

    private static List<Integer> numbers(String version) {
        return Arrays.stream(version.split("\\.", -1)).map(Integer::valueOf).toList();
    }

    @ParameterizedTest
    @MethodSource("windows")
    void ordersAllTagsOfCPythonOnWindows(Cases.Row row) {
        WheelPlatform platform = new WheelPlatform.Windows(row.text(2).replace("win_", ""));

        assertThat(Tags.compatible(Version.parse(row.text(0)), platform, row.flag(1)))
                .extracting(Tag::toString)
                .isEqualTo(row.list(3));
    }

    @ParameterizedTest
    @MethodSource("selections")
    void choosesThingsByTheirBestTag(Cases.Row row) {
        TagSelector selector = new TagSelector(row.list(0).stream()
                .map(platform -> new Tag("py3", "none", platform))
                .toList());

        assertThat(selector.select(row.list(1), platforms -> Tag.parse("py3-none-" + platforms)))
                .isEqualTo(row.list(2));
    }

    @ParameterizedTest
    @CsvSource({
        "2.7, cp27-cp27mu-manylinux2010_x86_64",
        "3.7, cp37-cp37m-manylinux2014_x86_64",
        "3.8, cp38-cp38-manylinux_2_17_x86_64",
        "3.13, cp313-cp313-manylinux_2_28_x86_64",
        "3.13, cp39-abi3-manylinux1_x86_64",
        "3.13, py3-none-manylinux_2_5_x86_64",
        "3.13, py2.py3-none-any",
    })
    void acceptsWheelsThatRunThere(String python, String wheelTag) {
        TagSelector selector =
                new TagSelector(Tags.compatible(Version.parse(python), new WheelPlatform.GlibcLinux("x86_64", 2, 28)));

        assertThat(selector.rank(Tag.parse(wheelTag))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "cp312-cp312-manylinux_2_34_x86_64",
        "cp312-cp312-musllinux_1_2_x86_64",
        "cp312-cp312-manylinux_2_17_aarch64",
        "cp311-cp311-manylinux_2_17_x86_64",
        "cp313-abi3-manylinux_2_17_x86_64",
        "cp312-cp312t-manylinux_2_17_x86_64",
        "py2-none-any",
    })
    void refusesWheelsThatDoNotRunThere(String wheelTag) {
        TagSelector selector = new TagSelector(
                Tags.compatible(Version.parse("3.12.4"), new WheelPlatform.GlibcLinux("x86_64", 2, 28)));

        assertThat(selector.rank(Tag.parse(wheelTag))).isEmpty();
    }

    @Test
    void listsEveryTagOnce() {
        List<Tag> tags = Tags.compatible(Version.parse("3.12"), new WheelPlatform.MacOs("arm64", 14, 5));

        assertThat(tags).doesNotHaveDuplicates().startsWith(new Tag("cp312", "cp312", "macosx_14_0_arm64"));
        assertThat(tags).endsWith(new Tag("py30", "none", "any"));
    }

    @Test
    void refusesVersionsAndMachinesThatCannotBe() {
        WheelPlatform.Windows windows = new WheelPlatform.Windows("win32");

        assertThatIllegalArgumentException().isThrownBy(() -> Tags.compatible(Version.parse("3.99999999999"), windows));
        assertThatIllegalArgumentException().isThrownBy(() -> new WheelPlatform.Windows("x86_64"));
        assertThatIllegalArgumentException().isThrownBy(() -> new WheelPlatform.GlibcLinux("x86-64", 2, 17));
        assertThatIllegalArgumentException().isThrownBy(() -> new WheelPlatform.MacOs("arm64", 14, -1));
        assertThat(windows.platformTags()).isEqualTo(List.of("win32"));
        assertThat(Set.of(windows)).contains(new WheelPlatform.Windows("win32"));
    }
}
