package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git+https://user:SECRET@github.com/a/b.git@abc",
                "git+https://SECRET@github.com/a/b.git",
                "git+ssh://git:SECRET@h/x.git",
                "ssh://user:SECRET@h/x.git",
                "https://h/x.whl?X-Amz-Signature=SECRET&token=SECRET",
                "https://h/x.whl?a=1&access_token=SECRET#sha256=abc",
                "see https://u:SECRET@h and ftp://u:SECRET@k, twice",
                "https://conda.example.org/t/SECRET/lab",
                "bad req https://u:SECRET@h/x",
                "HTTPS://U:SECRET@H/",
                "api_key=1 https://h?api_key=SECRET",
            })
    void takesThemOut(String text) {
        assertThat(Credentials.without(text)).doesNotContain("SECRET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "git+https://github.com/a/b.git@0123abc#subdirectory=x",
                "git+ssh://git@github.com/a/b.git",
                "https://h/x.whl#sha256=abc",
                "https://h/a@b/x",
                "numpy>=1.2 because of issue 3",
                "python train.py --lr=0.1 --out=a@b",
                "",
            })
    void leavesWhatHasNone(String text) {
        assertThat(Credentials.without(text)).isEqualTo(text);
    }

    @Test
    void staysFastOnHostileText() {
        String text = "https://" + "a:".repeat(500_000) + "?" + "token".repeat(100_000);

        assertThat(Credentials.without(text)).startsWith("https://");
    }
}
