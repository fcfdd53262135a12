package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories as Docker 20.10 told them of images of a Dockerfile of Specimen's. */
class BuildHistoryTest {

    private static final List<String> BASE =
            List.of("/bin/sh -c #(nop)  CMD [\"python3\"]", "/bin/sh -c set -eux; wget python", "");
    private static final String LABEL =
            "/bin/sh -c #(nop)  LABEL org.opencontainers.image.title=maps org.specimen.project=maps";
    private static final String INSTALLED = "/bin/sh -c pip install --no-cache-dir -r requirements.txt";
    private static final String COPIED = "/bin/sh -c #(nop) COPY dir:8138f81c in ./ ";
    private static final String ENDED = "/bin/sh -c #(nop)  CMD [\"python\" \"maps.py\"]";

    private static boolean isOfABuild(List<String> command, String... newestFirst) {
        List<String> steps = new ArrayList<>(Arrays.asList(newestFirst));
        steps.addAll(BASE);
        return new BuildHistory(steps, command).isOfABuild();
    }

    @Test
    void theEndOfABuildAndEachStateBeforeAreOfABuild() {
        assertThat(isOfABuild(List.of("python", "maps.py"), ENDED, COPIED, INSTALLED, LABEL))
                .isTrue();
        assertThat(isOfABuild(List.of("python3"), COPIED, INSTALLED, LABEL)).isTrue();
        assertThat(isOfABuild(List.of("python3"), INSTALLED, LABEL)).isTrue();
        assertThat(isOfABuild(List.of("python3"), "|1 PIP_INDEX_URL=http://127.0.0.1/simple " + INSTALLED, LABEL))
                .isTrue();
        assertThat(isOfABuild(List.of("python3"), LABEL)).isTrue();
    }

    @Test
    void whatIsMadeOfAnImageThatIsDoneIsNot() {
        assertThat(isOfABuild(List.of("python", "maps.py"), "python maps.py", ENDED, COPIED, INSTALLED, LABEL))
                .as("a container that was committed")
                .isFalse();
        assertThat(isOfABuild(List.of("bash"), "sleep 60", ENDED, COPIED, INSTALLED, LABEL))
                .as("with another command")
                .isFalse();
        assertThat(isOfABuild(List.of("mine"), "/bin/sh -c #(nop)  CMD [\"mine\"]", COPIED, ENDED, COPIED, LABEL))
                .as("a Dockerfile that begins with it")
                .isFalse();
    }

    @Test
    void theContainerOfAStepThatWasCommittedIsNot() {
        assertThat(isOfABuild(List.of("/bin/sh", "-c", "pip install maps"), "/bin/sh -c pip install maps", LABEL))
                .isFalse();
    }

    @Test
    void whatHasTheLabelFromElsewhereIsNot() {
        assertThat(isOfABuild(List.of("python3"), "bash")).isFalse();
        assertThat(new BuildHistory(List.of(), List.of()).isOfABuild()).isFalse();
    }
}
