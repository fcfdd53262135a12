package org.specimen.conda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            conda-forge,                                            conda-forge,                        conda-forge,        https://conda.anaconda.org/conda-forge
            conda-forge/,                                           conda-forge,                        conda-forge,        https://conda.anaconda.org/conda-forge
            conda-forge/linux-64,                                   conda-forge,                        conda-forge,        https://conda.anaconda.org/conda-forge
            conda-forge/label/rust_dev,                             conda-forge/label/rust_dev,         conda-forge/label/rust_dev, https://conda.anaconda.org/conda-forge/label/rust_dev
            https://conda.anaconda.org/conda-forge/,                conda-forge,                        conda-forge,        https://conda.anaconda.org/conda-forge
            https://conda.anaconda.org/conda-forge/noarch,          conda-forge,                        conda-forge,        https://conda.anaconda.org/conda-forge
            http://conda.anaconda.org/bioconda,                     bioconda,                           bioconda,           https://conda.anaconda.org/bioconda
            pkgs/main,                                              defaults,                           pkgs/main,          https://repo.anaconda.com/pkgs/main
            pkgs/free,                                              pkgs/free,                          pkgs/free,          https://conda.anaconda.org/pkgs/free
            https://repo.anaconda.com/pkgs/main/osx-64,             defaults,                           pkgs/main,          https://repo.anaconda.com/pkgs/main
            https://software.repos.intel.com/python/conda,          https://software.repos.intel.com/python/conda, python/conda, https://software.repos.intel.com/python/conda
            http://localhost:1234/mirror,                           http://localhost:1234/mirror,       mirror,             http://localhost:1234/mirror
            file:///var/channels/conda-forge,                       file:///var/channels/conda-forge,   conda-forge,        file:///var/channels/conda-forge
            /var/channels/conda-forge/linux-64,                     file:///var/channels/conda-forge,   conda-forge,        file:///var/channels/conda-forge
            """)
    void nameAndAddressAreReadAsByConda(String text, String canonicalName, String name, String baseUrl) {
        Channel channel = Channel.parse(text);

        assertThat(channel.canonicalName()).isEqualTo(canonicalName);
        assertThat(channel.name()).isEqualTo(name);
        assertThat(channel.baseUrl()).contains(baseUrl);
        assertThat(Channel.parse(channel.baseUrl().orElseThrow())).isEqualTo(channel);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:hush@repo.example.org/lab",
                "https://repo.example.org/t/hush-123/lab",
                "https://user:hush@repo.example.org/t/hush-123/lab/linux-64"
            })
    void secretsAreKeptButNotShown(String address) {
        Channel channel = Channel.parse(address);

        assertThat(channel).hasToString("https://repo.example.org/lab").isEqualTo(Channel.parse(channel.toString()));
        assertThat(channel.baseUrls().toString() + channel.urls(Platform.LINUX_64))
                .doesNotContain("hush");
        assertThat(channel.hasSecret()).isTrue();
        assertThat(channel.authorizedUrls(Platform.LINUX_64))
                .singleElement()
                .asString()
                .contains("hush")
                .endsWith("/lab/linux-64");
    }

    @Test
    void secretsAreNotInMessages() {
        assertThatThrownBy(() -> Channel.parse("https://user:hush@/t/hush-123/lab"))
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> MatchSpec.parse("https://user:hush@host/t/hush-123/lab::numpy=="))
                .hasMessageNotContaining("hush");
        assertThatThrownBy(
                        () -> MatchSpec.parse(
                                "https://host/lab::numpy[url=https://user:hush@host/x channel='https://host/t/hush-1/lab' junk]"))
                .hasMessageNotContaining("hush");
        assertThat(MatchSpec.parse("https://user:hush@host/t/hush-123/lab::numpy"))
                .hasToString("https://host/lab::numpy");
        assertThat(MatchSpec.parse("https://user:hush@host/t/hush-1/lab/linux-64/numpy-1.0-0.conda")
                        .toString())
                .doesNotContain("hush");
    }

    @Test
    void defaultsAreSeveralAddresses() {
        assertThat(Channel.parse("defaults")).isEqualTo(Channel.DEFAULTS);
        assertThat(Channel.DEFAULTS.baseUrl()).isEmpty();
        assertThat(Channel.DEFAULTS.urls(Platform.LINUX_64))
                .containsExactly(
                        "https://repo.anaconda.com/pkgs/main/linux-64", "https://repo.anaconda.com/pkgs/r/linux-64");
        assertThat(Channel.DEFAULTS.urls(Platform.WIN_64)).hasSize(3);
        assertThat(Channel.parse("nodefaults")).isEqualTo(Channel.NO_DEFAULTS);
        assertThat(Channel.NO_DEFAULTS.urls(Platform.LINUX_64)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "./relative",
                "~/channel",
                "a channel",
                "conda-forge\\",
                "a:b",
                "https://",
                "conda-forge[linux-64]"
            })
    void whatIsNoChannelIsRefused(String text) {
        assertThatThrownBy(() -> Channel.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a channel");
    }
}
