package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.specimen.problem.BadInput;

class ContainerFilesTest {

    @Test
    void readsImagesAndCommandsOfADockerfile() {
        DockerfileText file = DockerfileText.parse("""
                # syntax=docker/dockerfile:1
                ARG VERSION=3.11
                ARG NUMPY="1.26.4"
                FROM --platform=linux/amd64 python:${VERSION}-slim AS base
                RUN apt-get update && \\
                    # a comment between
                    apt-get install -y libgdal-dev \\

                      gdal-bin
                RUN ["pip", "install", "rasterio"]
                run pip install numpy==${NUMPY} $OTHER
                RUN <<EOF
                pip install xarray
                EOF
                COPY . /srv
                FROM ${BASE:-nvidia/cuda}:12.2.0-devel
                """);

        assertThat(file.images())
                .containsExactly(
                        new DockerfileText.Image("python:3.11-slim", 4),
                        new DockerfileText.Image("nvidia/cuda:12.2.0-devel", 16));
        assertThat(file.commands())
                .extracting(command -> command.text().strip().replaceAll(" +", " "))
                .containsExactly(
                        "apt-get update && apt-get install -y libgdal-dev gdal-bin",
                        "pip install rasterio",
                        "pip install numpy==1.26.4 $OTHER",
                        "pip install xarray");
        assertThat(file.commands()).extracting(DockerfileText.Command::line).containsExactly(5, 10, 11, 13);
    }

    @Test
    void takesTheEscapeThatADockerfileDeclares() {
        DockerfileText file = DockerfileText.parse("# escape=`\nFROM python:3.12\nRUN pip install `\n  numpy\n");

        assertThat(file.commands())
                .singleElement()
                .extracting(command -> command.text().replaceAll(" +", " "))
                .isEqualTo("pip install numpy");
    }

    @Test
    void readsAnythingAsADockerfile() {
        HostileText.anything(77, 500)
                .forEach(text -> assertThat(
                                DockerfileText.parse("RUN " + text).commands().size())
                        .isLessThan(100));
    }

    @Test
    void readsADevelopmentContainerWithComments() {
        DevContainer container = DevContainer.parse("devcontainer.json", """
                // For Codespaces
                {
                    "image": "mcr.microsoft.com/devcontainers/python:1-3.11",
                    "features": {
                        "ghcr.io/devcontainers/features/python:1": {"version": "3.12"},
                        "ghcr.io/devcontainers/features/nvidia-cuda:1": "latest", /* trailing comma */
                    },
                    "postCreateCommand": {"a": "pip install -r requirements.txt", "b": ["pip", "install", "rich"]},
                }
                """);

        assertThat(container.image()).contains("mcr.microsoft.com/devcontainers/python:1-3.11");
        assertThat(container.features())
                .containsEntry("ghcr.io/devcontainers/features/python:1", "3.12")
                .containsEntry("ghcr.io/devcontainers/features/nvidia-cuda:1", "latest");
        assertThat(container.commands()).containsExactly("pip install -r requirements.txt", "pip install rich");
        assertThat(DevContainer.parse("devcontainer.json", "[]").image()).isEmpty();
        assertThatThrownBy(() -> DevContainer.parse("devcontainer.json", "{\"image\": "))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> DevContainer.parse("devcontainer.json", "[".repeat(100_000)))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void cutsALineIntoCommandsAndWords() {
        assertThat(ShellCommands.parse("cd /tmp && pip install 'a>=1; python_version<\"3\"' b 2>&1 | tee log; x # y"))
                .hasToString("[[cd, /tmp], [pip, install, a>=1; python_version<\"3\", b, 2>&1], [tee, log], [x]]");
        assertThat(ShellCommands.parse("pip install x &> /dev/null & wait"))
                .hasToString("[[pip, install, x, &>, /dev/null], [wait]]");
        assertThat(ShellCommands.parse(" ;; # nothing")).isEmpty();
    }
}
