package org.specimen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.advice.Rulebook;
import org.specimen.advice.Stack;
import org.specimen.app.BareComputer;
import org.specimen.app.CondaChannels;
import org.specimen.app.IndexChoice;
import org.specimen.app.PackageIndexes;
import org.specimen.app.Proposal;
import org.specimen.app.Wishes;
import org.specimen.app.Workbench;
import org.specimen.app.store.UserFolders;
import org.specimen.index.FakePyPi;
import org.specimen.task.Progress;

/** Writes the files of a stack with Conda from a channel in a folder. */
class WriteFromChannelTest extends AtTheTerminal {

    private static final String ANSWERS = "operating-systems: [linux, macos]\npeople: mixed-os-team\n";

    @TempDir
    Path channel;

    @TempDir
    Path home;

    private String homeBefore;

    @BeforeEach
    void layOut() throws IOException {
        homeBefore = System.getProperty(UserFolders.ONE_FOLDER, "");
        System.setProperty(UserFolders.ONE_FOLDER, home.toString());
        String[] both = {
            record("python", "3.12.4", "0"),
            record("pip", "24.0", "0", "python"),
            record("numpy", "2.1.0", "0", "python", "blas"),
            record("pytorch", "2.4.0", "cpu_0", "python", "numpy")
        };
        serve(
                "linux-64",
                both,
                record("blas", "1.1", "0"),
                record("pytorch", "2.4.0", "cuda126_1", "python", "__cuda"));
        serve("osx-arm64", both, record("blas", "1.0", "0"));
        write("main.py", "import numpy, torch, openai\n");
        write("answers.yml", ANSWERS);
    }

    @AfterEach
    void putBack() {
        System.setProperty(UserFolders.ONE_FOLDER, homeBefore);
    }

    @Test
    void pinsWhatEveryPlatformHasAndLocksItWithEverythingThatItNeeds() throws IOException {
        Outcome outcome = pin("--stack", "conda");

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(read("environment.yml"))
                .contains("- python=3.12.4\n", "- numpy=2.1.0  #", "- pytorch=2.4.0=*cpu*  #", "- pip=24.0\n")
                .contains("  - pip:\n      - openai==");
        assertThat(read("conda-lock.yml"))
                .contains("- name: blas\n  version: '1.0'\n  manager: conda\n  platform: osx-arm64")
                .contains("- name: blas\n  version: '1.1'\n  manager: conda\n  platform: linux-64")
                .contains("pytorch-2.4.0-cpu_0.conda")
                .doesNotContain("cuda", "manager: pip");
        assertThat(CondaLockSchema.faults(read("conda-lock.yml"))).isEmpty();
        assertThat(read("ENVIRONMENT.md"))
                .contains("--file conda-lock.yml", "python -m pip install", "Left to pip", "`conda-lock.yml`");
        assertThat(read("specimen.yml")).contains("python: 3.12.4", "conda-lock.yml:");
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        pin("--stack", "conda");
        String first = read("environment.yml") + read("conda-lock.yml") + read("ENVIRONMENT.md") + read("specimen.yml");

        Outcome again = pin();

        assertThat(again.out()).contains("Nothing had to be written");
        assertThat(read("environment.yml") + read("conda-lock.yml") + read("ENVIRONMENT.md") + read("specimen.yml"))
                .isEqualTo(first);
    }

    @Test
    void keepsWhatWasLockedWhileItFits() throws IOException {
        pin("--stack", "conda");
        serve(
                "linux-64",
                new String[] {
                    record("python", "3.12.4", "0"),
                    record("pip", "24.0", "0", "python"),
                    record("numpy", "2.1.0", "0", "python", "blas"),
                    record("numpy", "2.2.0", "0", "python", "blas"),
                    record("pytorch", "2.4.0", "cpu_0", "python", "numpy")
                },
                record("blas", "1.1", "0"),
                record("blas", "1.9", "0"));

        pin();
        assertThat(read("conda-lock.yml")).contains("blas-1.1-0.conda").doesNotContain("blas-1.9-0.conda");

        pin("--upgrade");
        assertThat(read("conda-lock.yml")).contains("blas-1.9-0.conda").doesNotContain("blas-1.1-0.conda");
    }

    @Test
    void theImageInstallsTheLockAndTheBuildsForTheGpuThatThePersonSpokeOf() throws IOException {
        write("answers.yml", "operating-systems: [linux]\ngpu: cuda\n");

        Outcome outcome = pin("--stack", "docker-conda");

        assertThat(outcome.error()).isEmpty();
        assertThat(read("environment.yml")).contains("- pytorch=2.4.0=*cuda*  #");
        assertThat(read("conda-lock.yml")).contains("pytorch-2.4.0-cuda126_1.conda");
        assertThat(read("Dockerfile"))
                .contains("COPY conda-lock.yml /project/conda-lock.yml\n", "--file conda-lock.yml", "'openai==")
                .doesNotContain("--file environment.yml", "CONDA_OVERRIDE_CUDA");
    }

    @Test
    void saysWhyThereIsNoSuchEnvironmentAndWhatWouldSettleIt() throws IOException {
        write("requirements.txt", "numpy==2.1.0\ntorch==2.4.0\n");
        serve("osx-arm64", new String[] {
            record("python", "3.12.4", "0"),
            record("pip", "24.0", "0", "python"),
            record("numpy", "2.1.0", "0", "python"),
            record("numpy", "1.26.4", "0", "python"),
            record("pytorch", "2.4.0", "cpu_0", "python", "numpy <2")
        });
        serve("linux-64", new String[] {
            record("python", "3.12.4", "0"),
            record("pip", "24.0", "0", "python"),
            record("numpy", "2.1.0", "0", "python"),
            record("numpy", "1.26.4", "0", "python"),
            record("pytorch", "2.4.0", "cpu_0", "python", "numpy")
        });

        Outcome outcome = pin("--stack", "conda", "--leave-out", "openai");

        assertRefused(
                outcome,
                1,
                "osx-arm64",
                "pytorch",
                "needs numpy<2",
                "Use numpy 1.26.4 instead of ==2.1.0.",
                "Leave pytorch out.");
        assertThat(folder.resolve("environment.yml")).doesNotExist();
    }

    @Test
    void takesAPythonThatTheChannelHasUnlessThePersonNamesAnother() throws IOException {
        assertRefused(pin("--stack", "conda", "--python", "3.12.1"), 1, "Python 3.12.1 is not on", "3.12.4");
        assertThat(pin("--stack", "conda", "--python", "3.12").status()).isZero();
        assertThat(read("environment.yml")).contains("python=3.12.4");
    }

    @Test
    void takesThePythonThatIsThereWhereThePersonNamedNone() throws IOException {
        assertThat(pin("--stack", "conda").out()).contains("Python 3.12.4", "so that 3.12.4 is taken");
        assertThat(read("specimen.yml")).contains("python: 3.12.4");
        assertRefused(pin("--python", "3.13"), 1, "Python 3.13", "--python 3.12");
    }

    @Test
    void aChannelThatIsNamedAndNotThereIsTold() {
        Outcome outcome = run(
                "write",
                folder.toString(),
                "--stack",
                "conda",
                "--conda-channel",
                home.resolve("none").toString());

        assertRefused(outcome, 2, "no conda channel", "none");
    }

    @Test
    void locksWhatPipInstallsWithTheFilesOfALiveIndex() throws IOException {
        write("main.py", "import numpy, six\n");
        write("answers.yml", "operating-systems: [linux]\n");
        try (FakePyPi pypi = new FakePyPi()) {
            pypi.json(
                    "six",
                    pypi.wheelWithMetadata(
                            "six-1.17.0-py3-none-any.whl",
                            "Metadata-Version: 2.1\nName: six\nVersion: 1.17.0\nRequires-Dist: numpy>=2\n"));

            Outcome outcome =
                    pin("--stack", "docker-conda", "--index-url", pypi.simple().toString());

            assertThat(outcome.error()).isEmpty();
        }
        String lock = read("conda-lock.yml");
        assertThat(CondaLockSchema.faults(lock)).isEmpty();
        assertThat(lock)
                .contains("- name: six\n  version: 1.17.0\n  manager: pip\n  platform: linux-64\n")
                .contains("/six-1.17.0-py3-none-any.whl\n  hash:\n    sha256: ")
                .doesNotContain("- name: numpy\n  version: 2.1.0\n  manager: pip");
        assertThat(read("Dockerfile")).contains("--file conda-lock.yml").doesNotContain("pip install");
        assertThat(read("ENVIRONMENT.md")).doesNotContain("conda's part only");
    }

    @Test
    void theCatalogueKnowsWhatIsOnBiocondaAndNamesThatChannel() throws IOException {
        write("environment.yml", "dependencies: [python=3.12, samtools]\n");

        Outcome outcome = run("write", folder.toString(), "--stack", "conda", "--existing", "replace");

        assertThat(outcome.error()).isEmpty();
        assertThat(read("environment.yml"))
                .contains("channels:\n  - conda-forge\n  - bioconda\n  - nodefaults\n", "- samtools=1.");
    }

    @Test
    void withoutANetworkTheCatalogueAnswersAndThatIsTold() {
        Workbench offline = new Workbench(
                        BareComputer.CATALOGUE,
                        Rulebook::shipped,
                        () -> BareComputer.FACTS,
                        PackageIndexes.catalogueUnlessNamed(BareComputer.CATALOGUE),
                        CondaChannels.ofThisComputer(BareComputer.CATALOGUE))
                .choosingFrom(IndexChoice.USUAL.withOffline(true));

        Proposal proposal = offline.propose(
                Optional.of(offline.open(folder, Progress.NONE)),
                Wishes.NONE.withStack(Optional.of(Stack.CONDA)),
                Progress.NONE);

        assertThat(proposal.sources())
                .anyMatch(note -> note.startsWith("No network was asked.")
                        && note.contains("the catalogue of")
                        && note.contains("no conda-lock.yml"));
        assertThat(proposal.lock().isWhole()).isFalse();
    }

    private Outcome pin(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "write",
                folder.toString(),
                "--answers",
                folder.resolve("answers.yml").toString(),
                "--conda-channel",
                channel.toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    private static String record(String name, String version, String build, String... depends) {
        String number = build.substring(build.lastIndexOf('_') + 1);
        String needs = depends.length == 0 ? "" : "\"" + String.join("\", \"", depends) + "\"";
        return """
                "%1$s-%2$s-%3$s.conda": {"name": "%1$s", "version": "%2$s", "build": "%3$s", "build_number": %4$s,
                 "depends": [%5$s], "md5": "900150983cd24fb0d6963f7d28e17f72"}""".formatted(name, version, build, number, needs);
    }

    private void serve(String platform, String[] records, String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of(records));
        all.addAll(List.of(more));
        Files.createDirectories(channel.resolve(platform));
        Files.writeString(
                channel.resolve(platform).resolve("repodata.json"),
                "{\"packages.conda\": {" + String.join(",", all) + "}}");
    }
}
