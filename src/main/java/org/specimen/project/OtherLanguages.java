package org.specimen.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says once for each other language that the project has code in it. */
final class OtherLanguages {

    private static final Set<String> R_FILES = Set.of("renv.lock", "install.r", "rprofile");

    private OtherLanguages() {}

    /** @param code what was read as Python; a document among it is no other language */
    static List<ProjectFacts.Warning> warnings(List<ProjectFile> files, List<CodeFacts> code) {
        Set<String> python = code.stream().map(facts -> facts.file).collect(Collectors.toSet());
        List<ProjectFacts.Warning> warnings = new ArrayList<>();
        add(
                "R",
                files.stream()
                        .filter(file -> isR(file) && !python.contains(file.path()))
                        .toList(),
                warnings);
        add("Julia", files.stream().filter(file -> hasEnding(file, ".jl")).toList(), warnings);
        return warnings;
    }

    private static boolean isR(ProjectFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return R_FILES.contains(name)
                || hasEnding(file, ".r")
                || hasEnding(file, ".rmd")
                || file.path().equals("DESCRIPTION");
    }

    private static boolean hasEnding(ProjectFile file, String ending) {
        String name = file.name().toLowerCase(Locale.ROOT);
        return name.endsWith(ending) && !name.startsWith("._");
    }

    private static void add(String language, List<ProjectFile> files, List<ProjectFacts.Warning> warnings) {
        if (files.isEmpty()) {
            return;
        }
        int more = files.size() - 1;
        String others = more == 0 ? "" : more == 1 ? ", as in one more file" : ", as in " + more + " more files";
        warnings.add(new ProjectFacts.Warning(
                WarningKind.OTHER_LANGUAGE.key(),
                Evidence.of(files.get(0).path()),
                "It is " + language + others + ". The packages of " + language
                        + " were not read, and the environment does not bring them."));
    }
}
