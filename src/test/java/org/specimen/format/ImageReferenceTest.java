package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of images by the grammar of distribution's package reference. */
class ImageReferenceTest {

    private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

    @ParameterizedTest
    @CsvSource({
        "python,                            docker.io,            library/python,       ''",
        "python:3.12-slim,                  docker.io,            library/python,       3.12-slim",
        "docker.io/python:3.12,             docker.io,            library/python,       3.12",
        "index.docker.io/library/python,    docker.io,            library/python,       ''",
        "mambaorg/micromamba:2.6.1,         docker.io,            mambaorg/micromamba,  2.6.1",
        "localhost/tool,                    localhost,            tool,                 ''",
        "127.0.0.1:5000/a/b_c__d-e.f:x,     127.0.0.1:5000,       a/b_c__d-e.f,         x",
        "Registry/tool:1,                   Registry,             tool,                 1",
        "registry.example.org/python:3.12,  registry.example.org, python,               3.12",
    })
    void namesAreReadAsDockerReadsThem(String text, String domain, String path, String tag) {
        ImageReference reference = ImageReference.parse(text).orElseThrow();

        assertThat(reference.domain()).isEqualTo(domain);
        assertThat(reference.path()).isEqualTo(path);
        assertThat(reference.tag().orElse("")).isEqualTo(tag);
        assertThat(reference.digest()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Python",
                "python:",
                "python:3.12 AS base",
                "python:-x",
                "-x/python",
                "python@sha256:abc",
                "a//b",
                "a/b/",
                "$BASE",
                "python\nRUN id",
                "a..b/c__",
                "exa mple.org/python"
            })
    void whatIsNoNameIsNone(String text) {
        assertThat(ImageReference.parse(text)).isEmpty();
    }

    @Test
    void tagAndDigestStandBehindTheName() {
        String text = "python:3.12-slim@" + DIGEST;

        ImageReference reference = ImageReference.parse(text).orElseThrow();

        assertThat(reference.digest()).contains(DIGEST);
        assertThat(reference.repository()).isEqualTo("python");
        assertThat(reference).hasToString(text);
        assertThat(reference.behind("mirror.example.org/hub"))
                .hasToString("mirror.example.org/hub/library/python:3.12-slim@" + DIGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mirror.example.org", "mirror.example.org:8443/docker-hub/all", "localhost", "[::1]:5000/a"})
    void whatCanStandBeforeANameIsAPrefix(String text) {
        assertThat(ImageReference.isPrefix(text)).isTrue();
        assertThat(ImageReference.parse("python:3.12")
                        .orElseThrow()
                        .behind(text)
                        .repository())
                .isEqualTo(text + "/library/python");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mirror",
                "mirror.example.org/",
                "https://mirror.example.org",
                "mirror.example.org/Hub",
                "me:secret@mirror.example.org",
                "-mirror.example.org",
                "mirror.example.org/a b",
                "mirror.example.org/a\nRUN id",
                "mirror.example.org/a:1"
            })
    void whatCannotIsNone(String text) {
        assertThat(ImageReference.isPrefix(text)).isFalse();
    }

    @Test
    void aNameThatIsTooLongIsNoneAndTakesNoTime() {
        assertThat(ImageReference.parse("a".repeat(256))).isEmpty();
        assertThat(ImageReference.parse("a_".repeat(100_000))).isEmpty();
        assertThat(ImageReference.isPrefix("a.b/" + "a_".repeat(100_000))).isFalse();
    }
}
