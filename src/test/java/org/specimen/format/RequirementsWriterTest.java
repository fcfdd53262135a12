package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.format.RequirementsWriter.Line;
import org.specimen.python.Requirement;

class RequirementsWriterTest {

    private static final String HASH = "sha256:" + "0f".repeat(32);

    private static Line line(String requirement, String why, List<String> hashes, String... via) {
        return new Line(Requirement.parse(requirement), why, hashes, List.of(via));
    }

    /** Lines as pip joins them before it looks at anything else: one that ends in a backslash takes in the next. */
    private static List<String> requirements(String file) {
        return file.replace("\\\n", "")
                .lines()
                .map(line -> line.replaceFirst("(^|\\s+)#.*$", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    static Stream<String> hostileTexts() {
        return HostileText.anything(5, 500);
    }

    @Test
    void laysOutAFileAsPipCompileDoes() {
        String file = RequirementsWriter.write(
                "Everything.",
                List.of(
                        line("numpy==2.3.5", "", List.of(), "contourpy", "pandas"),
                        line("colorama==0.4.6; sys_platform == 'win32'", "", List.of(), "tqdm"),
                        line("uvicorn[standard]==0.30.1", "serves the page", List.of())));

        assertThat(file).isEqualTo("""
                        # Everything.
                        numpy==2.3.5
                            # via
                            #   contourpy
                            #   pandas
                        colorama==0.4.6; sys_platform == "win32"
                            # via tqdm
                        uvicorn[standard]==0.30.1  # serves the page
                        """);
    }

    @Test
    void writesHashesOnLinesOfTheirOwn() {
        assertThat(RequirementsWriter.write("x", List.of(line("a==1", "why", List.of(HASH, HASH), "b"))))
                .isEqualTo(
                        "# x\na==1 \\\n    --hash=" + HASH + " \\\n    --hash=" + HASH + "\n    # why\n    # via b\n");
    }

    @Test
    void refusesHashesOnSomeLinesOnly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequirementsWriter.write(
                        "x", List.of(line("a==1", "", List.of(HASH)), line("b==1", "", List.of()))));
        assertThatIllegalArgumentException().isThrownBy(() -> line("a==1", "", List.of("sha256:0\n--index-url=x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a @ https://example.org/${TOKEN}/a.whl",
                "a==1; platform_version == 'x #y'",
                "a @ https://example.org/a\\"
            })
    void refusesWhatPipWouldReadOtherwise(String requirement) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequirementsWriter.write("x", List.of(line(requirement, "", List.of()))));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void keepsEveryWordInItsComment(String text) {
        String plain = RequirementsWriter.write(
                text, List.of(line("a==1", text, List.of(), text), line("b==1", text, List.of())));
        String hashed = RequirementsWriter.write(
                text, List.of(line("a==1", text, List.of(HASH), text, text), line("b==1", text, List.of(HASH))));

        assertThat(requirements(plain)).containsExactly("a==1", "b==1");
        assertThat(requirements(hashed)).containsExactly("a==1     --hash=" + HASH, "b==1     --hash=" + HASH);
    }

    @Test
    void namesTheEncodingWhereItMatters() {
        assertThat(RequirementsWriter.write("x", List.of(line("a==1", "M\u00fcnchen", List.of()))))
                .startsWith("# -*- coding: utf-8 -*-\n# x\n");
        assertThat(RequirementsWriter.write("x", List.of(line("a==1", "Munich", List.of()))))
                .startsWith("# x\n");
    }
}
