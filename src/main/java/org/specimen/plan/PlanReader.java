package org.specimen.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.specimen.advice.Answers;
import org.specimen.advice.AnswersFile;
import org.specimen.advice.Stack;
import org.specimen.catalogue.TargetPlatform;
import org.specimen.conda.CondaName;
import org.specimen.conda.MatchSpec;
import org.specimen.format.Yaml;
import org.specimen.format.YamlNode;
import org.specimen.format.YamlNode.Mapping;
import org.specimen.format.YamlNode.Scalar;
import org.specimen.format.YamlNode.Sequence;
import org.specimen.format.YamlWriter;
import org.specimen.problem.BadInput;
import org.specimen.project.Role;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.Version;

/** Reads specimen.yml, telling the line and column of what cannot be right. */
final class PlanReader {

    private final String file;
    private final Map<List<String>, Object> unknown = new LinkedHashMap<>();

    PlanReader(String file) {
        this.file = file;
    }

    EnvironmentPlan read(String text) {
        Mapping top = Yaml.readMapping(file, text);
        checkSchema(top);
        keepUnknown(List.of(), top, PlanKeys.TOP);
        return checked(
                top,
                () -> new EnvironmentPlan(
                        required(top, PlanKeys.NAME, EnvironmentPlan::checkedName),
                        top.get(PlanKeys.ANSWERS)
                                .map(node -> AnswersFile.read(file, mapping(PlanKeys.ANSWERS, node)))
                                .orElse(Answers.NONE),
                        required(top, PlanKeys.STACK, this::stack),
                        required(top, PlanKeys.PYTHON, Version::parse),
                        platforms(top),
                        entries(top, PlanKeys.PACKAGES, this::planned),
                        entries(top, PlanKeys.CONDA_PACKAGES, this::plannedFromConda),
                        values(top, PlanKeys.LEFT_OUT, PackageName::of),
                        options(top),
                        written(top),
                        unknown));
    }

    private void checkSchema(Mapping top) {
        Scalar schema = scalar(
                PlanKeys.SCHEMA,
                top.get(PlanKeys.SCHEMA)
                        .orElseThrow(() -> new BadInput(file
                                + " has no \"schema\" line, so it is not a plan of Specimen's. Add \"schema: "
                                + PlanFile.SCHEMA
                                + "\" at its top, or move the file away.")));
        if (!schema.text().matches("[0-9]{1,9}")) {
            throw at(schema, "the schema is a number, and here is \"" + schema.text() + "\".");
        }
        int number = Integer.parseInt(schema.text());
        if (number > PlanFile.SCHEMA) {
            throw at(
                    schema,
                    "this plan was written by a newer Specimen (schema " + number + "; this one knows "
                            + PlanFile.SCHEMA + "). Update Specimen to use it.");
        }
        if (number < 1) {
            throw at(schema, "there is no schema " + number + "; the first is 1.");
        }
    }

    private Stack stack(String key) {
        return Stack.ofKey(key)
                .orElseThrow(() -> new IllegalArgumentException("the stack is one of "
                        + String.join(
                                ", ",
                                Arrays.stream(Stack.values()).map(Stack::key).toList()) + ", not \"" + key + "\""));
    }

    private Set<TargetPlatform> platforms(Mapping top) {
        List<TargetPlatform> platforms = values(
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
        Requirement requirement = required(entry, PlanKeys.REQUIRES, Requirement::parse);
        keepUnknown(List.of(PlanKeys.PACKAGES, requirement.name().value()), entry, PlanKeys.PACKAGE);
        return new PlannedPackage(
                requirement,
                text(entry, PlanKeys.FROM).map(node -> converted(node, PlanReader::manager)),
                text(entry, PlanKeys.CONDA_NAME).map(node -> converted(node, CondaName::of)),
                text(entry, PlanKeys.ROLE)
                        .map(node -> converted(node, PlanReader::role))
                        .orElse(Role.RUNTIME),
                text(entry, PlanKeys.WHY).map(Scalar::text).orElse(""));
    }

    private PlannedCondaPackage plannedFromConda(Mapping entry) {
        MatchSpec spec = required(entry, PlanKeys.SPEC, MatchSpec::parse);
        keepUnknown(List.of(PlanKeys.CONDA_PACKAGES, spec.toString()), entry, PlanKeys.CONDA_PACKAGE);
        return new PlannedCondaPackage(
                spec, text(entry, PlanKeys.WHY).map(Scalar::text).orElse(""));
    }

    private static PackageManager manager(String key) {
        return PackageManager.ofKey(key)
                .orElseThrow(() -> new IllegalArgumentException("a package is from conda or pip, not \"" + key + "\""));
    }

    private static Role role(String key) {
        return Role.ofKey(key)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the role is runtime, optional or development, not \"" + key + "\""));
    }

    private Options options(Mapping top) {
        Optional<YamlNode> node = top.get(PlanKeys.OPTIONS).filter(found -> !isNothing(found));
        if (node.isEmpty()) {
            return Options.DEFAULT;
        }
        Mapping options = mapping(PlanKeys.OPTIONS, node.get());
        keepUnknown(List.of(PlanKeys.OPTIONS), options, PlanKeys.OPTION);
        return checked(
                options,
                () -> new Options(
                        values(options, PlanKeys.COMMAND, Function.identity()),
                        truth(options, PlanKeys.JUPYTER, Options.DEFAULT.jupyter()),
                        text(options, PlanKeys.CUDA).map(Scalar::text),
                        truth(options, PlanKeys.VENV_ON_TOP, Options.DEFAULT.venvOnTop()),
                        values(options, PlanKeys.SYSTEM_PACKAGES, Function.identity()),
                        truth(options, PlanKeys.INSTALL_PROJECT, Options.DEFAULT.installProject())));
    }

    private SortedMap<String, String> written(Mapping top) {
        SortedMap<String, String> written = new TreeMap<>();
        top.get(PlanKeys.WRITTEN)
                .filter(node -> !isNothing(node))
                .ifPresent(node -> mapping(PlanKeys.WRITTEN, node)
                        .entries()
                        .forEach(entry -> written.put(
                                converted(entry.key(), PlanReader::pathInProject),
                                scalar(entry.key().text(), entry.value()).text())));
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

    /** YAML's own words for true and false, and only those. */
    private boolean truth(Mapping parent, String key, boolean otherwise) {
        return text(parent, key)
                .map(node -> switch (node.text()) {
                    case "true", "yes" -> true;
                    case "false", "no" -> false;
                    default -> throw at(node, key + " is true or false, not \"" + node.text() + "\".");
                })
                .orElse(otherwise);
    }

    private <T> List<T> entries(Mapping top, String key, Function<Mapping, T> convert) {
        return items(top, key).stream()
                .map(item -> mapping("an entry of " + key, item))
                .map(entry -> checked(entry, () -> convert.apply(entry)))
                .toList();
    }

    private <T> List<T> values(Mapping parent, String key, Function<String, T> convert) {
        return items(parent, key).stream()
                .map(item -> converted(scalar("an entry of " + key, item), convert))
                .toList();
    }

    private List<YamlNode> items(Mapping parent, String key) {
        Optional<YamlNode> node = parent.get(key).filter(found -> !isNothing(found));
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Sequence sequence) {
            return sequence.items();
        }
        throw at(node.get(), key + " is a list, and here is " + node.get().kind() + ".");
    }

    private <T> T required(Mapping parent, String key, Function<String, T> convert) {
        Scalar found = text(parent, key).orElseThrow(() -> at(parent, "\"" + key + "\" is missing here."));
        return converted(found, convert);
    }

    private Optional<Scalar> text(Mapping parent, String key) {
        return parent.get(key).filter(node -> !isNothing(node)).map(node -> scalar(key, node));
    }

    private <T> T converted(Scalar scalar, Function<String, T> convert) {
        return checked(scalar, () -> convert.apply(scalar.text()));
    }

    private <T> T checked(YamlNode place, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException wrong) {
            throw at(place, wrong.getMessage() + ".");
        }
    }

    private Mapping mapping(String what, YamlNode node) {
        if (node instanceof Mapping mapping) {
            return mapping;
        }
        if (isNothing(node)) {
            return new Mapping(List.of(), node.line(), node.column());
        }
        throw at(node, what + " has keys with values, and here is " + node.kind() + ".");
    }

    private Scalar scalar(String what, YamlNode node) {
        if (node instanceof Scalar scalar) {
            return scalar;
        }
        throw at(node, what + " is a single value, and here is " + node.kind() + ".");
    }

    private static boolean isNothing(YamlNode node) {
        return node instanceof Scalar scalar && scalar.text().isEmpty() && !scalar.quoted();
    }

    private void keepUnknown(List<String> path, Mapping mapping, List<String> known) {
        for (YamlNode.Entry entry : mapping.entries()) {
            if (!known.contains(entry.key().text())) {
                List<String> full = new ArrayList<>(path);
                full.add(entry.key().text());
                unknown.put(List.copyOf(full), kept(entry.value()));
            }
        }
    }

    private static Object kept(YamlNode node) {
        if (node instanceof Mapping mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> map.put(entry.key().text(), kept(entry.value())));
            return map;
        }
        if (node instanceof Sequence sequence) {
            return sequence.items().stream().map(PlanReader::kept).toList();
        }
        Scalar scalar = (Scalar) node;
        return scalar.quoted() ? scalar.text() : new YamlWriter.Plain(scalar.text());
    }

    private BadInput at(YamlNode node, String what) {
        return BadInput.at(file, node.line(), node.column(), what);
    }
}
