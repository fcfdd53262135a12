package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.conda.MatchSpec;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.tomlj.TomlTable;

/**
 * What Pixi is asked for, in pixi.toml or under {@code tool.pixi} of pyproject.toml (Pixi documentation, "Manifest").
 *
 * @param name of the workspace
 */
public record PixiToml(Optional<String> name, List<Dependency> dependencies) {

    public PixiToml {
        dependencies = List.copyOf(dependencies);
    }

    /** An entry in one of the tables of dependencies. */
    public sealed interface Dependency {

        /** The feature that it belongs to, empty for what every environment has. */
        String feature();

        int line();
    }

    public record Conda(MatchSpec spec, String feature, int line) implements Dependency {}

    public record Pip(Requirement requirement, String feature, int line) implements Dependency {}

    /** What Pixi would refuse, and why. */
    public record Unreadable(String text, String reason, String feature, int line) implements Dependency {
        public Unreadable {
            text = Credentials.without(text);
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param file the file as the person knows it, for messages
     * @param inside whether it is a pyproject.toml
     * @throws org.specimen.problem.BadInput with line and column if it is not TOML
     */
    public static PixiToml parse(String file, String text, boolean inside) {
        TomlText document = TomlText.parse(file, text);
        Optional<TomlTable> top = inside ? document.table("tool", "pixi") : Optional.of(document.top);
        return top.map(table -> new Reader().read(table)).orElseGet(() -> new PixiToml(Optional.empty(), List.of()));
    }

    private static final class Reader {
        private final List<Dependency> dependencies = new ArrayList<>();

        PixiToml read(TomlTable top) {
            readPart(top, "");
            TomlText.child(top, "feature").ifPresent(features -> {
                for (String feature : features.keySet()) {
                    TomlText.child(features, feature).ifPresent(part -> readPart(part, feature));
                }
            });
            Optional<String> name = TomlText.child(top, "workspace")
                    .or(() -> TomlText.child(top, "project"))
                    .flatMap(project -> TomlText.text(project, "name"));
            return new PixiToml(name, dependencies);
        }

        /** The tables of the manifest itself or of a feature, and of the platforms named in them. */
        private void readPart(TomlTable part, String feature) {
            readTables(part, feature);
            TomlText.child(part, "target").ifPresent(targets -> {
                for (String platform : targets.keySet()) {
                    TomlText.child(targets, platform).ifPresent(target -> readTables(target, feature));
                }
            });
        }

        private void readTables(TomlTable part, String feature) {
            for (String key : List.of("dependencies", "host-dependencies", "build-dependencies")) {
                TomlText.child(part, key).ifPresent(table -> {
                    for (String name : table.keySet()) {
                        dependencies.add(conda(name, table, feature));
                    }
                });
            }
            TomlText.child(part, "pypi-dependencies").ifPresent(table -> {
                for (String name : table.keySet()) {
                    dependencies.add(pip(name, table, feature));
                }
            });
        }

        private static Dependency conda(String name, TomlTable table, String feature) {
            int line = TomlText.line(table, name);
            Object value = table.get(List.of(name));
            String version = value instanceof TomlTable details
                    ? TomlText.text(details, "version").orElse("*")
                    : String.valueOf(value);
            try {
                String spec = KeyShapes.noKey(name);
                return new Conda(MatchSpec.parse(version.equals("*") ? spec : spec + " " + version), feature, line);
            } catch (IllegalArgumentException malformed) {
                return new Unreadable(name, String.valueOf(malformed.getMessage()), feature, line);
            }
        }

        private static Dependency pip(String name, TomlTable table, String feature) {
            int line = TomlText.line(table, name);
            Object value = table.get(List.of(name));
            try {
                return new Pip(
                        TomlRequirement.of(PackageName.of(KeyShapes.noKey(name)), value == null ? "*" : value),
                        feature,
                        line);
            } catch (IllegalArgumentException malformed) {
                return new Unreadable(name, String.valueOf(malformed.getMessage()), feature, line);
            }
        }
    }
}
