package org.specimen.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.specimen.format.DockerIgnore.Section;

class DockerIgnoreTest {

    @Test
    void saysWhyBeforeEachGroupOfPatterns() {
        assertThat(new DockerIgnore(List.of(
                                new Section("Data.", List.of("data", "!data/**/*.py")),
                                new Section("Secrets\nof all kinds.", List.of("**/.env"))))
                        .render())
                .isEqualTo("""
                        # Data.
                        data
                        !data/**/*.py

                        # Secrets
                        # of all kinds.
                        **/.env
                        """);
    }

    @Test
    void namesAPathOfAnyShapeLiterally() {
        assertThat(DockerIgnore.literal("data/raw")).isEqualTo("data/raw");
        assertThat(DockerIgnore.literal("a[1]*?")).isEqualTo("a\\[1]\\*\\?");
        assertThat(DockerIgnore.literal("#1")).isEqualTo("./#1");
        assertThat(DockerIgnore.literal("!important")).isEqualTo("./!important");
        assertThatIllegalArgumentException().isThrownBy(() -> DockerIgnore.literal("a\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> DockerIgnore.literal("a\\b"));
        assertThatIllegalArgumentException().isThrownBy(() -> DockerIgnore.literal(" a"));
    }
}
