package org.specimen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.specimen.index.FakePyPi;

/** Versions from an index on loopback, asked for at the terminal. */
@Timeout(60)
class LiveIndexCommandTest extends AtTheTerminal {

    private static final String METADATA = "Metadata-Version: 2.1\nName: %s\nVersion: %s\nRequires-Python: >=3.9\n";

    private final FakePyPi pypi = new FakePyPi();

    @BeforeEach
    void serve() throws IOException {
        pypi.json(
                "six",
                wheel("six", "7.1.0", "2026-03-01"),
                wheel("six", "7.2.0", "2026-05-01"),
                FakePyPi.entry("six-7.2.0.tar.gz", new byte[] {7}));
        write("requirements.in", "six\n");
        write("main.py", "import six\n");
    }

    private String wheel(String name, String version, String day, String... more) {
        return pypi.wheelWithMetadata(
                        name + "-" + version + "-py3-none-any.whl",
                        METADATA.formatted(name, version) + String.join("\n", more))
                .replace("2026-03-01", day);
    }

    @AfterEach
    void stop() {
        pypi.close();
    }

    @Test
    void takesVersionsFromTheIndexThatIsNamed() throws IOException {
        Outcome outcome = run(
                "write",
                folder.toString(),
                "--stack",
                "venv",
                "--index-url",
                pypi.simple().toString());

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(read("requirements.txt"))
                .contains("six==7.2.0 \\")
                .contains("--hash=sha256:"
                        + FakePyPi.sha256("six-7.2.0-py3-none-any.whl".getBytes(StandardCharsets.UTF_8)))
                .contains("--hash=sha256:" + FakePyPi.sha256(new byte[] {7}));
    }

    @Test
    void takesVersionsAsTheyWereOnADay() throws IOException {
        Outcome outcome = run(
                "write",
                folder.toString(),
                "--stack",
                "venv",
                "--as-of",
                "2026-04-30",
                "--index-url",
                pypi.simple().toString());

        assertThat(outcome.status()).isZero();
        assertThat(read("requirements.txt")).contains("six==7.1.0");
    }

    @Test
    void anIndexThatIsNamedAndGoneIsToldAndNothingIsWritten() {
        String address = pypi.simple().toString();
        pypi.close();

        Outcome outcome = run("write", folder.toString(), "--stack", "venv", "--index-url", address);

        assertRefused(outcome, 3, "takes no connections");
        assertThat(folder.resolve("requirements.txt")).doesNotExist();
    }

    @Test
    void aLoginInAnAddressIsShownNowhere() throws IOException {
        String address = pypi.simple().toString().replace("//", "//me:hidden@");

        Outcome outcome = run("write", folder.toString(), "--stack", "venv", "--index-url", address);

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()
                        + outcome.error()
                        + read("requirements.txt")
                        + read("specimen.yml")
                        + read("ENVIRONMENT.md"))
                .doesNotContain("hidden");
        assertThat(pypi.server().questions().get(0).headers().getFirst("Authorization"))
                .startsWith("Basic ");
    }

    @Test
    void anAddressOrADateThatIsNoneIsRefused() {
        assertRefused(run("write", folder.toString(), "--index-url", "pypi"), 2, "--index-url");
        assertRefused(run("write", folder.toString(), "--as-of", "yesterday"), 2, "2023-03-31");
    }

    @Test
    void writesAPylockWhereItIsAskedForAndFromThenOn() throws IOException {
        String address = pypi.simple().toString();

        run("write", folder.toString(), "--stack", "venv", "--pylock", "--index-url", address);
        String first = read("pylock.toml");
        Outcome again = run("write", folder.toString(), "--index-url", address, "--dry-run");

        assertThat(first)
                .contains("lock-version = \"1.0\"")
                .contains("name = \"six\"\nversion = \"7.2.0\"")
                .contains("sdist = { name = \"six-7.2.0.tar.gz\"")
                .contains("hashes = { sha256 = \"" + FakePyPi.sha256(new byte[] {7}) + "\" }");
        assertThat(again.out()).contains("unchanged  pylock.toml");
    }

    @Test
    void aPylockThatCannotBeHadIsToldWithTheReason() throws IOException {
        Files.delete(folder.resolve("requirements.in"));

        Outcome offline = run("write", folder.toString(), "--stack", "venv", "--pylock", "--offline");

        assertThat(offline.status()).isZero();
        assertThat(folder.resolve("pylock.toml")).doesNotExist();
        assertThat(offline.out().replaceAll("\\s+", " "))
                .contains("Not written pylock.toml was asked for and is not written: it needs the hash of every file")
                .contains("Have the files written again with a network.");
        assertThat(read("ENVIRONMENT.md"))
                .contains("pylock.toml was asked for and is not written")
                .doesNotContain("`pylock.toml` |");

        Outcome online = run(
                "write",
                folder.toString(),
                "--upgrade",
                "--index-url",
                pypi.simple().toString());

        assertThat(online.out()).contains("new        pylock.toml").doesNotContain("Not written");
        assertThat(read("ENVIRONMENT.md")).contains("| `pylock.toml` |").doesNotContain("not written");
    }

    @Test
    void aPylockNamesWhatHasNoHash() {
        pypi.html(
                "six",
                "<a href=\"../../files/six-7.2.0-py3-none-any.whl\" data-dist-info-metadata=\"true\">six-7.2.0-py3-none-any.whl</a>");

        Outcome outcome = run(
                "write",
                folder.toString(),
                "--stack",
                "venv",
                "--pylock",
                "--dry-run",
                "--index-url",
                pypi.simple().toString());

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.out().replaceAll("\\s+", " ")).contains("the index has none for six.");
    }

    @Test
    void withoutANetworkNobodyIsAsked() {
        Outcome outcome = run(
                "write",
                folder.toString(),
                "--stack",
                "venv",
                "--offline",
                "--index-url",
                pypi.simple().toString());

        assertThat(outcome.status()).isZero();
        assertThat(pypi.server().questions()).isEmpty();
    }

    @Test
    void locksAgainWhatThePlanSays() throws IOException {
        String address = pypi.simple().toString();
        run("write", folder.toString(), "--stack", "venv", "--index-url", address);
        pypi.json(
                "six",
                wheel("six", "7.2.0", "2026-05-01"),
                wheel("six", "7.3.0", "2026-05-02"),
                FakePyPi.entry("six-7.2.0.tar.gz", new byte[] {8}));

        Outcome outcome = run("lock", folder.toString(), "--index-url", address);

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.status()).isZero();
        assertThat(read("requirements.txt"))
                .contains("six==7.2.0")
                .contains("--hash=sha256:" + FakePyPi.sha256(new byte[] {8}))
                .doesNotContain(FakePyPi.sha256(new byte[] {7}));
    }

    @Test
    void keepsWhatIsPinnedUntilAnUpgradeIsAskedFor() throws IOException {
        String address = pypi.simple().toString();
        Files.delete(folder.resolve("requirements.in"));
        run("write", folder.toString(), "--stack", "venv", "--index-url", address);
        pypi.json("six", wheel("six", "7.2.0", "2026-05-01"), wheel("six", "7.3.0", "2026-05-02"));

        run("lock", folder.toString(), "--index-url", address);
        assertThat(read("requirements.txt")).contains("six==7.2.0");
        run("lock", folder.toString(), "--index-url", address, "--upgrade");
        assertThat(read("requirements.txt")).contains("six==7.3.0");
        run("lock", folder.toString(), "--index-url", address, "--as-of", "2026-05-01");
        assertThat(read("requirements.txt")).contains("six==7.2.0");
    }

    /** It stands in a file of the person's own, but it was Specimen that wrote the version there. */
    @Test
    void anUpgradeCountsOverTheVersionThatSpecimenWroteIntoAFileOfTheirs() throws IOException {
        write("requirements.in", "# what we need\nsix\n");
        String address = pypi.simple().toString();
        run("write", folder.toString(), "--stack", "venv", "--index-url", address);
        assertThat(read("requirements.in")).contains("# what we need").contains("six==7.2.0");
        pypi.json("six", wheel("six", "7.2.0", "2026-05-01"), wheel("six", "7.3.0", "2026-05-02"));

        run("write", folder.toString(), "--index-url", address);
        assertThat(read("requirements.txt")).contains("six==7.2.0");
        Outcome upgraded = run("write", folder.toString(), "--index-url", address, "--upgrade");

        assertThat(read("requirements.txt")).contains("six==7.3.0");
        assertThat(read("requirements.in")).contains("# what we need").contains("six==7.3.0");
        assertThat(upgraded.out()).doesNotContain("Written by hand");
    }

    @Test
    void anUpgradeLeavesAVersionThatWasWrittenByHandAndSaysSo() throws IOException {
        write("requirements.in", "six==7.1.0\n");
        String address = pypi.simple().toString();
        run("write", folder.toString(), "--stack", "venv", "--index-url", address);

        Outcome upgraded = run("write", folder.toString(), "--index-url", address, "--upgrade");

        assertThat(read("requirements.txt")).contains("six==7.1.0");
        assertThat(upgraded.out().replaceAll("\\s+", " "))
                .contains("Written by hand, so it stays as it is: six 7.1.0.");

        write("requirements.in", read("requirements.in").replace("7.1.0", "7.2.0"));
        run("write", folder.toString(), "--index-url", address);
        assertThat(read("requirements.txt")).contains("six==7.2.0");
    }

    @Test
    void anOldProjectWithoutVersionsIsToldOfThoseOfItsLastCommit() throws IOException {
        String hash = "a".repeat(40);
        Files.createDirectories(folder.resolve(".git/logs"));
        write(".git/HEAD", hash + "\n");
        write(
                ".git/logs/HEAD",
                "0".repeat(40) + " " + hash + " A B <a@example.org> 1679047200 +0000\tcommit: tables\n");

        Outcome today = run("write", folder.toString(), "--offline", "--stack", "venv", "--dry-run");
        Outcome then =
                run("write", folder.toString(), "--offline", "--stack", "venv", "--dry-run", "--as-of", "2023-03-17");

        assertThat(today.out().replaceAll("\\s+", " "))
                .contains("Did it run with older versions? The last commit is of 2023-03-17")
                .contains("--as-of 2023-03-17");
        assertThat(then.out()).doesNotContain("Did it run with older versions?");
    }

    @Test
    void explainsAConflictAndEndsWithOne() throws IOException {
        pypi.json("old", wheel("old", "1.0", "2026-03-01", "Requires-Dist: six<7.2"));
        write("requirements.in", "six>=7.2\nold\n");

        Outcome outcome = run(
                "write",
                folder.toString(),
                "--stack",
                "venv",
                "--index-url",
                pypi.simple().toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.error())
                .contains("old in every version needs six<7.2.")
                .contains("The project needs six>=7.2.")
                .contains("Use six 7.1.0 instead of >=7.2.");
    }

    @Test
    void aRareNameThatLooksLikeAPopularOneIsQuestionedUntilItIsConfirmed() throws IOException {
        pypi.json("numpyy", wheel("numpyy", "1.0", "2026-03-01"));
        write("requirements.in", "numpyy\n");
        String address = pypi.simple().toString();

        Outcome looked = run("write", folder.toString(), "--stack", "venv", "--index-url", address, "--dry-run");

        assertThat(looked.status()).isZero();
        assertThat(looked.out().replaceAll("\\s+", " "))
                .contains("Is the name right? Few use numpyy, and very many use numpy. Did you mean that?")
                .contains("--confirm-name numpyy");

        Outcome asked = run("write", folder.toString(), "--stack", "venv", "--index-url", address);

        assertRefused(asked, 1, "numpyy", "Few use numpyy, and very many use numpy.", "--confirm-name numpyy");
        assertThat(folder.resolve("requirements.txt")).doesNotExist();

        Outcome confirmed =
                run("write", folder.toString(), "--stack", "venv", "--index-url", address, "--confirm-name", "numpyy");
        Outcome later = run("write", folder.toString(), "--index-url", address);

        assertThat(confirmed.out()).doesNotContain("Is the name right?");
        assertThat(later.out()).doesNotContain("Is the name right?");
        assertThat(read("specimen.yml")).contains("confirmed-names:\n  - numpyy\n");
    }

    @Test
    void aNameThatNobodyKnowsAndThatLooksLikeAPopularOneIsNotPinned() throws IOException {
        write("requirements.in", "scikit-lern==1.5\nno-such-lab-thing==2.0\n");

        Outcome refused = run("write", folder.toString(), "--offline", "--stack", "venv");

        assertRefused(refused, 1, "scikit-lern", "Did you mean scikit-learn?", "--confirm-name scikit-lern");
        assertThat(refused.error()).doesNotContain("no-such-lab-thing");
        Outcome confirmed =
                run("write", folder.toString(), "--offline", "--stack", "venv", "--confirm-name", "scikit-lern");
        assertThat(confirmed.status()).isZero();
        assertThat(read("requirements.txt")).contains("scikit-lern==1.5").contains("no-such-lab-thing==2.0");
    }

    @Test
    void thereMustBeAPlanToLock() {
        assertRefused(run("lock", folder.toString()), 2, "There is no specimen.yml and no environment.yml");
    }
}
