package org.specimen.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.specimen.files.FileChange;
import org.specimen.files.WriteReport;
import org.specimen.proof.LogLine;
import org.specimen.proof.Proof;
import org.specimen.proof.ProofListener;
import org.specimen.proof.Station;
import org.specimen.proof.StationState;
import org.specimen.proof.Trouble;
import org.specimen.proof.Trouble.Fix;
import org.specimen.proof.VerdictSentence;

/** What a build says, for a person to read in a terminal. */
final class BuildText {

    private BuildText() {}

    /** What came of it. */
    static List<String> of(Proof proof, Optional<Path> report) {
        Lines lines = new Lines().add("").add(VerdictSentence.of(proof));
        lines.section(
                "What did not work",
                proof.trouble().stream().map(BuildText::trouble).toList());
        lines.section(
                "Results",
                proof.results().stream()
                        .map(result -> result.path() + ": "
                                + result.difference().orElse("the same")
                                + (result.random() ? " Two runs here differ too." : ""))
                        .toList());
        lines.section("To know", proof.notes());
        report.ifPresent(file -> lines.section("Report", List.of(file.toString())));
        return lines.all();
    }

    /** What is wrong and what to do, as far as that can be done at a terminal. */
    static String trouble(Trouble trouble) {
        StringBuilder text = new StringBuilder(trouble.text());
        for (Fix fix : trouble.fixes()) {
            if (fix instanceof Fix.ReplaceExisting) {
                text.append(" Or run it once more with --replace-existing.");
            }
            if (fix instanceof Fix.TypeCommand command) {
                text.append(" Type: ").append(command.command());
            }
        }
        return text.toString();
    }

    /** What was written of what was really there. */
    static List<String> frozen(WriteReport report) {
        return new Lines()
                .section(
                        report.written().isEmpty() ? "Nothing had to be frozen" : "Frozen",
                        report.written().isEmpty()
                                ? List.of("The files say already what was there.")
                                : report.written().stream()
                                        .map(FileChange::path)
                                        .toList())
                .all();
    }

    /** Shows stations and lines as they come. */
    static class Live implements ProofListener {

        private final Terminal terminal;

        Live(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void stationChanged(Station station, StationState state, String summary, Duration took) {
            if (state != StationState.WAITING && state != StationState.SKIPPED) {
                String name = station.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                String word = state == StationState.RUNNING ? "…" : state.name().toLowerCase(Locale.ROOT);
                terminal.line(name + ": " + word + (summary.isEmpty() ? "" : ", " + summary));
                terminal.flush();
            }
        }

        @Override
        public void logged(LogLine line) {
            terminal.line("  " + line.text());
            terminal.flush();
        }
    }
}
