package org.specimen.proof;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.specimen.format.Credentials;

/** A proof as a page that stands by itself: no script, nothing from elsewhere, made to be printed too. */
final class ReportPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final Map<Station, String> STATIONS = Map.of(
            Station.TOOL, "Tool",
            Station.BASE_IMAGE, "Base image",
            Station.BUILD, "Environment",
            Station.IMPORTS, "Packages and imports",
            Station.RUN, "Run",
            Station.COMPARE, "Comparison",
            Station.REPORT, "Report");

    private final StringBuilder html = new StringBuilder();

    private ReportPage() {}

    static String of(Proof proof) {
        ReportPage page = new ReportPage();
        page.head(proof);
        page.trouble(proof);
        page.results(proof);
        page.runs(proof);
        page.environment(proof);
        page.stations(proof);
        page.packages(proof);
        page.notes(proof);
        page.html.append("</main>\n</body>\n</html>\n");
        return page.html.toString();
    }

    private void head(Proof proof) {
        boolean good = proof.verdict() != Verdict.FAILED && proof.verdict() != Verdict.DIFFERS;
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
                .append(escaped("Reproducibility report: " + proof.project()))
                .append("</title>\n<style>\n")
                .append(Resources.text("report.css"))
                .append("</style>\n</head>\n<body>\n<main>\n<h1>")
                .append(escaped("Reproducibility report: " + proof.project()))
                .append("</h1>\n<p class=\"quiet\">")
                .append(escaped(TIME.format(proof.started()) + ", in " + shown(proof.took())))
                .append("</p>\n<p class=\"verdict ")
                .append(good ? "good" : "bad")
                .append("\"><span>")
                .append(escaped((good ? "✓ " : "✗ ") + VerdictSentence.of(proof)))
                .append("</span></p>\n");
    }

    private void trouble(Proof proof) {
        if (!proof.trouble().isEmpty()) {
            title("What did not work");
            html.append("<ul>\n");
            proof.trouble()
                    .forEach(one ->
                            html.append("<li>").append(escaped(one.text())).append("</li>\n"));
            html.append("</ul>\n");
        }
    }

    private void results(Proof proof) {
        if (!proof.results().isEmpty()) {
            title("Results, against the researcher's");
            table(
                    List.of("Result", "Compared by", "Outcome"),
                    proof.results().stream()
                            .map(result -> List.of(
                                    result.path(),
                                    lower(result.kind().name()),
                                    result.difference().orElse("the same")
                                            + (result.random() ? " Two runs here differ too." : "")))
                            .toList());
        }
    }

    private void runs(Proof proof) {
        if (!proof.runs().isEmpty()) {
            title("Runs");
            table(
                    List.of("What was run", "How it ended", "Time"),
                    proof.runs().stream()
                            .map(run -> List.of(
                                    Credentials.without(String.join(" ", run.words()))
                                            + run.notebook()
                                                    .map(name -> " (saved as " + name + ")")
                                                    .orElse(""),
                                    run.end() == RunOutcome.End.BY_ITSELF
                                            ? "exit status " + run.status()
                                            : lower(run.end().name()),
                                    shown(run.took())))
                            .toList());
        }
    }

    private void environment(Proof proof) {
        title("Environment and computer");
        List<List<String>> rows = new ArrayList<>();
        proof.environment().ifPresent(environment -> {
            rows.add(List.of("Kind", environment.stack().title()));
            rows.add(List.of("Made by", environment.tool()));
            rows.add(List.of("Where", environment.location()));
            rows.add(List.of("Platform", environment.platform()));
            environment.image().ifPresent(image -> {
                rows.add(List.of("Image", image.id()));
                image.bytes().ifPresent(bytes -> rows.add(List.of("Size", bytes / 1_000_000 + " MB")));
                rows.add(List.of("Starts from", image.base()));
                rows.add(List.of("Its digest", image.baseDigest().orElse("not known: it came from no registry")));
            });
            if (!environment.systemPackages().isEmpty()) {
                rows.add(List.of("System packages", String.join(", ", environment.systemPackages())));
            }
        });
        Proof.Computer computer = proof.computer();
        rows.add(List.of("System", computer.system()));
        rows.add(List.of("Processor", computer.processor() + ", " + computer.cores() + " cores"));
        rows.add(List.of("Memory", computer.memoryBytes() / 1_000_000_000 + " GB"));
        rows.add(List.of("GPU", computer.gpu().orElse("none found")));
        table(List.of("What", "Value"), rows);
    }

    private void stations(Proof proof) {
        title("Station by station");
        table(
                List.of("Station", "State", "Summary", "Time"),
                proof.stations().stream()
                        .map(one -> List.of(
                                STATIONS.getOrDefault(
                                        one.station(), lower(one.station().name())),
                                lower(one.state().name()),
                                one.summary(),
                                shown(one.took())))
                        .toList());
    }

    private void packages(Proof proof) {
        if (!proof.imports().isEmpty()) {
            title("Imports");
            table(
                    List.of("Module", "First imported in", "Outcome"),
                    proof.imports().stream()
                            .map(one -> List.of(
                                    one.module() + (one.optional() ? " (optional)" : ""),
                                    one.evidence().toString(),
                                    one.error().orElse("works")))
                            .toList());
        }
        if (!proof.distributions().isEmpty()) {
            title("Pinned packages");
            table(
                    List.of("Package", "Pinned", "There"),
                    proof.distributions().stream()
                            .map(one -> List.of(
                                    one.name().toString(),
                                    one.pinned().toString(),
                                    one.holds() ? "yes" : one.installed().orElse("missing")))
                            .toList());
        }
        if (!proof.installed().isEmpty()) {
            title("All that is installed");
            html.append("<p>")
                    .append(escaped(proof.installed().stream()
                            .map(one -> one.name() + " " + one.version())
                            .collect(Collectors.joining(", "))))
                    .append("</p>\n");
        }
    }

    private void notes(Proof proof) {
        if (!proof.notes().isEmpty()) {
            title("Notes");
            html.append("<ul>\n");
            proof.notes()
                    .forEach(note -> html.append("<li>").append(escaped(note)).append("</li>\n"));
            html.append("</ul>\n");
        }
    }

    private void title(String text) {
        html.append("<h2>").append(escaped(text)).append("</h2>\n");
    }

    private void table(List<String> heads, List<List<String>> rows) {
        html.append("<table>\n<thead><tr>");
        heads.forEach(
                head -> html.append("<th scope=\"col\">").append(escaped(head)).append("</th>"));
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>").append(escaped(cell)).append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String shown(Duration took) {
        long seconds = took.toSeconds();
        if (seconds >= 3600) {
            return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
        }
        return seconds >= 60
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "�");
    }
}
