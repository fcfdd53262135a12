package org.specimen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.app.store.UserFolders;
import org.specimen.index.FakePyPi;

class LockCommandTest extends AtTheTerminal {

    private static final String MD5 = "900150983cd24fb0d6963f7d28e17f72";
    private static final String SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path channel;

    @TempDir
    Path home;

    private String homeBefore;

    @BeforeEach
    void layOut() throws IOException {
        homeBefore = System.getProperty(UserFolders.ONE_FOLDER, "");
        System.setProperty(UserFolders.ONE_FOLDER, home.toString());
        serve(
                "linux-64",
                record("python", "3.12.4", "\"__glibc >=2.17\""),
                record("numpy", "2.1.0", "\"python >=3.12,<3.13.0a0\", \"tzdata\""));
        serve("osx-arm64", record("python", "3.12.5", ""), record("numpy", "2.1.0", "\"python\", \"tzdata\""));
        serve("noarch", record("tzdata", "2026c", ""));
        write("environment.yml", """
                name: map
                channels: [conda-forge, nodefaults]
                dependencies:
                  - python=3.12
                  - conda-forge::numpy
                """);
    }

    @AfterEach
    void putBack() {
        System.setProperty(UserFolders.ONE_FOLDER, homeBefore);
    }

    @Test
    void writesTheLockOfEachPlatform() throws IOException {
        Outcome outcome = lock("--platform", "linux-64", "--platform", "osx-arm64");

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).contains("conda-lock.yml", "3 packages for linux-64", "3 packages for osx-arm64");
        assertThat(read("conda-lock.yml"))
                .contains(
                        """
                - name: numpy
                  version: 2.1.0
                  manager: conda
                  platform: linux-64
                  dependencies:
                    python: '>=3.12,<3.13.0a0'
                    tzdata: ''
                  url: file://%s/linux-64/numpy-2.1.0-0.conda
                  hash:
                    md5: %s
                    sha256: %s
                  category: main
                  optional: false
                """.formatted(channel, MD5, SHA256), "  - linux-64\n  - osx-arm64\n", "  - environment.yml\n");
        assertThat(CondaLockSchema.faults(read("conda-lock.yml"))).isEmpty();
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        lock("--platform", "linux-64");
        String first = read("conda-lock.yml");

        lock("--platform", "linux-64");

        assertThat(read("conda-lock.yml")).isEqualTo(first);
    }

    @Test
    void writesListsOfFilesWhereAsked() throws IOException {
        lock("--platform", "osx-arm64", "--explicit");

        assertThat(read("conda-osx-arm64.lock")).isEqualTo("""
                # platform: osx-arm64
                @EXPLICIT
                file://%1$s/osx-arm64/numpy-2.1.0-0.conda#%2$s
                file://%1$s/osx-arm64/python-3.12.5-0.conda#%2$s
                file://%1$s/noarch/tzdata-2026c-0.conda#%2$s
                """.formatted(channel, MD5));
    }

    @Test
    void endsWithOneAndSaysWhyWhereThereIsNoSuchEnvironment() throws IOException {
        write("environment.yml", "dependencies: [python=3.13, numpy]\n");

        Outcome outcome = lock("--platform", "linux-64");

        assertRefused(outcome, 1, "For linux-64: there is no python=3.13", "Use Python 3.12.");
        assertThat(folder.resolve("conda-lock.yml")).doesNotExist();
    }

    @Test
    void locksWhatPipInstallsOnTopOfWhatCondaBrings() throws IOException {
        try (FakePyPi pypi = new FakePyPi()) {
            pypi.json("lumen", pypi.wheelWithMetadata("lumen-1.0-py3-none-any.whl", """
                            Metadata-Version: 2.1
                            Name: lumen
                            Version: 1.0
                            Requires-Dist: numpy>=2
                            Requires-Dist: wick; sys_platform == 'darwin'
                            """));
            pypi.json(
                    "wick",
                    pypi.wheelWithMetadata(
                            "wick-0.3-py3-none-any.whl", "Metadata-Version: 2.1\nName: wick\nVersion: 0.3\n"));
            write("environment.yml", "dependencies: [python=3.12, numpy, {pip: [lumen, ./own]}]\n");

            Outcome outcome = lock(
                    "--platform",
                    "linux-64,osx-arm64",
                    "--index-url",
                    pypi.simple().toString());

            assertThat(outcome.error()).isEmpty();
            assertThat(outcome.out())
                    .contains("4 packages for linux-64", "5 packages for osx-arm64")
                    .contains("Not locked, because it comes from no package index: ./own.");
            assertThat(read("conda-lock.yml"))
                    .contains("""
                    - name: lumen
                      version: '1.0'
                      manager: pip
                      platform: osx-arm64
                      dependencies:
                        wick: ''
                      url: %s
                      hash:
                        sha256: %s
                    """.formatted(
                                    pypi.server().address("/files/lumen-1.0-py3-none-any.whl"),
                                    FakePyPi.sha256("lumen-1.0-py3-none-any.whl".getBytes(StandardCharsets.UTF_8))))
                    .containsOnlyOnce("- name: wick")
                    .contains("- name: numpy\n  version: 2.1.0\n  manager: conda")
                    .doesNotContain("- name: numpy\n  version: 2.1.0\n  manager: pip");
            assertThat(CondaLockSchema.faults(read("conda-lock.yml"))).isEmpty();
        }
    }

    @Test
    void endsWithOneWherePipsPartDoesNotGoTogetherWithCondas() throws IOException {
        try (FakePyPi pypi = new FakePyPi()) {
            pypi.json(
                    "lumen",
                    pypi.wheelWithMetadata(
                            "lumen-1.0-py3-none-any.whl",
                            "Metadata-Version: 2.1\nName: lumen\nVersion: 1.0\nRequires-Dist: numpy<2\n"));
            write("environment.yml", "dependencies: [python=3.12, numpy, {pip: [lumen]}]\n");

            Outcome outcome =
                    lock("--platform", "linux-64", "--index-url", pypi.simple().toString());

            assertRefused(outcome, 1, "lumen", "numpy<2");
            assertThat(folder.resolve("conda-lock.yml")).doesNotExist();
        }
    }

    @Test
    void saysThatPipsPartIsNotLockedWithoutALiveIndex() throws IOException {
        write("environment.yml", "dependencies: [python, {pip: [torchmetrics==1.0]}]\n");

        Outcome outcome = lock("--platform", "linux-64");

        assertThat(outcome.out())
                .contains("1 package for linux-64", "Not locked: torchmetrics==1.0", "without a live package index");
        assertThat(read("conda-lock.yml")).doesNotContain("torchmetrics");
    }

    @Test
    void writesNothingOfAPlanWhereItIsOnlyTried() throws IOException {
        Files.delete(folder.resolve("environment.yml"));
        write("main.py", "import six\n");
        run("write", folder.toString(), "--stack", "venv");
        Files.delete(folder.resolve("requirements.txt"));

        Outcome outcome = run("lock", folder.toString(), "--dry-run");

        assertThat(outcome.out()).contains("Nothing was written", "requirements.txt");
        assertThat(folder.resolve("requirements.txt")).doesNotExist();
    }

    @Test
    void locksForThePlatformsAndByTheSelectorsOfTheFile() throws IOException {
        write("environment.yml", """
                channels: [conda-forge]
                platforms: [linux-64, osx-arm64]
                dependencies:
                  - python=3.12
                  - numpy  # [linux]
                  - tzdata  # needed [everywhere]
                """);

        assertThat(lock().out()).contains("3 packages for linux-64", "2 packages for osx-arm64");
        assertThat(read("conda-lock.yml")).doesNotContain("osx-arm64/numpy");

        write("environment.yml", "platforms: [linux-65]\ndependencies: [python]\n");
        assertRefused(lock(), 2, "linux-65", "environment.yml");
    }

    @Test
    void refusesWhatItCannotRead() throws IOException {
        assertRefused(run("lock", channel.toString()), 2, "no environment.yml");
        assertRefused(lock("--platform", "linux-65"), 2, "linux-65");
        assertRefused(
                run("lock", folder.toString(), "--platform", "linux-64", "--conda-channel", home + "/none"),
                2,
                "no conda channel",
                "/none");
        write("environment.yml", "dependencies:\n  - python\n  - numpy >=<2\n");
        assertRefused(lock("--platform", "linux-64"), 2, "environment.yml, line 3", "numpy >=<2");
    }

    private Outcome lock(String... options) {
        List<String> arguments =
                new ArrayList<>(List.of("lock", folder.toString(), "--conda-channel", channel.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private static String record(String name, String version, String depends) {
        return """
                "%1$s-%2$s-0.conda": {"name": "%1$s", "version": "%2$s", "build": "0", "build_number": 0, "depends": [%3$s],
                 "md5": "%4$s", "sha256": "%5$s"}""".formatted(name, version, depends, MD5, SHA256);
    }

    private void serve(String platform, String... records) throws IOException {
        Files.createDirectories(channel.resolve(platform));
        Files.writeString(
                channel.resolve(platform).resolve("repodata.json"),
                "{\"packages.conda\": {" + String.join(",", records) + "}}");
    }
}
