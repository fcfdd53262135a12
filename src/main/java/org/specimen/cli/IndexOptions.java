package org.specimen.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.specimen.app.IndexChoice;
import org.specimen.problem.BadInput;
import picocli.CommandLine.Option;

/** The options that say where versions come from. */
final class IndexOptions {

    @Option(
            names = "--index-url",
            paramLabel = "URL",
            description = "Takes versions from this package index alone, as in https://pypi.example.org/simple/."
                    + " Without it, from the one in Specimen's or pip's settings, or PyPI.")
    @Nullable
    String index;

    @Option(
            names = "--extra-index-url",
            paramLabel = "URL",
            description = "Takes versions from this package index too. It counts like the other, as with pip.")
    List<String> extra = List.of();

    @Option(
            names = "--offline",
            description = "Asks no network: versions come from what was read before, and from the catalogue.")
    boolean offline;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "Takes versions as they were at the end of this day, as in 2023-03-31.")
    @Nullable
    String asOf;

    @Option(
            names = "--upgrade",
            description =
                    "Chooses versions anew that are pinned already, as --as-of does. What you wrote by hand stays.")
    boolean upgrade;

    /** @throws BadInput if an address or the date cannot be understood */
    IndexChoice read() {
        IndexChoice choice = IndexChoice.USUAL
                .withExtra(extra)
                .withOffline(offline)
                .withUpgrade(upgrade)
                .withAsOf(Optional.ofNullable(asOf).map(IndexOptions::day));
        return index == null ? choice : choice.withIndex(index);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException noDate) {
            throw new BadInput("--as-of is a date as in 2023-03-31, not \"" + text + "\".", noDate);
        }
    }
}
