package org.specimen.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.specimen.catalogue.Elsewhere;
import org.specimen.project.Evidence;
import org.specimen.project.FoundPackage;
import org.specimen.project.ProjectFacts;
import org.specimen.project.UnknownModule;
import org.specimen.python.PackageName;

/** The JSON of {@code specimen scan --json}; its shape is documented in the README. */
final class ScanJson {

    private ScanJson() {}

    static Map<String, Object> of(ProjectFacts facts, double seconds) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("project", facts.name());
        json.put("packages", packages(facts, false));
        json.put("onlyAskedFor", packages(facts, true));
        json.put(
                "unknownModules",
                facts.unknownModules().stream().map(ScanJson::of).toList());
        json.put(
                "python",
                JsonObject.of(
                        "requires", facts.python().requires().toString(),
                        "evidence", places(facts.python().evidence())));
        json.put("specFiles", facts.specFiles().stream().map(ScanJson::of).toList());
        json.put(
                "condaPackages",
                facts.condaPackages().stream()
                        .map(declared -> JsonObject.of(
                                "spec", declared.spec().toString(), "evidence", place(declared.evidence())))
                        .toList());
        json.put(
                "systemPackages",
                facts.systemPackages().stream()
                        .map(found -> JsonObject.of("name", found.name(), "evidence", place(found.evidence())))
                        .toList());
        json.put(
                "gpu",
                JsonObject.of(
                        "needed",
                        facts.gpu().need().name().toLowerCase(Locale.ROOT),
                        "evidence",
                        places(facts.gpu().evidence())));
        json.put(
                "models",
                facts.models().stream()
                        .map(model -> JsonObject.of(
                                "name",
                                model.name(),
                                "revision",
                                model.revision(),
                                "evidence",
                                place(model.evidence())))
                        .toList());
        json.put(
                "secrets",
                facts.secrets().stream()
                        .map(secret -> JsonObject.of("key", secret.key(), "evidence", place(secret.evidence())))
                        .toList());
        json.put("warnings", facts.warnings().stream().map(ScanJson::of).toList());
        json.put("data", of(facts.data()));
        facts.repository().ifPresent(repository -> json.put("repository", of(repository)));
        json.put("filesRead", facts.files().read());
        json.put("seconds", seconds);
        return json;
    }

    private static Map<String, Object> of(ProjectFacts.Data data) {
        return JsonObject.of(
                "files", data.files(),
                "bytes", data.bytes(),
                "largest",
                        data.largest().stream()
                                .map(file -> JsonObject.of("file", file.path(), "bytes", file.bytes()))
                                .toList());
    }

    private static Map<String, Object> of(ProjectFacts.Repository repository) {
        return JsonObject.of(
                "remote",
                repository.remote(),
                "lastCommit",
                repository.lastCommit().map(Instant::toString));
    }

    private static List<Map<String, Object>> packages(ProjectFacts facts, boolean onlyAskedFor) {
        return facts.packages().stream()
                .filter(found -> found.onlyAskedFor() == onlyAskedFor)
                .map(ScanJson::of)
                .toList();
    }

    private static Map<String, Object> of(FoundPackage found) {
        return JsonObject.of(
                "name", found.name().value(),
                "imports", found.imports(),
                "role", found.role().key(),
                "evidence", places(found.evidence()),
                "confidence", found.confidence().name().toLowerCase(Locale.ROOT),
                "alternatives",
                        found.alternatives().stream().map(PackageName::value).toList());
    }

    private static Map<String, Object> of(UnknownModule module) {
        return JsonObject.of(
                "module", module.name(),
                "evidence", places(module.evidence()),
                "kind", module.elsewhere().map(elsewhere -> elsewhere.kind().key()),
                "from", module.elsewhere().map(Elsewhere::from));
    }

    private static Map<String, Object> of(ProjectFacts.SpecFile file) {
        return JsonObject.of(
                "path", file.path(),
                "kind", file.kind().key(),
                "packages", file.packages().stream().map(PackageName::value).toList());
    }

    private static Map<String, Object> of(ProjectFacts.Warning warning) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", warning.kind());
        json.putAll(place(warning.evidence()));
        json.put("message", warning.message());
        return json;
    }

    private static List<Map<String, Object>> places(List<Evidence> evidence) {
        return evidence.stream().map(ScanJson::place).toList();
    }

    /** The cell is there for notebooks only; a line of 0 means the file as a whole. */
    private static Map<String, Object> place(Evidence evidence) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", evidence.file());
        if (evidence.cell() > 0) {
            json.put("cell", evidence.cell());
        }
        json.put("line", evidence.line());
        return json;
    }
}
