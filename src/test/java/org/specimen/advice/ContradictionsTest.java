package org.specimen.advice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.project.ProjectFacts.GpuNeed;

class ContradictionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "people: me; os-trouble: yes | alone-with-different-systems",
                "people: me; operating-systems: [linux, windows] | alone-with-different-systems",
                "people: me; operating-systems: [linux, windows]; machines: one | alone-with-different-systems",
                "people: same-os-team; operating-systems: [linux, macos] | same-system-and-several",
                "people: same-os-team; os-trouble: yes | same-system-and-trouble",
                "people: mixed-os-team; operating-systems: macos | mixed-systems-and-one",
                "people: public; machines: one | one-machine-for-many",
                "people: mixed-os-team; machines: one | one-machine-for-many",
                "machines: one; operating-systems: [linux, macos] | one-machine-with-several-systems",
                "gpu: mps; operating-systems: linux | metal-without-mac",
                "gpu: mps; operating-systems: [linux, windows] | metal-without-mac",
                "gpu: cuda; operating-systems: macos | cuda-on-mac-only",
                "gpu: wheels; operating-systems: macos | cuda-on-mac-only",
                "docker: ready; runs-on: hosted-notebook | containers-in-hosted-notebook"
            })
    void answersThatDoNotGoTogetherAreTold(String answers, String rule) {
        Recommendation advice = Advice.on(lines(answers));

        assertThat(Advice.ids(advice.contradictions())).containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "people: me; machines: several; operating-systems: [linux, macos]",
                "people: me; machines: several; os-trouble: yes; operating-systems: [linux, macos]",
                "people: me; operating-systems: macos",
                "people: mixed-os-team; os-trouble: yes; operating-systems: [linux, macos]; machines: several",
                "people: mixed-os-team; os-trouble: yes",
                "people: same-os-team; os-trouble: no; operating-systems: windows; machines: one",
                "os-trouble: yes",
                "gpu: mps; operating-systems: [linux, macos]",
                "gpu: mps",
                "gpu: cuda; operating-systems: [linux, macos]",
                "gpu: none; operating-systems: macos",
                "docker: ready; runs-on: [laptop, hosted-notebook]",
                "docker: no; runs-on: hosted-notebook",
                "purpose: application; horizon: weeks"
            })
    void answersThatGoTogetherAreNotTold(String answers) {
        assertThat(Advice.on(lines(answers)).contradictions()).isEmpty();
    }

    @Test
    void anAnswerThatTheProjectSpeaksAgainstCountsAndIsTold() {
        Recommendation advice = Advice.on(Facts.importing("rasterio"), "compiled: no");

        assertThat(advice.stack()).isEqualTo(Stack.VENV);
        assertThat(advice.contradictions())
                .extracting(Recommendation.Note::text)
                .containsExactly("You answered compiled: no, and the project shows compiled: yes "
                        + "(rasterio: analysis.py, line 1). The answer counts; change it if the project is right.");
    }

    @ParameterizedTest
    @CsvSource({
        "none, CUDA, true",
        "wheels, CUDA, true",
        "none, WHEELS, true",
        "cuda, WHEELS, false",
        "mps, WHEELS, false"
    })
    void aGpuIsToldWhereTheProjectNeedsMoreOfIt(String answer, GpuNeed need, boolean told) {
        Recommendation advice = Advice.on(Facts.importing("torch").gpu(need), "gpu: " + answer);

        assertThat(Advice.ids(advice.contradictions()).contains("project-shows-otherwise"))
                .isEqualTo(told);
    }

    @Test
    void aPythonThatTheProjectDoesNotAdmitIsTold() {
        Facts project = Facts.importing("numpy").python(">=3.9,<3.12");

        assertThat(Advice.on(project, "python: 3.12").contradictions())
                .extracting(Recommendation.Note::text)
                .singleElement()
                .asString()
                .startsWith(
                        "You answered python: 3.12, and the project's own files ask for Python 3.9 or newer, older than 3.12");
        assertThat(Advice.on(project, "python: 3.11").contradictions()).isEmpty();
        assertThat(Advice.on(project, "python: any").contradictions()).isEmpty();
    }

    @Test
    void anyPythonIsToldWhereTheProjectNeedsACertainOne() {
        assertThat(Advice.ids(Advice.on(Facts.importing("numpy").python("==3.11.*"), "python: any")
                        .contradictions()))
                .containsExactly("project-shows-otherwise");
    }

    private static String[] lines(String answers) {
        return Arrays.stream(answers.split(";", -1)).map(String::strip).toArray(String[]::new);
    }
}
