package org.specimen.app;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.specimen.advice.PythonToGet;
import org.specimen.advice.Recommendation.Missing;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.Distribution;
import org.specimen.catalogue.PythonRelease;
import org.specimen.catalogue.Release;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.InstalledPython;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/**
 * The Python of a plan, where this computer does not have it: a venv cannot bring one. It is told and changes no file;
 * to take another is the person's decision.
 *
 * @param minor the one that is planned, as in {@code 3.13}
 * @param here the newest one on this computer that the project and its packages allow; empty where there is none
 * @param toGet how to get the one that is planned
 */
public record MissingPython(String minor, Optional<String> here, Missing toGet) {

    static Optional<MissingPython> of(
            EnvironmentPlan plan, ProjectFacts facts, MachineFacts machine, Catalogue catalogue) {
        String wanted = minor(plan.python());
        List<String> installed = machine.pythons().stream()
                .map(InstalledPython::version)
                .flatMap(text -> Version.tryParse(text).stream())
                .sorted(Comparator.reverseOrder())
                .map(MissingPython::minor)
                .distinct()
                .toList();
        if (installed.contains(wanted)) {
            return Optional.empty();
        }
        Optional<String> here = installed.stream()
                .flatMap(minor -> catalogue.pythonReleases().find(minor).stream())
                .filter(release -> release.status() != PythonRelease.Status.END_OF_LIFE)
                .filter(release -> suits(Version.parse(release.latest()), plan, facts, catalogue))
                .map(PythonRelease::minor)
                .findFirst();
        return Optional.of(new MissingPython(wanted, here, PythonToGet.of(wanted, machine)));
    }

    private static boolean suits(Version python, EnvironmentPlan plan, ProjectFacts facts, Catalogue catalogue) {
        return facts.python().requires().contains(python, true)
                && plan.directPackages().stream().allMatch(planned -> admits(planned, python, catalogue));
    }

    /** Whether one of the releases that are asked for admits a Python, as far as their metadata is known. */
    private static boolean admits(PlannedPackage planned, Version python, Catalogue catalogue) {
        List<Release> asked = catalogue.distribution(planned.name()).stream()
                .map(Distribution::releases)
                .flatMap(List::stream)
                .filter(release -> planned.requirement().specifiers().contains(release.version(), true))
                .toList();
        return asked.isEmpty()
                || asked.stream()
                        .anyMatch(release -> release.requiresPython()
                                .orElse(SpecifierSet.ANY)
                                .contains(python, true));
    }

    private static String minor(Version version) {
        return version.major() + "." + version.minor();
    }
}
