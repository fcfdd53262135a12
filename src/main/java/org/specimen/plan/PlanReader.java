package org.specimen.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.specimen.advice.AnswersFile;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.MatchSpec;
import org.specimen.format.Yaml;
import org.specimen.format.YamlFields;
import org.specimen.format.YamlNode.Mapping;
import org.specimen.format.YamlNode.Scalar;
import org.specimen.problem.BadInput;
import org.specimen.python.PackageName;
import org.specimen.python.Version;

/** Reads specimen.yml, telling the line and column of what cannot be right. */
final class PlanReader {

    private final String file;
    private final YamlFields fields;
    private final Map<List<String>, Object> unknown = new LinkedHashMap<>();

    PlanReader(String file) {
        this.file = file;
        this.fields = new YamlFields(file);
    }

    EnvironmentPlan read(String text) {
        Mapping top = Yaml.readMapping(file, text);
        checkSchema(top);
        keepUnknown(List.of(), top, PlanKeys.TOP);
        return fields.checked(
                top,
                () -> new EnvironmentPlan(
                        fields.required(top, PlanKeys.NAME, EnvironmentPlan::checkedName),
                        AnswersFile.read(file, fields.mapping(top, PlanKeys.ANSWERS)),
                        fields.required(top, PlanKeys.STACK, PlanParts::stack),
                        fields.required(top, PlanKeys.PYTHON, Version::parse),
                        platforms(top),
                        fields.entries(top, PlanKeys.PACKAGES, this::planned),
                        fields.entries(top, PlanKeys.CONDA_PACKAGES, this::plannedFromConda),
                        fields.values(top, PlanKeys.LEFT_OUT, PackageName::of),
                        options(top),
                        written(top),
                        unknown,
                        frozen(top)));
    }

    private void checkSchema(Mapping top) {
        Scalar schema = fields.scalar(
                PlanKeys.SCHEMA,
                top.get(PlanKeys.SCHEMA)
                        .orElseThrow(() -> new BadInput(file
                                + " has no \"schema\" line, so it is not a plan of Specimen's. Add \"schema: "
                                + PlanFile.SCHEMA
                                + "\" at its top, or move the file away.")));
        if (!schema.text().matches("[0-9]{1,9}")) {
            throw fields.at(schema, "the schema is a number, and here is \"" + schema.text() + "\".");
        }
        int number = Integer.parseInt(schema.text());
        if (number > PlanFile.SCHEMA) {
            throw fields.at(
                    schema,
                    "this plan was written by a newer Specimen (schema " + number + "; this one knows "
                            + PlanFile.SCHEMA + "). Update Specimen to use it.");
        }
        if (number < 1) {
            throw fields.at(schema, "there is no schema " + number + "; the first is 1.");
        }
    }

    private Set<TargetPlatform> platforms(Mapping top) {
        List<TargetPlatform> platforms = fields.values(
                top,
                PlanKeys.PLATFORMS,
                key -> TargetPlatform.ofKey(key)
                        .orElseThrow(() -> new IllegalArgumentException("the platforms are "
                                + String.join(
                                        ", ",
                                        Arrays.stream(TargetPlatform.values())
                                                .map(TargetPlatform::key)
                                                .toList())
                                + ", not \"" + key + "\"")));
        return platforms.isEmpty() ? Set.of() : EnumSet.copyOf(platforms);
    }

    private PlannedPackage planned(Mapping entry) {
        PlannedPackage planned = PlanParts.planned(fields, entry);
        keepUnknown(List.of(PlanKeys.PACKAGES, planned.name().value()), entry, PlanKeys.PACKAGE);
        return planned;
    }

    private PlannedCondaPackage plannedFromConda(Mapping entry) {
        MatchSpec spec = fields.required(entry, PlanKeys.SPEC, MatchSpec::parse);
        keepUnknown(List.of(PlanKeys.CONDA_PACKAGES, spec.toString()), entry, PlanKeys.CONDA_PACKAGE);
        return new PlannedCondaPackage(
                spec, fields.text(entry, PlanKeys.WHY).map(Scalar::text).orElse(""));
    }

    private Options options(Mapping top) {
        Mapping options = fields.mapping(top, PlanKeys.OPTIONS);
        keepUnknown(List.of(PlanKeys.OPTIONS), options, PlanKeys.OPTION);
        return PlanParts.options(fields, options);
    }

    private Frozen frozen(Mapping top) {
        Mapping frozen = fields.mapping(top, PlanKeys.FROZEN);
        keepUnknown(List.of(PlanKeys.FROZEN), frozen, PlanKeys.FROZEN_KEYS);
        return PlanParts.frozen(fields, frozen);
    }

    private SortedMap<String, String> written(Mapping top) {
        SortedMap<String, String> written = new TreeMap<>();
        fields.mapping(top, PlanKeys.WRITTEN)
                .entries()
                .forEach(entry -> written.put(
                        fields.converted(entry.key(), PlanReader::pathInProject),
                        fields.scalar(entry.key().text(), entry.value()).text()));
        return written;
    }

    private static String pathInProject(String path) {
        boolean inside = !path.isEmpty()
                && path.indexOf('\0') < 0
                && !path.startsWith("/")
                && !path.contains("\\")
                && !List.of(path.split("/")).contains("..");
        if (!inside) {
            throw new IllegalArgumentException("\"" + path + "\" is no file of the project");
        }
        return path;
    }

    private void keepUnknown(List<String> path, Mapping mapping, List<String> known) {
        YamlFields.others(mapping, known).forEach((key, value) -> {
            List<String> full = new ArrayList<>(path);
            full.add(key);
            unknown.put(List.copyOf(full), value);
        });
    }
}
