package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.conda.MatchSpec;
import org.specimen.problem.BadInput;

/**
 * A conda environment file (conda documentation, "Creating an environment file manually").
 *
 * @param name of the environment, if the file says one
 * @param channels in the order of their priority
 * @param dependencies in the order of the file
 */
public record EnvironmentYaml(Optional<String> name, List<String> channels, List<Dependency> dependencies) {

    public EnvironmentYaml {
        channels = List.copyOf(channels);
        dependencies = List.copyOf(dependencies);
    }

    /** An item under {@code dependencies}. */
    public sealed interface Dependency {

        /** Counted from 1. */
        int line();

        /** What stands behind it, without the {@code #}; empty if nothing does. */
        String comment();
    }

    /** A package for conda. */
    public record Conda(MatchSpec spec, int line, String comment) implements Dependency {}

    /** An item under {@code pip:}, which is a line of a requirements file. */
    public record Pip(RequirementsFile.Line requirement, int line, String comment) implements Dependency {}

    /** What conda would refuse, and why. */
    public record Unreadable(String text, String reason, int line, String comment) implements Dependency {
        public Unreadable {
            text = Credentials.without(text);
        }
    }

    /**
     * Reads the text of a file. Single items that conda would refuse are told as {@link Unreadable}.
     *
     * @param file the file as the person knows it, for messages
     * @throws BadInput with line and column if the text is not YAML or is no environment at all
     */
    public static EnvironmentYaml parse(String file, String text) {
        YamlNode.Mapping top = Yaml.readMapping(file, text);
        Optional<String> name = top.get("name")
                .filter(YamlNode.Scalar.class::isInstance)
                .map(node -> ((YamlNode.Scalar) node).text())
                .filter(value -> !value.isEmpty());
        List<String> channels = new ArrayList<>();
        top.get("channels").ifPresent(node -> addTexts(node, channels));
        List<Dependency> dependencies = new ArrayList<>();
        top.get("dependencies").ifPresent(node -> addDependencies(node, dependencies));
        return new EnvironmentYaml(name, channels, dependencies);
    }

    private static void addTexts(YamlNode node, List<String> texts) {
        for (YamlNode item : items(node)) {
            if (item instanceof YamlNode.Scalar scalar && !scalar.text().isEmpty()) {
                texts.add(scalar.text());
            }
        }
    }

    /** A list, or what stands where a list of one is meant. */
    private static List<YamlNode> items(YamlNode node) {
        return node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
    }

    private static void addDependencies(YamlNode node, List<Dependency> dependencies) {
        for (YamlNode item : items(node)) {
            if (item instanceof YamlNode.Scalar scalar) {
                if (!scalar.text().isBlank()) {
                    dependencies.add(conda(scalar.text(), scalar.line(), scalar.comment()));
                }
            } else if (item instanceof YamlNode.Mapping mapping) {
                mapping.entries().forEach(entry -> addMapped(entry, dependencies));
            } else {
                dependencies.add(new Unreadable(item.kind(), "a list stands inside of the list", item.line(), ""));
            }
        }
    }

    /** {@code pip:} with its items, or a package whose version somebody wrote behind a colon. */
    private static void addMapped(YamlNode.Entry entry, List<Dependency> dependencies) {
        YamlNode.Scalar key = entry.key();
        if (key.text().equals("pip")) {
            for (YamlNode item : items(entry.value())) {
                if (item instanceof YamlNode.Scalar scalar) {
                    RequirementsFile.parseLine(scalar.text(), scalar.line())
                            .ifPresent(line -> dependencies.add(new Pip(line, scalar.line(), scalar.comment())));
                } else {
                    dependencies.add(new Unreadable(
                            "pip", "here is " + item.kind() + " where a requirement must stand", item.line(), ""));
                }
            }
        } else {
            dependencies.add(new Unreadable(
                    key.text(), "conda wants \"" + key.text() + "=version\" in one piece", key.line(), key.comment()));
        }
    }

    private static Dependency conda(String text, int line, String comment) {
        try {
            return new Conda(MatchSpec.parse(KeyShapes.noKey(text)), line, comment);
        } catch (IllegalArgumentException malformed) {
            return new Unreadable(text, String.valueOf(malformed.getMessage()), line, comment);
        }
    }
}
