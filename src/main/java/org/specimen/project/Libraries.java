package org.specimen.project;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells a package that is published and used by others from the code that belongs to a paper. */
final class Libraries {

    private Libraries() {}

    /** Whether an installable project says itself what it needs, and is more than what a paper left. */
    static boolean isOne(List<SpecFacts> specs, List<ProjectFile> files) {
        return isDeveloped(specs, files)
                && specs.stream()
                        .filter(facts -> !facts.file.contains("/"))
                        .filter(facts -> facts.installable || facts.kind.equals(Optional.of(SpecFileKind.SETUP_CFG)))
                        .flatMap(facts -> facts.wishes.stream())
                        .anyMatch(wish -> wish.role() == Role.RUNTIME);
    }

    /** Whether it asks for tools to develop it, or has tests and documentation. */
    private static boolean isDeveloped(List<SpecFacts> specs, List<ProjectFile> files) {
        Set<String> tops = files.stream()
                .map(file -> file.path().contains("/")
                        ? file.path().substring(0, file.path().indexOf('/'))
                        : "")
                .collect(Collectors.toSet());
        boolean tested = tops.contains("tests") || tops.contains("test");
        boolean documented = tops.contains("docs") || tops.contains("doc");
        return (tested && documented)
                || specs.stream()
                        .flatMap(facts -> facts.wishes.stream())
                        .anyMatch(wish -> wish.role() == Role.DEVELOPMENT);
    }
}
