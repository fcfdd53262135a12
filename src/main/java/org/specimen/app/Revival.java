package org.specimen.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.specimen.project.Declaration;
import org.specimen.project.FoundPackage;
import org.specimen.project.ProjectFacts;

/** Finds the day on which an old project, whose versions nobody wrote down, was worked on last: it ran with those of then. */
final class Revival {

    /** With the versions of a year later most code still runs. */
    private static final int MONTHS = 12;

    private Revival() {}

    /**
     * The day of the last commit (UTC); empty for a project that is young, that names a version exactly, or that Specimen
     * pinned before.
     *
     * @param now the month that versions would come from else
     */
    static Optional<LocalDate> day(Project project, YearMonth now) {
        ProjectFacts facts = project.facts();
        boolean hasPins = project.plan().isPresent()
                || facts.packages().stream().anyMatch(Revival::isPinned)
                || facts.condaPackages().stream().anyMatch(EarlierPins::isPin);
        return hasPins || facts.packages().isEmpty()
                ? Optional.empty()
                : facts.repository()
                        .flatMap(ProjectFacts.Repository::lastCommit)
                        .map(Revival::day)
                        .filter(day -> YearMonth.from(day).isBefore(now.minusMonths(MONTHS)));
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static boolean isPinned(FoundPackage found) {
        return found.declarations().stream().anyMatch((Declaration declaration) -> EarlierPins.isPin(declaration));
    }
}
