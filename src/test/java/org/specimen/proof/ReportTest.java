package org.specimen.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.specimen.proof.Proof.ResultComparison;

class ReportTest {

    @TempDir
    Path folder;

    private static Proof proof(Verdict verdict, List<ResultComparison> results) {
        return new Proof(
                "map-analysis",
                Instant.parse("2026-11-22T10:00:00Z"),
                Duration.ofSeconds(75),
                verdict,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Proof.Run(
                        List.of("python", "a.py", "--token=abc123def"),
                        0,
                        RunOutcome.End.BY_ITSELF,
                        Duration.ofSeconds(3),
                        Optional.empty())),
                results,
                new Proof.Computer("Debian", "a processor", 4, 8_000_000_000L, Optional.empty()),
                List.of(new Trouble("<script>alert('x')</script> & co", "")),
                List.of());
    }

    @Test
    void aPageStandsByItselfAndQuotesNothingAsMarkup() {
        String page = ReportPage.of(proof(Verdict.RAN, List.of()));
        assertThat(page)
                .contains("&lt;script&gt;alert('x')&lt;/script&gt; &amp; co", "<html lang=\"en\">", "in 1 min 15 s")
                .doesNotContain("<script", "http:", "https:", "abc123def");
    }

    @Test
    void theFilesTakeThePlaceOfThoseBefore() {
        ProofReport.write(proof(Verdict.RAN, List.of()), folder);
        ProofReport.write(
                proof(
                        Verdict.DIFFERS,
                        List.of(new ResultComparison(
                                "a.csv", ResultComparison.Kind.NUMBERS, Optional.of("Line 1 differs."), false))),
                folder);
        assertThat(folder.resolve(ProofReport.JSON))
                .content()
                .contains("\"verdict\" : \"differs\"", "\"started\" : \"2026-11-22T10:00:00Z\"")
                .contains("It ran, but a.csv differs here.");
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().endsWith(".new"));
    }
}
