package org.specimen.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.format.EditedText;

class RequirementsMergeTest {

    private static final String OURS = """
            # Direct packages, pinned.

            numpy==1.26.4  # imported in analysis.py
            # read by pandas
            openpyxl==3.1.5
            scikit-learn==1.5.2
            """;

    private static String merge(String theirs) {
        return RequirementsMerge.merge(theirs, OURS).text();
    }

    @Test
    void keepsCommentsBlankLinesExtraLinesAndOrder() {
        assertThat(merge("""
                                # Ask Ada before changing this.
                                Scikit_Learn>=1.0   # for the SVM

                                --extra-index-url https://example.org/simple
                                -r base.txt
                                numpy
                                seaborn>=0.13
                                -e .
                                ./local/wheel.whl
                                """)).isEqualTo("""
                        # Ask Ada before changing this.
                        scikit-learn==1.5.2   # for the SVM

                        --extra-index-url https://example.org/simple
                        -r base.txt
                        numpy==1.26.4  # imported in analysis.py
                        seaborn>=0.13
                        -e .
                        ./local/wheel.whl
                        # read by pandas
                        openpyxl==3.1.5
                        """);
    }

    @Test
    void leavesALineThatAsksForTheSameAsItIs() {
        assertThat(merge("numpy == 1.26.4 # mine\nscikit.learn==1.5.2\nopenpyxl==3.1.5"))
                .isEqualTo("numpy == 1.26.4 # mine\nscikit.learn==1.5.2\nopenpyxl==3.1.5\n");
    }

    @Test
    void tellsWhatBecameOfTheirPins() {
        EditedText merged = RequirementsMerge.merge("numpy==1.24\nopenpyxl\n", OURS);

        assertThat(merged.notes()).isEqualTo(List.of("numpy==1.24 became numpy==1.26.4."));
    }

    @Test
    void aVersionThatPipNoLongerTakesIsReplacedToo() {
        EditedText merged = RequirementsMerge.merge("numpy==1.2.x # y\nnumpy.whl\nC:\\numpy\nnumpy+x\n-numpy\n", OURS);

        assertThat(merged.text()).startsWith("numpy==1.26.4 # y\nnumpy.whl\nC:\\numpy\nnumpy+x\n-numpy\n");
        assertThat(merged.notes()).containsExactly("numpy==1.2.x became numpy==1.26.4.");
    }

    @Test
    void aPackageThatStandsThereTwiceIsPinnedOnce() {
        EditedText merged = RequirementsMerge.merge("numpy\nnumpy<2\nopenpyxl\nscikit-learn\n", OURS);

        assertThat(merged.text())
                .isEqualTo("numpy==1.26.4  # imported in analysis.py\nopenpyxl==3.1.5\nscikit-learn==1.5.2\n");
        assertThat(merged.notes()).hasSize(1);
    }

    @Test
    void linesForDifferentPlatformsAreMatchedInTheirOrder() {
        String ours = "torch==2.5.1 ; sys_platform == 'darwin'\ntorch==2.5.0 ; sys_platform != 'darwin'\n";

        assertThat(RequirementsMerge.merge("torch # a\ntorch>2 # b\n", ours).text())
                .isEqualTo(
                        "torch==2.5.1 ; sys_platform == 'darwin' # a\ntorch==2.5.0 ; sys_platform != 'darwin' # b\n");
    }

    @Test
    void aLineThatGoesOnIsReplacedWholeAndItsHashesGo() {
        assertThat(merge(
                        "numpy==1.24 \\\n    --hash=sha256:12 \\\n    --hash sha256:34  # c\nopenpyxl\nscikit-learn\n"))
                .startsWith("numpy==1.26.4  # c\nopenpyxl==3.1.5\n");
    }

    @Test
    void aBackslashAtTheEndOfTheFileSwallowsNothing() {
        assertThat(merge("seaborn \\")).startsWith("seaborn \nnumpy==1.26.4");
    }

    @Test
    void anEmptyFileBecomesOurs() {
        assertThat(merge("\n  \n")).isEqualTo(OURS);
    }

    @Test
    void aByteOrderMarkStaysAtTheStart() {
        assertThat(merge("\uFEFFnumpy\n")).startsWith("\uFEFFnumpy==1.26.4");
    }

    @Test
    void longLinesTakeLinearTime() {
        String spaces = " ".repeat(500_000);

        assertThat(merge("numpy" + spaces + "x\n" + "-".repeat(500_000) + "\n#" + spaces))
                .contains("numpy==1.26.4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "numpy\n",
                "numpy # x \\\n  scipy\n",
                "# c \\\nnumpy>1\n",
                "numpy\\\n==1\\\n\nopenpyxl",
                "  numpy [test] ; python_version < '3' # y",
                "numpy\nnumpy\nnumpy\n\n\n# end",
                "numpy @ https://example.org/numpy.whl#sha256=12\n",
                "-c constraints.txt\nopenpyxl --config-settings a=b\n",
                "\uFEFF# only a comment"
            })
    void mergingAgainChangesNothing(String theirs) {
        EditedText once = RequirementsMerge.merge(theirs, OURS);
        EditedText twice = RequirementsMerge.merge(once.text(), OURS);

        assertThat(twice.text()).isEqualTo(once.text());
        assertThat(twice.notes()).isEmpty();
        assertThat(once.text()).contains("numpy==1.26.4", "openpyxl==3.1.5", "scikit-learn==1.5.2");
    }

    @Test
    void oursMergedIntoOursIsOurs() {
        assertThat(merge(OURS)).isEqualTo(OURS);
    }
}
