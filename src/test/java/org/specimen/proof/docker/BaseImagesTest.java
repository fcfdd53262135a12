package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.specimen.proof.RegistryMirror;

class BaseImagesTest {

    @Test
    void stagesAndScratchAreNotFetched() {
        String text = """
                FROM python:3.12-slim AS build
                FROM --platform=linux/amd64 mambaorg/micromamba:2.6.1 AS conda
                FROM build
                FROM scratch
                """;

        assertThat(new BaseImages(text, Optional.empty()).fetched())
                .containsExactly("python:3.12-slim", "mambaorg/micromamba:2.6.1");
    }

    @ParameterizedTest
    @CsvSource({
        "python:3.12,                    mirror.example.org/hub/library/python:3.12",
        "docker.io/mambaorg/micromamba,  mirror.example.org/hub/mambaorg/micromamba",
        "ghcr.io/some/tool:1,            ''",
        "localhost/python,               ''",
        "$BASE,                          ''"
    })
    void aMirrorHasWhatDockerHubHas(String base, String there) {
        RegistryMirror mirror = new RegistryMirror("mirror.example.org/hub");

        assertThat(mirror.through(base).map(Object::toString).orElse("")).isEqualTo(there);
    }
}
