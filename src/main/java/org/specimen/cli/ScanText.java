package org.specimen.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.specimen.project.Confidence;
import org.specimen.project.Evidence;
import org.specimen.project.FileSize;
import org.specimen.project.FoundPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.project.Role;

/** What a scan found, for a person to read in a terminal. */
final class ScanText {

    private static final int SHOWN_PLACES = 3;
    private static final int MOST_OF_A_KIND = 100;

    private ScanText() {}

    static List<String> of(ProjectFacts facts) {
        List<String> lines = new ArrayList<>();
        lines.add(facts.name() + ": " + Counted.of(facts.files().pythonFiles(), "Python file") + ", "
                + Counted.of(facts.files().notebooks(), "notebook") + ", "
                + Counted.of(facts.packages().size(), "package"));
        lines.addAll(nothingFound(facts));
        section(lines, "Packages", packages(facts, false));
        section(lines, "Asked for, and not seen to be used", packages(facts, true));
        section(
                lines,
                "From conda, not Python",
                facts.condaPackages().stream()
                        .map(declared -> declared.spec() + "  " + declared.evidence())
                        .toList());
        section(
                lines,
                "Python",
                facts.python().requires().isAny()
                        ? List.of()
                        : List.of(facts.python().requires()
                                + places(facts.python().evidence())));
        section(
                lines,
                "Asked for in",
                facts.specFiles().stream()
                        .map(file ->
                                file.path() + "  " + Counted.of(file.packages().size(), "package"))
                        .toList());
        section(
                lines,
                "Graphics processor",
                facts.gpu().need() == ProjectFacts.GpuNeed.NONE
                        ? List.of()
                        : List.of(need(facts.gpu().need()) + places(facts.gpu().evidence())));
        section(
                lines,
                "Pretrained models",
                facts.models().stream()
                        .map(model -> model.name()
                                + model.revision().map(at -> " at " + at).orElse(", no revision") + "  "
                                + model.evidence())
                        .toList());
        section(
                lines,
                "Keys read from the environment",
                facts.secrets().stream()
                        .map(secret -> secret.key() + "  " + secret.evidence())
                        .toList());
        section(lines, "Files that look like data", data(facts.data()));
        section(
                lines,
                "Git repository",
                facts.repository().map(ScanText::repository).orElse(List.of()));
        section(lines, "What would break or change a rerun", warnings(facts.warnings()));
        return lines;
    }

    /** A kind that is everywhere is cut short. */
    private static List<String> warnings(List<ProjectFacts.Warning> warnings) {
        Map<String, List<ProjectFacts.Warning>> byKind = warnings.stream()
                .collect(Collectors.groupingBy(ProjectFacts.Warning::kind, LinkedHashMap::new, Collectors.toList()));
        List<String> lines = new ArrayList<>();
        byKind.values().forEach(ofAKind -> {
            ofAKind.stream()
                    .limit(MOST_OF_A_KIND)
                    .forEach(warning -> lines.add(warning.evidence() + ": " + warning.message()));
            int left = ofAKind.size() - MOST_OF_A_KIND;
            if (left > 0) {
                lines.add(ofAKind.get(MOST_OF_A_KIND).evidence() + ": Here and onward: "
                        + Counted.of(left, "more place") + " like this.");
            }
        });
        return lines;
    }

    private static List<String> data(ProjectFacts.Data data) {
        List<String> lines = new ArrayList<>();
        if (data.files() > 0) {
            lines.add(Counted.of(data.files(), "file") + ", " + FileSize.words(data.bytes()));
            data.largest().stream()
                    .limit(SHOWN_PLACES)
                    .forEach(file -> lines.add(file.path() + "  " + FileSize.words(file.bytes())));
            int more = data.files() - lines.size() + 1;
            if (more > 0) {
                lines.add("and " + more + " more");
            }
        }
        return lines;
    }

    private static List<String> repository(ProjectFacts.Repository repository) {
        List<String> lines = new ArrayList<>();
        lines.add(repository.remote().orElse("kept on this computer only: it has no remote"));
        repository
                .lastCommit()
                .ifPresent(when -> lines.add("last commit on " + LocalDate.ofInstant(when, ZoneOffset.UTC) + " (UTC)"));
        return lines;
    }

    /** A word where there is nothing that an environment could be made for. */
    static List<String> nothingFound(ProjectFacts facts) {
        boolean nothing = facts.files().pythonFiles() == 0
                && facts.files().notebooks() == 0
                && facts.packages().isEmpty()
                && facts.condaPackages().isEmpty();
        return nothing ? List.of("No Python code and no list of packages was found here.") : List.of();
    }

    private static List<String> packages(ProjectFacts facts, boolean onlyAskedFor) {
        List<FoundPackage> packages = facts.packages().stream()
                .filter(found -> found.onlyAskedFor() == onlyAskedFor)
                .toList();
        int width = packages.stream()
                .mapToInt(found -> found.name().value().length())
                .max()
                .orElse(0);
        return packages.stream()
                .map(found -> found.name()
                        + " ".repeat(width - found.name().value().length())
                        + places(found.evidence())
                        + remark(found))
                .toList();
    }

    private static String remark(FoundPackage found) {
        List<String> remarks = new ArrayList<>();
        if (found.role() == Role.OPTIONAL) {
            remarks.add("optional");
        } else if (found.role() == Role.DEVELOPMENT) {
            remarks.add("for development");
        }
        if (found.confidence() == Confidence.GUESSED) {
            remarks.add("guessed from the import");
        }
        return remarks.isEmpty() ? "" : "  (" + String.join(", ", remarks) + ")";
    }

    private static String places(List<Evidence> evidence) {
        String shown = String.join(
                "; ",
                evidence.stream().limit(SHOWN_PLACES).map(Evidence::toString).toList());
        int more = evidence.size() - SHOWN_PLACES;
        return (shown.isEmpty() ? "" : "  " + shown) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String need(ProjectFacts.GpuNeed need) {
        return switch (need) {
            case NONE -> "not used";
            case WHEELS -> "used through packages that bring their own CUDA";
            case MPS -> "used through Apple's Metal";
            case CUDA -> "used with a CUDA toolkit";
        };
    }

    private static void section(List<String> lines, String title, List<String> content) {
        if (!content.isEmpty()) {
            lines.add("");
            lines.add(title);
            content.forEach(line -> lines.add("  " + line));
        }
    }
}
