package org.specimen.files.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.specimen.advice.Stack;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.files.FileRole;
import org.specimen.python.Extra;
import org.specimen.python.Marker;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;

class PipFilesTest {

    @Test
    void listsWhatTheProjectAsksForWithItsReasons() {
        assertThat(Example.of(Stack.VENV).text(FileRole.REQUIREMENTS_IN)).isEqualTo("""
                        # The packages that this project asks for, each with its reason.
                        # requirements.txt has these and what they need in turn.
                        numpy==2.3.5  # means and deviations
                        pandas==2.3.3  # tables
                        """);
    }

    @Test
    void listsTheWholeClosureWithWhoNeedsWhat() {
        Example example = Example.of(Stack.DOCKER);
        example.platforms = EnumSet.of(TargetPlatform.LINUX_X86_64, TargetPlatform.LINUX_ARM64);

        assertThat(example.text(FileRole.REQUIREMENTS)).isEqualTo("""
                        # These packages and what they need in turn, as far as it is known; ENVIRONMENT.md says what was not checked.
                        # For Python 3.12.14.
                        # Pinned for: Linux (x86-64), Linux (ARM)
                        # Install with: python -m pip install -r requirements.txt
                        numpy==2.3.5
                            # via -r requirements.in
                        pandas==2.3.3
                            # via -r requirements.in
                        tzdata==2026.1
                            # via pandas
                        """);
    }

    @Test
    void keepsExtrasAndMarkers() {
        Example example = Example.of(Stack.VENV);
        Marker windows =
                Requirement.parse("a; sys_platform == 'win32'").marker().orElseThrow();
        example.pip.add(Example.pinned(
                "uvicorn", "0.30.1", List.of(Extra.of("standard")), Optional.of(windows), false, List.of(), List.of()));

        assertThat(example.text(FileRole.REQUIREMENTS))
                .contains("uvicorn[standard]==0.30.1; sys_platform == \"win32\"\n");
    }

    @Test
    void keepsBothPinsOfAPackageThatDiffersBetweenPlatforms() {
        Example example = Example.of(Stack.VENV);
        for (String platform : List.of("win32", "linux")) {
            Marker marker = Requirement.parse("a; sys_platform == '" + platform + "'")
                    .marker()
                    .orElseThrow();
            example.pip.add(Example.pinned(
                    "torch",
                    platform.equals("linux") ? "2.9.1" : "2.8.0",
                    List.of(),
                    Optional.of(marker),
                    false,
                    List.of(PackageName.of("lightning")),
                    List.of()));
        }

        assertThat(example.text(FileRole.REQUIREMENTS))
                .contains("torch==2.8.0; sys_platform == \"win32\"\n")
                .contains("torch==2.9.1; sys_platform == \"linux\"\n");
    }

    @Test
    void writesHashesOnAllLinesOrOnNone() {
        Example all = Example.of(Stack.VENV).withHashes();
        Example some = Example.of(Stack.VENV).withHashes().indirect("six", "1.17.0", "pandas");

        assertThat(all.text(FileRole.REQUIREMENTS))
                .contains("numpy==2.3.5 \\\n    --hash=" + Example.HASH)
                .contains("pip install --require-hashes -r requirements.txt");
        assertThat(some.text(FileRole.REQUIREMENTS)).doesNotContain("--hash").doesNotContain("--require-hashes");
    }

    @Test
    void keepsReferencesApartAndWithoutTheirLogins() {
        Example example = Example.of(Stack.VENV)
                .reference("growth @ git+https://me:ghp_secret@example.org/growth.git@v1", "the lab's own model")
                .reference("local @ file:./libs/local", "");

        assertThat(example.text(FileRole.REFERENCES)).isEqualTo("""
                        # Packages that come from an address or a folder and not from an index.
                        # Install them after all others, with: python -m pip install --no-deps -r requirements-references.txt
                        growth @ git+https://example.org/growth.git@v1  # the lab's own model
                        local @ file:./libs/local
                        """);
        assertThat(example.files()).noneMatch(file -> file.content().contains("ghp_secret"));
        assertThat(example.text(FileRole.REQUIREMENTS)).doesNotContain("growth");
    }
}
