package org.specimen.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import javafx.application.Platform;
import org.specimen.advice.Rulebook;
import org.specimen.app.Workbench;
import org.specimen.app.log.Log;
import org.specimen.app.store.SettingsStore;
import org.specimen.app.store.UserFolders;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.Distribution;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.machine.Appearance;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.MachineFacts.Engine;
import org.specimen.machine.MachineFacts.InstalledPython;
import org.specimen.machine.OperatingSystem;
import org.specimen.python.PackageName;
import org.specimen.ui.session.Desktop;
import org.specimen.ui.session.Proofs;
import org.specimen.ui.session.ScriptedProofs;
import org.specimen.ui.task.TaskRunner;

/** A computer of which everything is known: a laptop with Linux and a Python, and without Conda and Docker. */
final class FixedComputer {

    /** A Monday morning. */
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-16T09:41:00Z"), ZoneOffset.UTC);

    private static final Catalogue CATALOGUE = Catalogue.open();
    private static final MachineFacts FACTS = new MachineFacts(
            OperatingSystem.LINUX,
            TargetPlatform.LINUX_X86_64,
            List.of(new InstalledPython(Path.of("/usr/bin/python3"), "3.12.3")),
            List.of(),
            Engine.NONE);

    static final Workbench WORKBENCH = new Workbench(CATALOGUE, Rulebook::shipped, () -> FACTS);

    private FixedComputer() {}

    /**
     * What a window stands on here.
     *
     * @param home the person's home folder
     * @param background where work is done that can wait
     */
    static Surroundings surroundings(Path home, Clock clock, Desktop desktop, Executor background) {
        return surroundings(home, clock, desktop, new ScriptedProofs(), background);
    }

    /**
     * What a window stands on here.
     *
     * @param proofs what comes of building an environment
     */
    static Surroundings surroundings(Path home, Clock clock, Desktop desktop, Proofs proofs, Executor background) {
        Log log = Log.inMemory();
        UserFolders folders = UserFolders.of(Map.of(), home, OperatingSystem.LINUX);
        return new Surroundings(
                WORKBENCH,
                proofs,
                CATALOGUE,
                folders,
                new SettingsStore(folders).load(),
                clock,
                () -> Appearance.UNKNOWN,
                samples(home),
                desktop,
                new TaskRunner(background, Platform::runLater, failure -> log.failure("in a test", failure)),
                log);
    }

    /** Names of distributions of which versions are known, the most popular of each letter first. */
    static List<String> popularPackages(int count) {
        List<List<PackageName>> byLetter = "abcdefghijklmnopqrstuvwxyz"
                .chars()
                .mapToObj(letter -> CATALOGUE.complete(Character.toString(letter), count))
                .toList();
        return IntStream.range(0, count)
                .boxed()
                .flatMap(place ->
                        byLetter.stream().filter(names -> place < names.size()).map(names -> names.get(place)))
                .filter(name -> CATALOGUE
                        .distribution(name)
                        .flatMap(Distribution::newestVersion)
                        .isPresent())
                .limit(count)
                .map(PackageName::value)
                .toList();
    }

    /** A module that each of these packages is known to bring, for code that imports it. */
    static List<String> modulesOf(List<String> packages) {
        return packages.stream()
                .flatMap(name -> CATALOGUE.distribution(PackageName.of(name)).stream())
                .flatMap(distribution -> distribution.releases().stream()
                        .flatMap(release -> release.importNames().stream())
                        .limit(1))
                .toList();
    }

    /** Where samples are copied to. */
    static Path samples(Path home) {
        return home.resolve("specimen-samples");
    }
}
