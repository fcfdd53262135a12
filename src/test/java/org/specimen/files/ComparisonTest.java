package org.specimen.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.problem.BadInput;

class ComparisonTest {

    private static final SortedMap<String, String> NOTHING_WRITTEN = new TreeMap<>();

    @TempDir
    Path temporary;

    private Project project;

    @BeforeEach
    void makeProject() {
        project = new Project(temporary);
    }

    /** Files that name each other, as the real ones do. */
    private static List<GeneratedFile> render(FileNames names, String version) {
        return List.of(
                new GeneratedFile(
                        FileRole.DOCKERFILE,
                        names.of(FileRole.DOCKERFILE),
                        "COPY " + names.of(FileRole.REQUIREMENTS) + " ./\n"),
                new GeneratedFile(
                        FileRole.REQUIREMENTS_IN,
                        names.of(FileRole.REQUIREMENTS_IN),
                        "numpy==" + version + "  # why\n"),
                new GeneratedFile(FileRole.REQUIREMENTS, names.of(FileRole.REQUIREMENTS), "numpy==" + version + "\n"),
                new GeneratedFile(FileRole.DOCKERIGNORE, names.of(FileRole.DOCKERIGNORE), "data\n"),
                new GeneratedFile(
                        FileRole.GUIDE,
                        names.of(FileRole.GUIDE),
                        "docker build -f " + names.of(FileRole.DOCKERFILE) + " .\n"));
    }

    private Comparison compare(
            String version, SortedMap<String, String> written, Map<FileRole, ExistingChoice> choices) {
        return Comparison.of(project.folder, written, choices, names -> render(names, version));
    }

    private static Map<String, FileState> states(Comparison comparison) {
        Map<String, FileState> states = new TreeMap<>();
        comparison.changes().forEach(change -> states.put(change.path(), change.state()));
        return states;
    }

    @Test
    void whereNothingLiesEverythingIsNew() {
        Comparison comparison = compare("1.0", NOTHING_WRITTEN, Map.of());

        assertThat(states(comparison).values()).containsOnly(FileState.NEW);
        assertThat(comparison.names()).isEqualTo(FileNames.USUAL);
        assertThat(comparison.written()).hasSize(5);
    }

    @Test
    void whatWasWrittenAndNotChangedIsUpdated() {
        SortedMap<String, String> written = write("1.0", NOTHING_WRITTEN);

        Comparison comparison = compare("2.0", written, Map.of());

        assertThat(states(comparison))
                .containsEntry("requirements.txt", FileState.UPDATED)
                .containsEntry("requirements.in", FileState.UPDATED)
                .containsEntry("Dockerfile", FileState.UNCHANGED);
    }

    private SortedMap<String, String> write(String version, SortedMap<String, String> written) {
        Comparison comparison = compare(version, written, Map.of());
        Applier.apply(comparison);
        return comparison.written();
    }

    @Test
    void aCheckoutWithOtherLineEndsIsNoChange() throws IOException {
        SortedMap<String, String> written = write("1.0", NOTHING_WRITTEN);
        for (String path : written.keySet()) {
            project.file(path, project.read(path).replace("\n", "\r\n"));
        }

        assertThat(states(compare("1.0", written, Map.of())).values()).containsOnly(FileState.UNCHANGED);
        assertThat(states(compare("2.0", written, Map.of()))).containsEntry("requirements.txt", FileState.UPDATED);
        assertThat(compare("1.0", written, Map.of()).written()).isEqualTo(written);
    }

    @Test
    void aForeignFileMovesOursBesideItAndTheOthersNameIt() throws IOException {
        project.file("requirements.txt", "flask\n").file("Dockerfile", "FROM mine\n");

        Comparison comparison = compare("1.0", NOTHING_WRITTEN, Map.of());
        Applier.apply(comparison);

        assertThat(project.read("requirements.txt")).isEqualTo("flask\n");
        assertThat(project.read("Dockerfile")).isEqualTo("FROM mine\n");
        assertThat(project.read("Dockerfile.specimen")).isEqualTo("COPY requirements.txt.specimen ./\n");
        assertThat(project.read("ENVIRONMENT.md")).isEqualTo("docker build -f Dockerfile.specimen .\n");
        assertThat(comparison.written()).containsKey("Dockerfile.specimen").doesNotContainKey("Dockerfile");
        assertThat(comparison.changes())
                .filteredOn(FileChange::isBeside)
                .allSatisfy(change ->
                        assertThat(change.notes()).singleElement().asString().contains("stays as it is"));
    }

    @Test
    void writingTwiceChangesNothingWithForeignAndMergedFilesToo() throws IOException {
        project.file("requirements.txt", "flask\n")
                .file("requirements.in", "# mine\nnumpy>1\r\n")
                .file(".dockerignore", "!data/a.csv\r\n");

        SortedMap<String, String> written = write("1.0", NOTHING_WRITTEN);
        SortedMap<String, String> once = project.all();
        Comparison second = compare("1.0", written, Map.of());

        assertThat(second.changesSomething()).isFalse();
        assertThat(second.written()).isEqualTo(written);
        Applier.apply(second);
        assertThat(project.all()).isEqualTo(once);
    }

    @Test
    void aFileWithHandWrittenPartsIsMergedEachTimeAndNeverSimplyUpdated() throws IOException {
        project.file("requirements.in", "# mine\nnumpy\n");
        SortedMap<String, String> written = write("1.0", NOTHING_WRITTEN);

        Comparison comparison = compare("2.0", written, Map.of());
        Applier.apply(comparison);

        assertThat(states(comparison)).containsEntry("requirements.in", FileState.MERGED);
        assertThat(project.read("requirements.in")).isEqualTo("# mine\nnumpy==2.0  # why\n");
    }

    @Test
    void aMergedFileKeepsItsLineEnds() throws IOException {
        project.file("requirements.in", "# mine\r\nnumpy\r\n");

        write("1.0", NOTHING_WRITTEN);

        assertThat(project.read("requirements.in")).isEqualTo("# mine\r\nnumpy==1.0  # why\r\n");
    }

    @Test
    void aForeignFileThatSaysTheSameIsUnchangedEvenIfOthersMove() throws IOException {
        write("1.0", NOTHING_WRITTEN);
        project.file("requirements.txt", "flask\n").file("Dockerfile", "COPY requirements.txt.specimen ./\n");

        Comparison comparison = compare("1.0", NOTHING_WRITTEN, Map.of());

        assertThat(states(comparison))
                .containsEntry("requirements.txt.specimen", FileState.NEW)
                .containsEntry("Dockerfile", FileState.UNCHANGED)
                .doesNotContainKey("Dockerfile.specimen");
    }

    @Test
    void aForeignFileIsKeptOrReplacedAsThePersonChooses() throws IOException {
        project.file("requirements.txt", "flask\n").file("Dockerfile", "FROM mine\n");

        Comparison comparison = compare(
                "1.0",
                NOTHING_WRITTEN,
                Map.of(FileRole.REQUIREMENTS, ExistingChoice.KEEP, FileRole.DOCKERFILE, ExistingChoice.REPLACE));
        WriteReport report = Applier.apply(comparison);

        assertThat(states(comparison))
                .containsEntry("requirements.txt", FileState.KEPT)
                .containsEntry("Dockerfile", FileState.REPLACED);
        assertThat(project.read("requirements.txt")).isEqualTo("flask\n");
        assertThat(project.read("Dockerfile")).isEqualTo("COPY requirements.txt ./\n");
        assertThat(report.backedUp()).containsExactly("Dockerfile");
        assertThat(comparison.written()).doesNotContainKey("requirements.txt");
    }

    @Test
    void aFileOfOursThatAPersonChangedIsTheirs() throws IOException {
        SortedMap<String, String> written = write("1.0", NOTHING_WRITTEN);
        project.file("ENVIRONMENT.md", "mine\n");

        assertThat(states(compare("1.0", written, Map.of()))).containsEntry("ENVIRONMENT.md.specimen", FileState.NEW);
    }

    @Test
    void anotherFileAtTheNameForFilesBesideIsBackedUp() throws IOException {
        project.file("Dockerfile", "FROM mine\n").file("Dockerfile.specimen", "FROM mine too\n");

        WriteReport report = Applier.apply(compare("1.0", NOTHING_WRITTEN, Map.of()));

        assertThat(report.backedUp()).containsExactly("Dockerfile.specimen");
        assertThat(project.read(".specimen/backup/0001/replaced/Dockerfile.specimen"))
                .isEqualTo("FROM mine too\n");
    }

    @Test
    void aFileThatIsNotTextIsLeft() throws IOException {
        Files.write(project.folder.resolve("requirements.in"), new byte[] {(byte) 0xff, (byte) 0xfe, 'n', 0});

        Comparison comparison = compare("1.0", NOTHING_WRITTEN, Map.of());

        assertThat(states(comparison)).containsEntry("requirements.in.specimen", FileState.NEW);
        assertThat(comparison.changes())
                .flatExtracting(FileChange::notes)
                .anyMatch(note -> note.contains("not text in UTF-8"));
    }

    @Test
    void anEnvironmentFileThatCannotBeEditedIsLeftAndTheReasonTold() throws IOException {
        project.file("environment.yml", "name: a\ndependencies: [python\n");
        GeneratedFile environment = Project.generated(
                FileRole.ENVIRONMENT_YML, "name: a\nchannels:\n  - conda-forge\ndependencies:\n  - python=3.11.9\n");

        Comparison comparison = project.compare(environment);

        assertThat(states(comparison)).containsEntry("environment.yml.specimen", FileState.NEW);
        assertThat(comparison.changes())
                .flatExtracting(FileChange::notes)
                .singleElement()
                .asString()
                .contains("not valid YAML (line 3, column 1)");
    }

    @Test
    void whatGoesIntoAFileOfItsOwnLeavesTheirEnvironmentFile() throws IOException {
        project.file(
                "environment.yml", "name: a\ndependencies:\n- python\n- pip:\n  - git+https://example.org/growth\n");

        Comparison comparison = project.compare(
                Project.generated(
                        FileRole.ENVIRONMENT_YML,
                        "name: a\nchannels:\n  - conda-forge\ndependencies:\n  - python=3.11.9\n"),
                Project.generated(FileRole.REFERENCES, "growth @ git+https://example.org/growth\n"));
        Applier.apply(comparison);

        assertThat(project.read("environment.yml")).doesNotContain("growth").doesNotContain("pip:");
    }

    @Test
    void aNameThatDiffersInCaseOnlyIsTheSameNameOnOtherSystems() throws IOException {
        project.file("dockerfile", "FROM mine\n");

        assertThat(states(compare("1.0", NOTHING_WRITTEN, Map.of()))).containsKey("Dockerfile.specimen");
        assertThatThrownBy(() -> compare("1.0", NOTHING_WRITTEN, Map.of(FileRole.DOCKERFILE, ExistingChoice.REPLACE)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("Rename dockerfile");
    }

    @Test
    void filesOfAnEarlierSetAreToldAndRememberedWhileTheyStay() throws IOException {
        SortedMap<String, String> written = write("1.0", NOTHING_WRITTEN);
        project.file(".dockerignore", "mine\n")
                .file("requirements.in", project.read("requirements.in").replace("\n", "\r\n"));

        Comparison comparison = project.compare(written, Project.generated(FileRole.REQUIREMENTS, "numpy==1.0\n"));

        assertThat(comparison.stale()).containsOnlyKeys("Dockerfile", "ENVIRONMENT.md", "requirements.in");
        assertThat(comparison.written())
                .containsOnlyKeys("Dockerfile", "ENVIRONMENT.md", "requirements.in", "requirements.txt");
    }

    @Test
    void thePlanIsAlwaysOursAndBackedUp() throws IOException {
        project.file("specimen.yml", "schema: 1\n# mine\n");

        Comparison comparison =
                compare("1.0", NOTHING_WRITTEN, Map.of()).with(Project.generated(FileRole.PLAN, "schema: 1\n"));
        WriteReport report = Applier.apply(comparison);

        assertThat(states(comparison)).containsEntry("specimen.yml", FileState.UPDATED);
        assertThat(report.backedUp()).containsExactly("specimen.yml");
        assertThat(comparison.written()).doesNotContainKey("specimen.yml");
    }

    @Test
    void comparingWritesNothing() throws IOException {
        project.file("Dockerfile", "FROM mine\n");
        SortedMap<String, String> before = project.all();

        compare("1.0", NOTHING_WRITTEN, Map.of());

        assertThat(project.all()).isEqualTo(before);
        assertThat(project.hasState()).isFalse();
    }
}
