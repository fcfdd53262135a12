package org.specimen.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.specimen.problem.BadInput;
import org.specimen.problem.OutsideFailure;

class ApplierTest {

    private static final GeneratedFile REQUIREMENTS = Project.generated(FileRole.REQUIREMENTS, "numpy==1.26.4\n");
    private static final GeneratedFile DOCKERFILE =
            Project.generated(FileRole.DOCKERFILE, "FROM python:3.11.9-slim-bookworm\n");

    @TempDir
    Path temporary;

    private Project project;

    @BeforeEach
    void makeProject() throws IOException {
        project = new Project(Files.createDirectory(temporary.resolve("project")));
    }

    @Test
    void writesNewFilesAndHidesItsOwnFolderFromGit() throws IOException {
        WriteReport report = Applier.apply(project.compare(REQUIREMENTS, DOCKERFILE));

        assertThat(report.written()).extracting(FileChange::path).containsExactly("requirements.txt", "Dockerfile");
        assertThat(report.backedUp()).isEmpty();
        assertThat(report.backupFolder()).isEmpty();
        assertThat(project.read("requirements.txt")).isEqualTo("numpy==1.26.4\n");
        assertThat(project.read(".specimen/.gitignore")).isEqualTo("*\n");
        assertThat(project.leftovers()).isEmpty();
    }

    @Test
    void backsUpWhatItReplaces() throws IOException {
        project.file("requirements.txt", "numpy\r\n");

        WriteReport report = Applier.apply(project.replace(REQUIREMENTS));

        assertThat(report.backedUp()).containsExactly("requirements.txt");
        assertThat(report.backupFolder()).contains(".specimen/backup/0001");
        assertThat(project.read(".specimen/backup/0001/replaced/requirements.txt"))
                .isEqualTo("numpy\r\n");
    }

    @Test
    void writingTwiceChangesNothingAndBacksUpNothing() throws IOException {
        Comparison first = project.compare(REQUIREMENTS, DOCKERFILE);
        Applier.apply(first);
        SortedMap<String, String> once = project.all();

        WriteReport second = Applier.apply(project.compare(first.written(), REQUIREMENTS, DOCKERFILE));

        assertThat(second).isEqualTo(WriteReport.NOTHING);
        assertThat(project.all()).isEqualTo(once);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void locksThroughNoLinkThatLeadsOut() throws IOException {
        Path outside = temporary.resolve("outside");
        Files.createDirectory(temporary.resolve("project/.specimen"));
        Files.createSymbolicLink(temporary.resolve("project/.specimen/lock"), outside);

        assertThatThrownBy(() -> Applier.apply(project.compare(REQUIREMENTS)))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("lock is a link");
        assertThat(outside).doesNotExist();
    }

    @Test
    void goesOnBehindABackupWithALargeNumber() throws IOException {
        Files.createDirectories(temporary.resolve("project/.specimen/backup/99999999"));
        Applier.apply(project.compare(REQUIREMENTS));
        Applier.apply(project.compare(REQUIREMENTS, DOCKERFILE));

        assertThat(project.read("Dockerfile")).startsWith("FROM");
    }

    @Test
    void aSetThatChangesNothingLeavesNoTrace() throws IOException {
        project.file("requirements.txt", "numpy==1.26.4\n");

        Applier.apply(project.compare(REQUIREMENTS));

        assertThat(project.hasState()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with space",
                "quote's \"and\" $HOME `ls`",
                "two\nlines",
                "🧬 études",
                "מחקר עברי",
                "-rf",
                "100%",
                "a+b%20c"
            })
    void folderNamesMayBeOdd(String name) throws IOException {
        Project odd = new Project(directory(name)).file("requirements.txt", "numpy\n");

        Applier.apply(odd.replace(REQUIREMENTS, DOCKERFILE));
        Undo.last(odd.folder).orElseThrow().apply();
        Applier.recover(odd.folder);

        assertThat(odd.visible()).containsOnlyKeys("requirements.txt").containsValue("numpy\n");
    }

    @Test
    void pathsBehindLinksMayBeOddToo() throws IOException {
        Path odd = link("requirements.txt", "deps 100%\n\u202e🧬/mine.txt");

        Applier.apply(project.replace(REQUIREMENTS));
        assertThat(odd).hasContent("numpy==1.26.4\n");
        Undo.last(project.folder).orElseThrow().apply();

        assertThat(odd).hasContent("numpy\n");
        assertThat(project.folder.resolve("requirements.txt")).isSymbolicLink();
    }

    private Path directory(String name) throws IOException {
        try {
            return Files.createDirectory(temporary.resolve(name));
        } catch (InvalidPathException notOnThisSystem) {
            assumeThat(notOnThisSystem).as("a file system that takes the name").isNull();
            throw notOnThisSystem;
        }
    }

    /** A link to a file in the project that holds {@code numpy}. */
    private Path link(String from, String to) throws IOException {
        try {
            project.file(to, "numpy\n");
            Files.createSymbolicLink(project.folder.resolve(from), project.folder.resolve(to));
            return project.folder.resolve(to);
        } catch (InvalidPathException | UnsupportedOperationException notOnThisSystem) {
            assumeThat(notOnThisSystem).as("a file system that takes the name").isNull();
            throw notOnThisSystem;
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keepsThePermissionsOfWhatItReplaces() throws IOException {
        project.file("requirements.txt", "numpy\n");
        Path file = project.folder.resolve("requirements.txt");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw---x"));

        Applier.apply(project.replace(REQUIREMENTS));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw---x");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aReadOnlyFileIsNotReplaced() throws IOException {
        project.file("requirements.txt", "numpy\n");
        Files.setPosixFilePermissions(
                project.folder.resolve("requirements.txt"), PosixFilePermissions.fromString("r--r--r--"));
        Comparison comparison = project.replace(REQUIREMENTS, DOCKERFILE);

        assertThatThrownBy(() -> Applier.apply(comparison))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("requirements.txt is read-only");
        assertThat(project.all()).containsOnlyKeys("requirements.txt");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anUnwritableFolderIsToldAndLeft() throws IOException {
        Comparison comparison = project.compare(REQUIREMENTS);
        Files.setPosixFilePermissions(project.folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeThat(Files.isWritable(project.folder)).as("not the administrator").isFalse();

        assertThatThrownBy(() -> Applier.apply(comparison))
                .isInstanceOf(OutsideFailure.class)
                .hasMessageContaining("may not write into");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkThatLeadsOutOfTheFolderIsRefused() throws IOException {
        Path outside = Files.writeString(temporary.resolve("outside.txt"), "theirs\n");
        Files.createSymbolicLink(project.folder.resolve("requirements.txt"), outside);

        assertThatThrownBy(() -> project.replace(REQUIREMENTS))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("requirements.txt is a link that leads out of the folder");
        assertThat(outside).hasContent("theirs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../a", "a/../../b", "/etc/passwd", "./a", "a\0b"})
    void aPathThatLeadsOutOfTheFolderIsRefused(String path) {
        assertThatThrownBy(() -> ProjectFolder.open(project.folder).target(path))
                .isInstanceOf(BadInput.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkMadeAfterTheComparisonIsRefusedToo() throws IOException {
        Path outside = Files.writeString(temporary.resolve("outside.txt"), "theirs\n");
        Comparison comparison = project.compare(REQUIREMENTS);
        Files.createSymbolicLink(project.folder.resolve("requirements.txt"), outside);

        assertThatThrownBy(() -> Applier.apply(comparison)).isInstanceOf(BadInput.class);
        assertThat(outside).hasContent("theirs");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkThatLeadsNowhereIsRefused() throws IOException {
        Files.createSymbolicLink(project.folder.resolve("requirements.txt"), temporary.resolve("missing"));

        assertThatThrownBy(() -> project.replace(REQUIREMENTS))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("leads nowhere");
        assertThat(temporary.resolve("missing")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFolderBehindALinkIsRefusedIfItLiesOutside() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.createSymbolicLink(project.folder.resolve("deps"), outside);

        assertThatThrownBy(() -> ProjectFolder.open(project.folder).target("deps/requirements.txt"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("leads out of the folder");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aStateFolderThatIsALinkIsRefused() throws IOException {
        Path outside = Files.createDirectory(temporary.resolve("outside"));
        Files.createSymbolicLink(project.folder.resolve(".specimen"), outside);
        Comparison comparison = project.compare(REQUIREMENTS);

        assertThatThrownBy(() -> Applier.apply(comparison))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(".specimen must be a folder");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void theFolderItselfMayBeReachedByALink() throws IOException {
        assumeThat(OS.WINDOWS.isCurrentOs()).isFalse();
        Path link = Files.createSymbolicLink(temporary.resolve("link"), project.folder);

        Applier.apply(new Project(link).compare(REQUIREMENTS));

        assertThat(project.read("requirements.txt")).isEqualTo("numpy==1.26.4\n");
    }

    @Test
    void aFolderInTheWayIsToldAndLeft() throws IOException {
        Files.createDirectory(project.folder.resolve("Dockerfile"));

        assertThatThrownBy(() -> project.compare(DOCKERFILE))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Dockerfile is a folder");
    }

    @Test
    void noFolderAFileOrAVanishedFolderIsTold() throws IOException {
        Path missing = temporary.resolve("missing");
        Path file = Files.writeString(temporary.resolve("file"), "");
        Comparison comparison = project.compare(REQUIREMENTS);
        Files.delete(project.folder);

        assertThatThrownBy(() -> Applier.recover(missing))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no folder");
        assertThatThrownBy(() -> Applier.recover(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> Applier.apply(comparison)).isInstanceOf(BadInput.class);
        assertThat(project.folder).doesNotExist();
    }

    @Test
    void aFileThatChangedSinceTheComparisonIsNotOverwritten() throws IOException {
        project.file("requirements.txt", "numpy\n");
        Comparison comparison = project.replace(REQUIREMENTS, DOCKERFILE);
        project.file("requirements.txt", "numpy\nscipy\n");

        assertThatThrownBy(() -> Applier.apply(comparison))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("requirements.txt was changed");
        assertThat(project.all()).containsOnlyKeys("requirements.txt").containsValue("numpy\nscipy\n");
    }

    @Test
    void aSecondSpecimenIsRefusedWhileOneWrites() throws IOException {
        project.file(".specimen/lock", "");
        Comparison comparison = project.compare(REQUIREMENTS);
        try (FileChannel other = FileChannel.open(project.folder.resolve(".specimen/lock"), StandardOpenOption.WRITE);
                FileLock lock = other.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatThrownBy(() -> Applier.apply(comparison))
                    .isInstanceOf(OutsideFailure.class)
                    .hasMessageContaining("Another Specimen");
        }
        assertThat(project.visible()).isEmpty();

        Applier.apply(comparison);

        assertThat(project.visible()).containsOnlyKeys("requirements.txt");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void twoNamesOfOneFileAreRefused() throws IOException {
        link("requirements.txt", "mine.txt");
        Files.createSymbolicLink(project.folder.resolve("Dockerfile"), project.folder.resolve("mine.txt"));
        Comparison comparison = project.replace(REQUIREMENTS, DOCKERFILE);

        assertThatThrownBy(() -> Applier.apply(comparison)).isInstanceOf(BadInput.class);
        assertThat(project.read("mine.txt")).isEqualTo("numpy\n");
    }

    @Test
    void backupsAreNumberedOnwards() throws IOException {
        for (String text : List.of("a\n", "b\n", "c\n")) {
            Applier.apply(project.replace(Project.generated(FileRole.GUIDE, text)));
        }

        assertThat(project.backups()).isEqualTo(3);
        assertThat(project.read(".specimen/backup/0003/replaced/ENVIRONMENT.md"))
                .isEqualTo("b\n");
    }
}
