package org.specimen.ui.project;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.specimen.project.Evidence;
import org.specimen.project.FileSize;
import org.specimen.project.ProjectFacts;
import org.specimen.project.ProjectFacts.GpuNeed;
import org.specimen.ui.project.Reading.Finding;
import org.specimen.ui.project.Reading.Place;
import org.specimen.ui.text.Texts;

/** What a scan found that breaks nothing, and that a rerun needs all the same. */
final class WorthRecording {

    private static final Texts TEXTS = Texts.of(WorthRecording.class);

    private WorthRecording() {}

    static List<Finding> of(ProjectFacts facts) {
        List<Finding> all = new ArrayList<>();
        add(
                all,
                "spec-files",
                facts.specFiles().stream()
                        .map(file -> new Place(
                                file.path(),
                                TEXTS.counted("summary.package", file.packages().size()))));
        add(
                all,
                "python",
                at(facts.python().evidence(), facts.python().requires().toString()));
        add(
                all,
                "gpu",
                facts.gpu().need() == GpuNeed.NONE
                        ? Stream.of()
                        : at(
                                facts.gpu().evidence(),
                                TEXTS.get("worth.gpu." + facts.gpu().need())));
        add(
                all,
                "models",
                facts.models().stream()
                        .map(model -> at(
                                model.evidence(),
                                model.revision()
                                        .map(state -> TEXTS.get("worth.model.revision", model.name(), state))
                                        .orElseGet(() -> TEXTS.get("worth.model", model.name())))));
        add(all, "secrets", facts.secrets().stream().map(secret -> at(secret.evidence(), secret.key())));
        add(
                all,
                "system-packages",
                facts.systemPackages().stream().map(needed -> at(needed.evidence(), needed.name())));
        add(
                all,
                "conda-packages",
                facts.condaPackages().stream()
                        .map(declared -> at(declared.evidence(), declared.spec().toString())));
        add(
                all,
                facts.data().largest().size() < facts.data().files() ? "data.largest" : "data",
                facts.data().largest().stream().map(file -> new Place(file.path(), FileSize.words(file.bytes()))),
                facts.data().files(),
                FileSize.words(facts.data().bytes()));
        add(all, "repository", facts.repository().stream().map(WorthRecording::repository));
        return all;
    }

    private static Place repository(ProjectFacts.Repository repository) {
        return new Place(
                repository.remote().orElseGet(() -> TEXTS.get("worth.repository.alone")),
                repository
                        .lastCommit()
                        .map(when -> TEXTS.get("worth.repository.commit", LocalDate.ofInstant(when, ZoneOffset.UTC)))
                        .orElseGet(() -> TEXTS.get("worth.repository.unknown")));
    }

    private static Stream<Place> at(List<Evidence> evidence, String what) {
        return evidence.stream().map(where -> at(where, what));
    }

    private static Place at(Evidence where, String what) {
        return new Place(where.toString(), what);
    }

    /** @param values what the title holds */
    private static void add(List<Finding> all, String kind, Stream<Place> places, Object... values) {
        List<Place> found = places.toList();
        if (!found.isEmpty()) {
            all.add(new Finding(TEXTS.get("worth." + kind, values), false, found));
        }
    }
}
