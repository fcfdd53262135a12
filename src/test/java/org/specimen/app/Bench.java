package org.specimen.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.specimen.advice.Answers;
import org.specimen.advice.Question;
import org.specimen.advice.Rulebook;
import org.specimen.catalogue.Catalogue;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.files.FileChange;
import org.specimen.machine.MachineFacts;
import org.specimen.machine.OperatingSystem;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.Role;
import org.specimen.python.Requirement;

/** A workbench on a bare Linux computer, and short words for what tests wish and see. */
final class Bench {

    static final Workbench WORKBENCH = new Workbench(
            Catalogue.open(),
            Rulebook::shipped,
            () -> new MachineFacts(
                    OperatingSystem.LINUX,
                    TargetPlatform.LINUX_X86_64,
                    List.of(),
                    List.of(),
                    MachineFacts.Engine.NONE));

    private Bench() {}

    static PlannedPackage wished(String requirement) {
        return new PlannedPackage(
                Requirement.parse(requirement), Optional.empty(), Optional.empty(), Role.RUNTIME, "added by hand");
    }

    static Answers answers(Question question, String... values) {
        return new Answers(Map.of(question, List.of(values)));
    }

    static List<String> packages(EnvironmentPlan plan) {
        return plan.packages().stream()
                .map(planned -> planned.requirement().toString())
                .toList();
    }

    static List<String> pins(Proposal proposal) {
        return proposal.lock().pip().stream().map(pin -> pin.name().value()).toList();
    }

    /** What a preview would put into the folder, by path. */
    static Map<String, String> files(Preview preview) {
        return preview.comparison().changes().stream()
                .collect(Collectors.toMap(FileChange::path, FileChange::after, (one, other) -> one, TreeMap::new));
    }

    /** What lies in a folder, but for Specimen's own state. */
    static Map<String, String> contents(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!path.startsWith(".specimen/")) {
                    contents.put(path, Files.readString(file));
                }
            }
            return contents;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
