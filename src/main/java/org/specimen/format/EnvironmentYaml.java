package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.conda.MatchSpec;
import org.specimen.conda.Platform;
import org.specimen.problem.BadInput;

/**
 * A conda environment file (conda documentation, "Creating an environment file manually").
 *
 * @param name of the environment, if the file says one
 * @param channels in the order of their priority
 * @param platforms where it shall hold, as conda-lock reads it; conda's subdirs, none if the file does not say
 * @param dependencies in the order of the file
 */
public record EnvironmentYaml(
        Optional<String> name, List<String> channels, List<String> platforms, List<Dependency> dependencies) {

    private static final int SHORTEST_EXPORT = 10;

    /** What nobody asks for by hand. */
    private static final Set<String> BY_CONDA_ITSELF = Set.of(
            "_libgcc_mutex",
            "_openmp_mutex",
            "ca-certificates",
            "ld_impl_linux-64",
            "ld_impl_linux-aarch64",
            "libcxx",
            "libgcc",
            "libgcc-ng",
            "libstdcxx-ng",
            "libuuid",
            "ncurses",
            "vs2015_runtime");

    public EnvironmentYaml {
        channels = List.copyOf(channels);
        platforms = List.copyOf(platforms);
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
        List<String> platforms = new ArrayList<>();
        top.get("platforms").ifPresent(node -> addTexts(node, platforms));
        List<Dependency> dependencies = new ArrayList<>();
        top.get("dependencies").ifPresent(node -> addDependencies(node, dependencies));
        return new EnvironmentYaml(name, channels, platforms, dependencies);
    }

    /**
     * Whether "conda env export" wrote it: a list of all that was installed on one computer, each with its build, or with
     * what conda puts into an environment by itself.
     */
    public boolean isExport() {
        List<MatchSpec> specs = dependencies.stream()
                .filter(Conda.class::isInstance)
                .map(dependency -> ((Conda) dependency).spec())
                .toList();
        long builds = specs.stream().filter(spec -> !spec.build().matchesAll()).count();
        long byItself = specs.stream()
                .flatMap(spec -> spec.exactName().stream())
                .filter(name -> BY_CONDA_ITSELF.contains(name.value()))
                .count();
        return specs.size() >= SHORTEST_EXPORT && (builds * 2 > specs.size() || byItself > 2);
    }

    /** What counts on a platform, by the selectors in the comments ({@link LineSelector}). */
    public EnvironmentYaml on(Platform platform) {
        return new EnvironmentYaml(
                name,
                channels,
                platforms,
                dependencies.stream()
                        .filter(dependency -> LineSelector.of(dependency.comment())
                                .filter(selector -> !selector.isOn(platform))
                                .isEmpty())
                        .toList());
    }

    /**
     * Whether a text with any name is such a file: it has lists of channels and of dependencies at the top. What else has
     * dependencies, such as a chart or a collection, names no channels.
     */
    public static boolean isLikely(String text) {
        boolean channels = false;
        boolean dependencies = false;
        for (String line : (Iterable<String>) text.lines().limit(2_000)::iterator) {
            channels |= line.startsWith("channels:");
            dependencies |= line.startsWith("dependencies:");
        }
        return channels && dependencies;
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
                addItem(scalar, dependencies);
            } else if (item instanceof YamlNode.Mapping mapping) {
                mapping.entries().forEach(entry -> addMapped(entry, dependencies));
            } else {
                dependencies.add(new Unreadable(item.kind(), "a list stands inside of the list", item.line(), ""));
            }
        }
    }

    /** A package, or {@code -r file}, which stands where it should stand under {@code pip:}. */
    private static void addItem(YamlNode.Scalar scalar, List<Dependency> dependencies) {
        if (scalar.text().startsWith("-")) {
            addPip(scalar, dependencies);
        } else if (!scalar.text().isBlank()) {
            dependencies.add(conda(scalar.text(), scalar.line(), scalar.comment()));
        }
    }

    private static void addPip(YamlNode.Scalar scalar, List<Dependency> dependencies) {
        // a block of text holds several lines
        int line = scalar.line();
        for (String text : scalar.text().split("\n", -1)) {
            int at = line++;
            RequirementsFile.parseLine(text, at)
                    .ifPresent(found -> dependencies.add(new Pip(found, at, scalar.comment())));
        }
    }

    /** {@code pip:} with its items, a file with lines for pip, or a package whose version somebody wrote behind a colon. */
    private static void addMapped(YamlNode.Entry entry, List<Dependency> dependencies) {
        YamlNode.Scalar key = entry.key();
        if (key.text().equals("pip")) {
            for (YamlNode item : items(entry.value())) {
                if (item instanceof YamlNode.Scalar scalar) {
                    addPip(scalar, dependencies);
                } else {
                    dependencies.add(new Unreadable(
                            "pip", "here is " + item.kind() + " where a requirement must stand", item.line(), ""));
                }
            }
        } else if (key.text().equals("file") && entry.value() instanceof YamlNode.Scalar file) {
            dependencies.add(new Pip(
                    new RequirementsFile.Include(file.text(), false, file.line(), file.comment()),
                    file.line(),
                    file.comment()));
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
