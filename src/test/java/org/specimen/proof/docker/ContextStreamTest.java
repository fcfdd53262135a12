package org.specimen.proof.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.format.DockerIgnoreRules;
import org.specimen.task.Cancelled;
import org.specimen.task.Progress;

class ContextStreamTest {

    @TempDir
    private Path folder = Path.of(".");

    private ContextStream context(String ignored, Progress progress) {
        return new ContextStream(
                folder, DockerIgnoreRules.parse(ignored), Set.of("Dockerfile", ".dockerignore"), progress);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static SortedMap<String, String> unpacked(InputStream in) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        TarArchiveInputStream archive = new TarArchiveInputStream(in, "UTF-8");
        for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            assertThat(entry.getLongUserId()).isZero();
            String mode = Integer.toOctalString(entry.getMode() & 0777);
            String content = entry.isSymbolicLink()
                    ? "-> " + entry.getLinkName()
                    : new String(archive.readAllBytes(), StandardCharsets.UTF_8);
            files.put(entry.getName(), entry.isFile() ? content : entry.isDirectory() ? mode : content);
        }
        return files;
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links and modes")
    void holdsWhatIsNotLeftOutWithItsLinks() throws IOException {
        write("Dockerfile", "FROM x\n");
        write("src/größe" + "x".repeat(120) + ".py", "a");
        write("data/raw/1.csv", "1");
        write("data/read.py", "b");
        write("notes.md", "c");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("/etc/passwd"));

        SortedMap<String, String> files;
        try (ContextStream context = context("data\n!data/*.py\n*.md\nDockerfile\n", Progress.NONE)) {
            files = unpacked(context);
            assertThat(context.bytes()).isEqualTo(9);
        }

        assertThat(files)
                .containsOnlyKeys("Dockerfile", "data/read.py", "link", "src/", "src/größe" + "x".repeat(120) + ".py");
        assertThat(files).containsEntry("link", "-> /etc/passwd").containsEntry("src/", "755");
    }

    @Test
    void whatMakesMostOfItIsTold() throws IOException {
        write("a/b/large.bin", "x".repeat(500_000));
        write("a/other.bin", "x".repeat(500_000));
        write("z.bin", "x".repeat(300_000));

        try (ContextStream context = context("", Progress.NONE)) {
            context.transferTo(java.io.OutputStream.nullOutputStream());

            assertThat(context.largest())
                    .containsExactly(new ContextStream.Part("a/", 1_000_000), new ContextStream.Part("z.bin", 300_000));
        }
    }

    @Test
    void ignoredDataIsNotRead() throws IOException {
        write("code.py", "a");
        Files.createDirectories(folder.resolve("data"));
        try (RandomAccessFile sparse =
                new RandomAccessFile(folder.resolve("data/huge.bin").toFile(), "rw")) {
            sparse.setLength(10_000_000_000L);
        }
        long begin = System.nanoTime();

        try (ContextStream context = context("data\n!data/**/*.py\n", Progress.NONE)) {
            assertThat(unpacked(context)).containsOnlyKeys("code.py");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void readingEndsWhenNobodyWantsItAnyMore() throws IOException {
        write("code.py", "a");
        Heard heard = new Heard();
        try (ContextStream context = context("", heard)) {
            heard.cancel();

            assertThatThrownBy(context::readAllBytes).isInstanceOf(IOException.class);
            assertThat(context.failure()).containsInstanceOf(Cancelled.class);
        }
    }
}
