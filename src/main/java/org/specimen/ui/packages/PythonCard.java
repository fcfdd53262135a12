package org.specimen.ui.packages;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.app.MissingPython;
import org.specimen.catalogue.PythonRelease;
import org.specimen.catalogue.PythonReleases;
import org.specimen.index.Months;
import org.specimen.project.ProjectFacts;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;
import org.specimen.python.VersionWords;
import org.specimen.ui.text.Texts;

/**
 * The interpreter, and what else could be taken.
 *
 * @param version the exact one; empty where none could be chosen
 * @param life until when it gets fixes, in words
 * @param missing where a venv needs it and this computer does not have it
 * @param caution whether its life has ended, or the project asks for another
 */
record PythonCard(String version, String life, boolean caution, Optional<MissingPython> missing, List<Choice> choices) {

    private static final Texts TEXTS = Texts.of(PythonCard.class);

    /**
     * A Python to take.
     *
     * @param minor as in 3.12; empty lets Specimen choose
     * @param chosen whether it is what the person wishes now
     */
    record Choice(Optional<String> minor, String text, boolean chosen) {}

    PythonCard {
        choices = List.copyOf(choices);
    }

    /**
     * The card.
     *
     * @param version the exact one, empty where none could be chosen
     * @param wished what the person chose, empty where Specimen chooses
     * @param missing where a venv needs it and this computer does not have it
     */
    static PythonCard of(
            PythonReleases releases,
            Optional<Version> version,
            Optional<String> wished,
            Optional<ProjectFacts> facts,
            Optional<MissingPython> missing,
            YearMonth now) {
        SpecifierSet required = facts.map(known -> known.python().requires()).orElse(SpecifierSet.ANY);
        Optional<PythonRelease> release = version.flatMap(exact -> releases.find(exact.toString()));
        boolean isForbidden =
                version.filter(exact -> !required.contains(exact, true)).isPresent();
        boolean isOver =
                release.filter(known -> known.endOfLife().isBefore(now)).isPresent();
        String life = release.map(known -> life(known, now)).orElse("");
        return new PythonCard(
                version.map(Version::toString).orElse(""),
                isForbidden
                        ? forbidden(required, facts)
                        : isOver && wished.isEmpty() ? old(life, required, facts) : life,
                isForbidden || isOver,
                missing,
                choices(releases, wished, required, now));
    }

    /** Nobody chose it here, so it is said who did: a file that asks for it, or packages that no newer one runs. */
    private static String old(String life, SpecifierSet required, Optional<ProjectFacts> facts) {
        if (required.isAny()) {
            return TEXTS.get("python.over-packages", life);
        }
        return facts.stream()
                .flatMap(known -> known.python().evidence().stream())
                .findFirst()
                .map(place -> TEXTS.get("python.over-asked-in", life, words(required), place))
                .orElseGet(() -> TEXTS.get("python.over-asked", life, words(required)));
    }

    private static String words(SpecifierSet required) {
        return VersionWords.of(required);
    }

    private static String forbidden(SpecifierSet required, Optional<ProjectFacts> facts) {
        return facts.stream()
                .flatMap(known -> known.python().evidence().stream())
                .findFirst()
                .map(place -> TEXTS.get("python.forbidden-in", words(required), place))
                .orElseGet(() -> TEXTS.get("python.forbidden", words(required)));
    }

    /** Until when it gets fixes; its last month counts. */
    static String life(PythonRelease release, YearMonth now) {
        String end = Months.named(release.endOfLife());
        if (release.endOfLife().isBefore(now)) {
            return TEXTS.get("python.over", end);
        }
        return TEXTS.get(release.firstReleased().isAfter(now) ? "python.expected" : "python.until", end);
    }

    private static List<Choice> choices(
            PythonReleases releases, Optional<String> wished, SpecifierSet required, YearMonth now) {
        List<PythonRelease> order = new ArrayList<>(releases.preferred());
        for (int i = releases.all().size() - 1; i >= 0; i--) {
            if (!order.contains(releases.all().get(i))) {
                order.add(releases.all().get(i));
            }
        }
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice(Optional.empty(), TEXTS.get("python.let-specimen"), wished.isEmpty()));
        for (PythonRelease release : order) {
            boolean isForbidden = !required.contains(Version.parse(release.latest()), true);
            choices.add(new Choice(
                    Optional.of(release.minor()),
                    TEXTS.get(
                            isForbidden ? "python.choice-forbidden" : "python.choice",
                            release.minor(),
                            life(release, now),
                            words(required)),
                    wished.flatMap(releases::find).filter(release::equals).isPresent()));
        }
        return choices;
    }
}
