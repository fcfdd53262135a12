package org.specimen.app;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.specimen.advice.Answers;
import org.specimen.advice.Question;
import org.specimen.files.FileChange;
import org.specimen.plan.EnvironmentPlan;
import org.specimen.plan.PlannedPackage;
import org.specimen.project.Role;
import org.specimen.python.Requirement;

/** Short words for what tests wish and see. */
final class Bench {

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

    /** What a preview would put into the folder, as {@link FolderContents} would then show it. */
    static Map<String, String> files(Preview preview) {
        return preview.comparison().changes().stream()
                .collect(Collectors.toMap(
                        FileChange::path,
                        change -> FolderContents.written(change.after()),
                        (one, other) -> one,
                        TreeMap::new));
    }
}
