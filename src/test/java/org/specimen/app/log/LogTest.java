package org.specimen.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {

    private static final int BIGGEST_FILE = 1_010_000;

    @TempDir
    Path folder;

    @Test
    void theFileAndTheMemoryHoldTheSame() {
        try (Log log = Log.in(folder)) {
            log.info("opened a project");
            log.warning("no Conda");

            assertThat(files()).hasSize(1);
            assertThat(text().lines()).containsExactlyElementsOf(log.recentLines(10));
            assertThat(text())
                    .containsPattern("(?m)^\\d{4}-\\d\\d-\\d\\dT\\S+ INFO opened a project$")
                    .containsPattern("(?m) WARNING no Conda$");
        }
    }

    @Test
    void noFolderIsMadeBeforeThereIsSomethingToSay() {
        try (Log log = Log.in(folder.resolve("logs"))) {
            assertThat(folder.resolve("logs")).doesNotExist();

            log.info("something");

            assertThat(folder.resolve("logs")).isNotEmptyDirectory();
        }
    }

    @Test
    void secretsAreNeitherInTheFileNorInTheMemory() {
        String login = "https://ada:hunter2hunter2@packages.example/simple";
        try (Log log = Log.in(folder)) {
            log.info("asked " + login);
            log.warning("ran with HF_TOKEN=abcd1234efgh5678 set");
            log.failure(
                    "could not ask " + login,
                    new IllegalStateException(
                            "outside " + login, new IllegalStateException("Authorization: Bearer 0123456789abcdef")));

            assertThat(text())
                    .isNotEmpty()
                    .contains("packages.example")
                    .doesNotContain("hunter2", "abcd1234", "0123456789abcdef");
            assertThat(String.join("\n", log.recentLines(1000)))
                    .contains("packages.example")
                    .doesNotContain("hunter2", "abcd1234", "0123456789abcdef");
        }
    }

    @Test
    void anEntryIsOneLineThatNoTerminalObeys() {
        try (Log log = Log.in(folder)) {
            log.info("first\nsecond\u001B[2J\u202Ethird\r\n");

            assertThat(text().lines()).hasSize(1);
            assertThat(text()).contains("first second").doesNotContain("\u001B", "\u202E", "\r");
        }
    }

    @Test
    void aLongEntryIsCut() {
        try (Log log = Log.in(folder)) {
            log.info("x".repeat(1_000_000));

            assertThat(text().length()).isBetween(2000, 2100);
            assertThat(text().strip()).endsWith("…");
        }
    }

    @Test
    void theFilesAreThreeOfBoundedSizeAndHoldTheNewest() {
        try (Log log = Log.in(folder)) {
            String filling = "x".repeat(1900);
            IntStream.rangeClosed(1, 2500).forEach(number -> log.info(number + "# " + filling));

            Map<String, String> files = files();
            assertThat(files).hasSize(3);
            assertThat(files.values()).allMatch(text -> text.length() < BIGGEST_FILE);
            assertThat(files.values()).anyMatch(text -> text.contains(" 2500# "));
            assertThat(files.values()).noneMatch(text -> text.contains(" INFO 1# "));
        }
    }

    @Test
    void theMemoryHoldsTheLastThousandLines() {
        Log log = Log.inMemory();

        IntStream.rangeClosed(1, 1200).forEach(number -> log.info("entry " + number));

        List<String> lines = log.recentLines(5000);
        assertThat(lines).hasSize(1000);
        assertThat(lines.get(0)).endsWith("entry 201");
        assertThat(log.recentLines(2)).hasSize(2).last().asString().endsWith("entry 1200");
    }

    @Test
    void aTraceIsWrittenOnceHoweverOftenTheFailureComesBy() {
        IllegalStateException failure = new IllegalStateException("broken");
        Log log = Log.inMemory();

        log.failure("in the background", failure);
        int first = log.recentLines(1000).size();
        log.failure("in the window", failure);

        assertThat(first).isGreaterThan(3);
        assertThat(log.recentLines(1000)).hasSize(first + 1);
        assertThat(log.recentLines(1).get(0)).contains("in the window", "broken, as above");
    }

    @Test
    void aRecursionWithoutEndIsCut() {
        Log log = Log.inMemory();
        IllegalStateException deep = new IllegalStateException("0");
        for (int depth = 1; depth < 300; depth++) {
            deep = new IllegalStateException(Integer.toString(depth), deep);
        }

        log.failure("deep", deep);

        assertThat(log.recentLines(1000)).hasSize(201);
    }

    @Test
    void aFolderThatCannotBeWrittenToStopsNothing() throws IOException {
        Path taken = Files.writeString(folder.resolve("logs"), "a file lies here");

        try (Log log = Log.in(taken)) {
            log.info("first");
            log.info("second");

            assertThat(log.recentLines(10)).hasSize(3);
            assertThat(log.recentLines(10)).anyMatch(line -> line.contains("kept in memory only"));
        }
        assertThat(taken).hasContent("a file lies here");
    }

    @Test
    void twoAtTheSameTimeDoNotWriteIntoEachOther() {
        try (Log one = Log.in(folder);
                Log other = Log.in(folder)) {
            one.info("of the one");
            other.info("of the other");

            assertThat(files()).hasSize(2);
            assertThat(files().values()).allMatch(text -> text.lines().count() == 1);
        }
    }

    @Test
    void theNextRunGoesOnBelowTheLast() {
        try (Log log = Log.in(folder)) {
            log.info("yesterday");
        }
        try (Log log = Log.in(folder)) {
            log.info("today");
        }

        assertThat(text().lines()).hasSize(2).first().asString().endsWith("yesterday");
    }

    @Test
    void aFolderMayHaveAPercentSignInItsName() {
        Path odd = folder.resolve("100%t %u");
        try (Log log = Log.in(odd)) {
            log.info("here");
        }

        assertThat(odd.resolve("specimen-0.0.log")).exists();
    }

    private String text() {
        return String.join("", files().values());
    }

    /** The texts of the log's files by their names; locks are none. */
    private Map<String, String> files() {
        try (Stream<Path> all = Files.list(folder)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file :
                    all.filter(each -> each.toString().endsWith(".log")).toList()) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
            return texts;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
