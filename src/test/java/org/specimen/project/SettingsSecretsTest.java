package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and passwords in files that go where the project goes. */
class SettingsSecretsTest {

    private static final String KEY = "ghp_" + "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";

    @TempDir
    Path folder;

    private List<String> found() {
        return new Scans(folder).warnings(WarningKind.SECRET_IN_FILE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".env | SERVICE_TOKEN=<key>",
                "config.yml | password: hunter22hunter22x9",
                "secrets.json | {\"token\": \"<key>\"}",
                "credentials | aws_access_key_id = AKIAABCDEFGHIJKLMNOP",
                "requirements.txt | --index-url https://me:pw123word@host/simple",
                "requirements/base.txt | git+https://x:<key>@github.com/a/b",
                "Dockerfile | ENV HF_TOKEN=<key>",
                "run.sh | export API_KEY='a1b2c3d4e5f6a7b8c9d0'",
                "deploy.pem | -----BEGIN RSA PRIVATE KEY-----"
            })
    void tellsThePlaceAndNeverTheSecret(String file, String line) throws IOException {
        new Scans(folder).with(file, "# settings\n" + line.replace("<key>", KEY) + "\n");

        assertThat(found())
                .singleElement()
                .asString()
                .startsWith(file + ", line 2: ")
                .doesNotContain(KEY, "hunter", "pw123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "token: ${{ secrets.DEPLOY_TOKEN }}",
                "password: your-password-goes-here-1",
                "- conda-token=0.3.0=pyhd3eb1b0_0",
                "url: https://user:${PASSWORD}@host/",
                "eos_token: </s>",
                "cache_key: deadbeef0123456789abcdef",
                "uri: https://s3.host/a?X-Amz-Credential=AKIAABCDEFGHIJKLMNOP/1&X-Amz-Signature=abc123"
            })
    void findsNothingInWhatOnlyLooksSo(String line) throws IOException {
        new Scans(folder).with("config.yml", line + "\n");

        assertThat(found()).isEmpty();
    }

    @Test
    void passesOverWhatGitIsToldToIgnore() throws IOException {
        new Scans(folder)
                .with(".gitignore", ".env\n")
                .with(".env", "TOKEN=" + KEY + "\n")
                .with("deep/.env", "TOKEN=" + KEY + "\n")
                .with("other.env", "TOKEN=" + KEY + "\n");

        assertThat(found()).singleElement().asString().startsWith("other.env, line 1: ");
    }
}
