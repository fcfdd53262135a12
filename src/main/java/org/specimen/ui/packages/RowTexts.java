package org.specimen.ui.packages;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.plan.PackageManager;
import org.specimen.project.Evidence;
import org.specimen.ui.text.Texts;

/** The words of a row. */
final class RowTexts {

    private static final Texts TEXTS = Texts.of(RowTexts.class);

    private RowTexts() {}

    static String version(PackageRow row) {
        if (!row.version().isEmpty()) {
            return row.version();
        }
        boolean isOpen = row.asked().isEmpty() && row.kind() != PackageRow.Kind.LEFT_OUT;
        return isOpen ? TEXTS.get("version.any") : asked(row.asked());
    }

    /** One version as it is called, several as they were asked for. */
    static String asked(String specifiers) {
        boolean isOne = specifiers.matches("==[^=,*]+");
        return isOne ? specifiers.substring(2) : specifiers;
    }

    static String versionWhole(PackageRow row) {
        return row.asked().isEmpty() || row.version().isEmpty()
                ? version(row)
                : row.version() + "\n" + TEXTS.get("detail.asked", row.asked());
    }

    static String from(PackageRow row) {
        return row.from().map(RowTexts::from).orElseGet(() -> row.canChange() ? TEXTS.get("from.any") : "");
    }

    static String from(PackageManager manager) {
        return TEXTS.get("from." + manager.key());
    }

    /** The first file, and how many more there are, briefly: this column is narrow. */
    static String found(PackageRow row) {
        List<String> files =
                row.places().stream().map(Evidence::file).distinct().toList();
        if (!files.isEmpty()) {
            return files.size() == 1 ? files.get(0) : TEXTS.get("found.more", files.get(0), files.size() - 1);
        }
        return otherwise(row);
    }

    static String foundWhole(PackageRow row) {
        if (row.kind() == PackageRow.Kind.NEEDED && !row.neededBy().isEmpty()) {
            return TEXTS.get("found.needed", String.join(", ", row.neededBy()));
        }
        return row.places().isEmpty()
                ? otherwise(row)
                : row.places().stream().map(Evidence::toString).collect(Collectors.joining("\n"));
    }

    private static String otherwise(PackageRow row) {
        return switch (row.kind()) {
            case NEEDED -> needed(row.neededBy());
            case OPTION -> TEXTS.get("found.option");
            case CHOSEN -> TEXTS.get("found.hand");
            case CONDA_ONLY, LEFT_OUT -> "";
        };
    }

    private static String needed(List<String> by) {
        return switch (by.size()) {
            case 0 -> TEXTS.get("found.needed-unknown");
            case 1 -> TEXTS.get("found.needed", by.get(0));
            default -> TEXTS.get("found.needed-more", by.get(0), by.size() - 1);
        };
    }

    static String state(PackageRow row) {
        return TEXTS.get(key(row));
    }

    static String stateWhole(PackageRow row) {
        boolean onChannel = row.state() == PackageRow.State.VERIFIED
                && row.from().filter(PackageManager.CONDA::equals).isPresent();
        return TEXTS.get(key(row) + (onChannel ? ".help.conda" : ".help"));
    }

    private static String key(PackageRow row) {
        return "state." + row.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason, without the place that stands in the column before it. */
    static String why(PackageRow row) {
        return row.places().stream()
                .map(place -> TEXTS.get("why.at", place))
                .filter(row.why()::endsWith)
                .findFirst()
                .map(place -> row.why().substring(0, row.why().length() - place.length()))
                .orElse(row.why());
    }

    /** Everything about a row in one line, for whoever cannot hover. */
    static String whole(PackageRow row) {
        return Stream.of(
                        (row.name() + " " + row.version()).strip(),
                        row.asked().isEmpty() ? "" : TEXTS.get("detail.asked", row.asked()),
                        from(row),
                        foundWhole(row).replace("\n", "; "),
                        row.why(),
                        stateWhole(row))
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining("  \u00b7  "));
    }
}
