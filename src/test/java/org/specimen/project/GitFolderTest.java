package org.specimen.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a Git repository without Git. */
class GitFolderTest {

    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Scans project;

    @BeforeEach
    void begin() throws IOException {
        project = new Scans(folder)
                .with(".git/HEAD", "ref: refs/heads/main\n")
                .with(".git/refs/heads/main", HASH + "\n")
                .with(".git/config", """
                        [core]
                        	bare = false
                        [remote "lab"]
                        	url = https://lab.example.org/study.git
                        [remote "origin"]
                        	url = https://someone:hunter2@git.example.org/study.git
                        	fetch = +refs/heads/*:refs/remotes/origin/*
                        """);
    }

    private Optional<Instant> lastCommit() {
        return project.scan().repository().flatMap(ProjectFacts.Repository::lastCommit);
    }

    private void writeCommit(String committer) throws IOException {
        Path object = folder.resolve(".git/objects/01/" + HASH.substring(2));
        Files.createDirectories(object.getParent());
        try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(object))) {
            String commit = "commit 200\0tree " + HASH + "\nauthor A <a@example.org> 1600000000 +0000\n" + committer
                    + "\n\nA message\n";
            out.write(commit.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void writeIndex(int version, List<String> paths) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeBytes("DIRC");
        out.writeInt(version);
        out.writeInt(paths.size());
        for (String path : paths) {
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            out.write(new byte[60]);
            out.writeShort(name.length);
            out.write(name);
            out.write(new byte[8 - (62 + name.length) % 8]);
        }
        out.write(new byte[20]);
        Files.write(folder.resolve(".git/index"), bytes.toByteArray());
    }

    @Test
    void tellsTheRemoteWithoutItsLogin() {
        assertThat(project.scan().repository().orElseThrow().remote())
                .hasValueSatisfying(remote ->
                        assertThat(remote).endsWith("git.example.org/study.git").doesNotContain("hunter2"));
    }

    @Test
    void readsTheDateOfTheLastCommitFromTheCommit() throws IOException {
        writeCommit("committer B <b@example.org> 1700000000 +0100");

        assertThat(lastCommit()).contains(Instant.ofEpochSecond(1700000000));
    }

    @Test
    void readsTheDateOfAPackedCommitFromTheLog() throws IOException {
        String zeros = "0".repeat(40);
        project.with(
                ".git/logs/HEAD",
                zeros + " " + HASH + " B <b@example.org> 1700000001 +0100\tcommit (initial): Begin\n");

        assertThat(lastCommit()).contains(Instant.ofEpochSecond(1700000001));
    }

    @Test
    void takesTheTimeOfACloneForNoCommit() throws IOException {
        project.with(
                ".git/logs/HEAD", "0".repeat(40) + " " + HASH + " B <b@example.org> 1700000001 +0100\tclone: from x\n");

        assertThat(lastCommit()).isEmpty();
    }

    @Test
    void tellsWhatIsNotCommittedAndWhatShouldNotBe() throws IOException {
        project.with("requirements.txt", "numpy\n")
                .with("docs/requirements.txt", "sphinx\n")
                .with("build/lib/requirements.txt", "pandas\n")
                .with(".env", "TOKEN=x\n")
                .with(".env.example", "TOKEN=\n");
        writeIndex(2, List.of(".env", ".env.example", "docs/requirements.txt", "requirements.in"));

        assertThat(project.warnings(WarningKind.UNCOMMITTED))
                .singleElement()
                .asString()
                .startsWith("requirements.txt: ");
        assertThat(project.warnings(WarningKind.SECRET_IN_CODE))
                .singleElement()
                .asString()
                .startsWith(".env: ");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, Integer.MAX_VALUE})
    void saysNothingOfAnIndexThatItDoesNotKnow(int version) throws IOException {
        project.with("requirements.txt", "numpy\n");
        writeIndex(version, List.of());

        assertThat(project.warnings(WarningKind.UNCOMMITTED)).isEmpty();
    }

    @Test
    void standsADamagedRepository() throws IOException {
        project.with(".git/index", "DIRC")
                .with(".git/objects/01/" + HASH.substring(2), "no commit")
                .with(".git/HEAD", "ref: ../../outside\n")
                .with("requirements.txt", "numpy\n");

        assertThat(lastCommit()).isEmpty();
        assertThat(project.warnings(WarningKind.UNCOMMITTED)).isEmpty();
    }

    @Test
    void tellsNothingWhereThereIsNoRepository() throws IOException {
        Scans other = new Scans(Files.createDirectory(folder.resolve("inside"))).with("a.py", "import os\n");

        assertThat(other.scan().repository()).isEmpty();
    }

    @Test
    void countsFilesThatLookLikeData() throws IOException {
        project.with("data/a.csv", "1,2\n").with("data/b.nc", "12345678").with("a.py", "import os\n");

        ProjectFacts.Data data = project.scan().data();

        assertThat(data.files()).isEqualTo(2);
        assertThat(data.bytes()).isEqualTo(12);
        assertThat(data.largest())
                .containsExactly(new ProjectFacts.DataFile("data/b.nc", 8), new ProjectFacts.DataFile("data/a.csv", 4));
    }
}
