package org.specimen.proof;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.specimen.format.Credentials;
import org.specimen.project.Evidence;
import org.specimen.proof.Trouble.Fix;

/**
 * A proof as data. Durations are in seconds, times are UTC as ISO 8601 writes them, sizes are in bytes:
 *
 * <pre>
 * {"schema": 1, "project", "verdict": "reproduced|ran|differs|built|failed", "sentence", "started", "seconds",
 *  "environment": {"stack", "location", "tool", "platform", "systemPackages": [],
 *                  "image": {"id", "bytes", "base", "baseDigest", "steps", "stepsReused"} or null} or null,
 *  "stations": [{"station", "state", "summary", "seconds"}],
 *  "distributions": [{"name", "pinned", "installed", "holds"}],
 *  "installed": [{"name", "version"}],
 *  "imports": [{"module", "optional", "evidence": {"file", "cell", "line"}, "works", "error", "explanation"}],
 *  "runs": [{"words": [], "status", "end", "seconds", "notebook"}],
 *  "results": [{"path", "kind", "same", "difference", "random"}],
 *  "computer": {"system", "processor", "cores", "memoryBytes", "gpu"},
 *  "trouble": [{"what", "whatToDo", "fixes": [{"kind", "value"}]}], "notes": []}
 * </pre>
 */
public final class ReportData {

    private ReportData() {}

    /** The document, ready to be written as JSON. */
    public static Map<String, Object> of(Proof proof) {
        return object(
                "schema", 1,
                "project", proof.project(),
                "verdict", lower(proof.verdict()),
                "sentence", VerdictSentence.of(proof),
                "started", proof.started().toString(),
                "seconds", seconds(proof.took()),
                "environment", proof.environment().map(ReportData::environment),
                "stations", proof.stations().stream().map(ReportData::station).toList(),
                "distributions",
                        proof.distributions().stream()
                                .map(one -> object(
                                        "name", one.name(),
                                        "pinned", one.pinned(),
                                        "installed", one.installed(),
                                        "holds", one.holds()))
                                .toList(),
                "installed",
                        proof.installed().stream()
                                .map(one -> object("name", one.name(), "version", one.version()))
                                .toList(),
                "imports", proof.imports().stream().map(ReportData::importCheck).toList(),
                "runs", proof.runs().stream().map(ReportData::run).toList(),
                "results", proof.results().stream().map(ReportData::result).toList(),
                "computer", computer(proof.computer()),
                "trouble", proof.trouble().stream().map(ReportData::trouble).toList(),
                "notes", proof.notes());
    }

    private static Map<String, Object> environment(EnvironmentIdentity environment) {
        return object(
                "stack", environment.stack().key(),
                "location", environment.location(),
                "tool", environment.tool(),
                "platform", environment.platform(),
                "systemPackages", environment.systemPackages(),
                "image", environment.image().map(ReportData::image));
    }

    private static Map<String, Object> image(EnvironmentIdentity.Image image) {
        return object(
                "id", image.id(),
                "bytes", boxed(image.bytes()),
                "base", image.base(),
                "baseDigest", image.baseDigest(),
                "steps", image.steps(),
                "stepsReused", image.stepsReused());
    }

    private static Optional<Long> boxed(OptionalLong number) {
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }

    private static Map<String, Object> station(Proof.StationReport report) {
        return object(
                "station", lower(report.station()),
                "state", lower(report.state()),
                "summary", report.summary(),
                "seconds", seconds(report.took()));
    }

    private static Map<String, Object> importCheck(Proof.ImportCheck check) {
        Evidence evidence = check.evidence();
        return object(
                "module", check.module(),
                "optional", check.optional(),
                "evidence", object("file", evidence.file(), "cell", evidence.cell(), "line", evidence.line()),
                "works", check.works(),
                "error", check.error(),
                "explanation", check.trouble().map(Trouble::text));
    }

    private static Map<String, Object> run(Proof.Run run) {
        return object(
                "words", run.words().stream().map(Credentials::without).toList(),
                "status", run.status(),
                "end", lower(run.end()),
                "seconds", seconds(run.took()),
                "notebook", run.notebook());
    }

    private static Map<String, Object> result(Proof.ResultComparison result) {
        return object(
                "path", result.path(),
                "kind", lower(result.kind()),
                "same", result.same(),
                "difference", result.difference(),
                "random", result.random());
    }

    private static Map<String, Object> computer(Proof.Computer computer) {
        return object(
                "system", computer.system(),
                "processor", computer.processor(),
                "cores", computer.cores(),
                "memoryBytes", computer.memoryBytes(),
                "gpu", computer.gpu());
    }

    private static Map<String, Object> trouble(Trouble trouble) {
        List<Map<String, Object>> fixes = trouble.fixes().stream()
                .map(fix -> {
                    if (fix instanceof Fix.AddSystemPackage add) {
                        return object("kind", "add-system-package", "value", add.name());
                    }
                    if (fix instanceof Fix.AddJupyterLab) {
                        return object("kind", "add-package", "value", "jupyterlab");
                    }
                    if (fix instanceof Fix.ReplaceExisting replace) {
                        return object("kind", "replace-existing", "value", replace.name());
                    }
                    return fix instanceof Fix.AddPackage add
                            ? object("kind", "add-package", "value", add.name())
                            : object("kind", "type-command", "value", ((Fix.TypeCommand) fix).command());
                })
                .toList();
        return object("what", trouble.what(), "whatToDo", trouble.whatToDo(), "fixes", fixes);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            fields.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return fields;
    }
}
