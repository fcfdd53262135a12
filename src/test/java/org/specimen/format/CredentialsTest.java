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
                "--token=SECRET",
                "pip install --index-url=x --token SECRET rain",
                "twine upload -u me --password 'SECRET with spaces'",
                "export HF_TOKEN=SECRET",
                "os.environ[\"X\"]; OPENAI_API_KEY = \"SECRET\"",
                "AZURE_ACCOUNT_KEY=SECRET python train.py",
                "password: SECRET1",
                "{\"api_key\": \"SECRET1\"}",
                "Authorization: Bearer SECRET",
                "curl -H 'authorization: Basic SECRET=='",
                "{\"Authorization\": \"token SECRET\"}",
                "sent Bearer SECRET1234567890",
                "--extra-index-url https://user:SECRET@pypi.example.org/simple --token=SECRET",
            })
    void takesOutWhatIsGivenToTheNameOfASecret(String text) {
        assertThat(Credentials.without(text)).doesNotContain("SECRET").contains("****");
    }

    @Test
    void saysWhereASecretStood() {
        assertThat(Credentials.without("pip install --token=abc rain")).isEqualTo("pip install --token=**** rain");
    }

    @Test
    void findsNothingMoreTheSecondTime() {
        String once = Credentials.without("--token abc, HF_TOKEN=abc, Authorization: Bearer abc, password: abc1");

        assertThat(Credentials.without(once)).isEqualTo(once);
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
                "token==1.0 and tokenizers=0.15.2 and python-secrets>=2",
                "pip install --hash=sha256:0123456789abcdef0123456789abcdef",
                "There is an unexpected token: dash",
                "a basic understanding of tokenization",
                "sorted(rows, key=len)",
                "The basic rainfall-statistics for bearer",
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
