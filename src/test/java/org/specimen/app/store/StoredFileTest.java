package org.specimen.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.problem.BadInput;
import org.specimen.problem.OutsideFailure;

class StoredFileTest {

    /** Some blocks of 8 kB. */
    private static final long SMALL = 40_000;

    private final FileSystem disk = Jimfs.newFileSystem(Configuration.unix().toBuilder()
            .setAttributeViews("posix")
            .setMaxSize(SMALL)
            .build());
    private final Path folder = disk.getPath("/home/ada/.config/specimen");
    private final Path path = folder.resolve("settings.yml");
    private final StoredFile file = new StoredFile(path, "settings");

    @AfterEach
    void unmount() throws IOException {
        disk.close();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        file.write("theme: dark\n");

        assertThat(load()).isEqualTo(Loaded.well("theme: dark\n"));
        assertThat(names()).containsExactly("settings.yml");
    }

    @Test
    void aFileThatIsNotThereYetIsNothingToSpeakOf() {
        assertThat(load()).isEqualTo(Loaded.well("otherwise"));
        assertThat(folder).doesNotExist();
    }

    @Test
    void whoeverReadsTheOldTextReadsItToItsEnd() throws IOException {
        file.write("first\nhalf\n");
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            file.write("second\n");

            assertThat(reader.lines()).containsExactly("first", "half");
        }
        assertThat(path).hasContent("second\n");
    }

    @Test
    void whoChangesItAloneHoldsALockUntilItIsWritten(@TempDir Path real) throws IOException {
        StoredFile shared = new StoredFile(real.resolve("settings.yml"), "settings");

        shared.alone(() -> {
            shared.write("theme: dark\n");
            assertThatThrownBy(() -> tryLock(real)).isInstanceOf(OverlappingFileLockException.class);
            return "";
        });

        assertThat(tryLock(real)).isTrue();
        assertThat(real.resolve("settings.yml")).hasContent("theme: dark\n");
    }

    private static boolean tryLock(Path folder) throws IOException {
        try (FileChannel channel =
                FileChannel.open(folder.resolve(".settings.yml" + StoredFile.LOCK), StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        }
    }

    @Test
    void aFullDiskLeavesTheOldTextWhole() {
        file.write("theme: dark\n");

        assertThatThrownBy(() -> file.write("x".repeat((int) SMALL * 2)))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("could not save the settings in /home/ada/.config/specimen")
                .hasMessageContaining("Check that the disk has room");

        assertThat(path).hasContent("theme: dark\n");
        assertThat(names()).containsExactly("settings.yml");
    }

    @Test
    void whatACrashLeftBesideDoesNotDisturb() throws IOException {
        file.write("theme: dark\n");
        Path left = Files.writeString(folder.resolve(".settings.yml.123" + StoredFile.UNFINISHED), "theme: li");

        assertThat(load().value()).isEqualTo("theme: dark\n");
        file.write("theme: light\n");

        assertThat(load().value()).isEqualTo("theme: light\n");
        assertThat(left).hasContent("theme: li");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home/ada/dotfiles/specimen.yml", "../../dotfiles/specimen.yml"})
    void aLinkStaysAndWhatItLeadsToIsWritten(String target) throws IOException {
        Path kept = disk.getPath("/home/ada/dotfiles/specimen.yml");
        Files.createDirectories(kept.getParent());
        Files.createDirectories(folder);
        Files.writeString(kept, "theme: dark\n");
        Files.createSymbolicLink(path, disk.getPath(target));

        assertThat(load().value()).isEqualTo("theme: dark\n");
        file.write("theme: light\n");

        assertThat(path).isSymbolicLink();
        assertThat(kept).hasContent("theme: light\n");
        assertThat(names()).containsExactly("settings.yml");
    }

    @Test
    void aLinkToNothingYetIsFilled() throws IOException {
        Files.createDirectories(folder);
        Files.createSymbolicLink(path, disk.getPath("/home/ada/new/specimen.yml"));

        file.write("theme: light\n");

        assertThat(disk.getPath("/home/ada/new/specimen.yml")).hasContent("theme: light\n");
    }

    @Test
    void linksInACircleGiveWayToTheFile() throws IOException {
        Files.createDirectories(folder);
        Path other = folder.resolve("other.yml");
        Files.createSymbolicLink(path, other);
        Files.createSymbolicLink(other, path);

        file.write("theme: light\n");

        assertThat(load().value()).isEqualTo("theme: light\n");
    }

    @Test
    void nobodyElseReadsTheFoldersThatAreMade() throws IOException {
        Files.createDirectories(disk.getPath("/home/ada"));
        Files.setPosixFilePermissions(disk.getPath("/home/ada"), PosixFilePermissions.fromString("rwxr-xr-x"));

        file.write("theme: dark\n");

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(disk.getPath("/home/ada/.config"))).isEqualTo("rwx------");
        assertThat(permissions(disk.getPath("/home/ada"))).isEqualTo("rwxr-xr-x");
    }

    @Test
    void aFileThatIsNotUnderstoodIsKeptAside() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(path, "theme: [");

        Loaded<String> loaded = file.load("otherwise", text -> {
            throw new BadInput("a bracket is open");
        });

        assertThat(loaded.value()).isEqualTo("otherwise");
        assertThat(loaded.word().orElseThrow())
                .contains("kept as /home/ada/.config/specimen/settings.yml.broken", "a bracket is open");
        assertThat(folder.resolve("settings.yml.broken")).hasContent("theme: [");
        assertThat(path).doesNotExist();
    }

    @Test
    void bytesThatAreNoTextAreKeptAsideToo() throws IOException {
        Files.createDirectories(folder);
        Files.write(path, new byte[] {'a', (byte) 0xFF, (byte) 0xFE});

        assertThat(load().word().orElseThrow()).contains("is not text in UTF-8");
        assertThat(folder.resolve("settings.yml.broken")).exists();
    }

    @Test
    void aFolderInItsPlaceIsTold() throws IOException {
        Files.createDirectories(path);

        assertThat(load())
                .isEqualTo(Loaded.insteadOf(path + " should keep the settings, and is no plain file.", "otherwise"));
    }

    @Test
    void theTimeIsTheOneThatIsAskedFor() throws IOException {
        Instant time = Instant.parse("2026-11-16T09:41:00Z");

        file.write("theme: dark\n", Optional.of(time));

        assertThat(Files.getLastModifiedTime(path).toInstant()).isEqualTo(time);
    }

    private Loaded<String> load() {
        return file.load("otherwise", Loaded::well);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private List<String> names() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> String.valueOf(each.getFileName())).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
