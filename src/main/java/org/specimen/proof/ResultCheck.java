package org.specimen.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.specimen.problem.OutsideFailure;
import org.specimen.proof.Proof.ResultComparison;

/**
 * Compares what the runs made with what the researcher has, and the runs with each other.
 *
 * @param ran each run of the subject, at least one
 */
record ResultCheck(ProofRequest request, List<SubjectRun> ran) {

    /** Compares them; empty if there is nothing to compare. */
    List<ResultComparison> look(Subject subject) {
        Path project = request.environment().folder();
        Map<String, ResultComparison> all = new LinkedHashMap<>();
        Set<String> random = new HashSet<>();
        for (String path : request.expected()) {
            boolean isSubject = subject instanceof Subject.Notebook notebook
                    && notebook.path().equals(path);
            if (!isSubject) {
                compareFile(path, project.resolve(path), path, all, random);
            }
        }
        if (subject instanceof Subject.Notebook notebook) {
            compareNotebook(notebook, project, all, random);
        }
        return all.values().stream()
                .map(result -> new ResultComparison(
                        result.path(), result.kind(), result.difference(), random.contains(result.path())))
                .toList();
    }

    private void compareNotebook(
            Subject.Notebook notebook, Path project, Map<String, ResultComparison> all, Set<String> random) {
        String executed = SubjectRun.executedName(notebook.path());
        Path original = project.resolve(notebook.path());
        try {
            if (NotebookOutputs.read(notebook.path(), Files.readAllBytes(original))
                    .hasOutputs()) {
                compareFile(notebook.path(), original, executed, all, random);
            }
        } catch (IOException unreadable) {
            throw new OutsideFailure(notebook.path() + " cannot be read to be compared.", unreadable);
        }
    }

    private void compareFile(
            String path, Path theirs, String made, Map<String, ResultComparison> all, Set<String> random) {
        Path first = ran.get(0).results().resolve(made);
        Results.compare(path, theirs, first, request.tolerance()).forEach(result -> all.put(result.path(), result));
        for (SubjectRun again : ran.subList(1, ran.size())) {
            if (Files.isRegularFile(first)) {
                Results.compare(path, first, again.results().resolve(made), request.tolerance()).stream()
                        .filter(result -> !result.same())
                        .forEach(result -> {
                            random.add(result.path());
                            all.putIfAbsent(result.path(), result);
                        });
            }
        }
    }

    /** What two runs tell about chance, with the places that draw random numbers; empty if nothing. */
    Optional<String> chance(List<ResultComparison> results) {
        if (results.stream().noneMatch(ResultComparison::random)) {
            return request.runs() > 1 && results.stream().anyMatch(result -> !result.same())
                    ? Optional.of(
                            "Two runs here gave the same: what differs comes from the computer, the environment or"
                                    + " the data, and not from chance.")
                    : Optional.empty();
        }
        String places =
                request.unseeded().stream().map(Object::toString).limit(5).collect(Collectors.joining("; "));
        return Optional.of(
                places.isEmpty()
                        ? "Two runs here differ. The scan saw no random numbers without a seed: the order of a set (set"
                                + " PYTHONHASHSEED), threads, the time or a server may be the cause."
                        : "Two runs here differ. Random numbers are drawn without a seed: " + places
                                + ". Set a seed there.");
    }
}
