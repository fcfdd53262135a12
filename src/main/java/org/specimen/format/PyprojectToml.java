package org.specimen.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.specimen.problem.BadInput;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * What pyproject.toml says of a project and of what it needs: the standard tables (PEP 517, 621, 735) and those of
 * Poetry, Flit, PDM, Hatch and uv; Pixi's are in {@link PixiToml}.
 *
 * @param name the project's own
 * @param requiresPython the Pythons that it runs on
 * @param installable whether pip can install it: it has a name, and a build system or the metadata for one
 */
public record PyprojectToml(
        Optional<String> name,
        Optional<RequiresPython> requiresPython,
        boolean installable,
        List<Dependency> dependencies) {

    public PyprojectToml {
        dependencies = List.copyOf(dependencies);
    }

    public record RequiresPython(SpecifierSet specifiers, int line) {}

    /** What a dependency is for. */
    public enum Purpose {
        RUN,
        /** An extra that a person may choose. */
        EXTRA,
        /** Work on the project itself. */
        DEVELOPMENT,
        BUILD
    }

    /** An entry in one of the lists of dependencies. */
    public sealed interface Dependency {
        int line();
    }

    /**
     * A distribution.
     *
     * @param group the name of the extra or the group, empty where there is none
     */
    public record Wanted(Requirement requirement, Purpose purpose, String group, int line) implements Dependency {}

    /** What no tool would take, and why. */
    public record Unreadable(String text, String reason, int line) implements Dependency {
        public Unreadable {
            text = Credentials.without(text);
        }
    }

    /**
     * Reads the text of a file.
     *
     * @param file the file as the person knows it, for messages
     * @throws BadInput with line and column if it is not TOML
     */
    public static PyprojectToml parse(String file, String text) {
        return new Reader(TomlText.parse(file, text)).read();
    }

    private static final class Reader {
        private final TomlText document;
        private final List<Dependency> dependencies = new ArrayList<>();
        private Optional<RequiresPython> requiresPython = Optional.empty();
        private Map<PackageName, List<String>> extras = Map.of();

        Reader(TomlText document) {
            this.document = document;
        }

        PyprojectToml read() {
            readStandard();
            readPoetry();
            readOthers();
            document.table("build-system").ifPresent(build -> addList(build, "requires", Purpose.BUILD, ""));
            Optional<String> name = document.text("project", "name")
                    .or(() -> document.text("tool", "poetry", "name"))
                    .or(() -> document.text("tool", "flit", "metadata", "dist-name"))
                    .or(() -> document.text("tool", "flit", "metadata", "module"));
            boolean packaged = document.table("project").isPresent()
                    || document.table("tool", "flit", "metadata").isPresent()
                    || document.table("tool", "poetry")
                            .filter(poetry -> !"false".equals(String.valueOf(poetry.get("package-mode"))))
                            .isPresent();
            boolean installable = name.isPresent()
                    && packaged
                    && (document.table("build-system").isPresent() || isVirtualFree());
            return new PyprojectToml(name, requiresPython, installable, dependencies);
        }

        /** Without a build system pip takes setuptools; uv's projects say when they are none to be installed. */
        private boolean isVirtualFree() {
            return document.table("project").isPresent()
                    && document.table("tool", "uv")
                            .filter(uv -> "false".equals(String.valueOf(uv.get("package"))))
                            .isEmpty();
        }

        private void readStandard() {
            document.table("project").ifPresent(project -> {
                addPython(project, "requires-python", false);
                addList(project, "dependencies", Purpose.RUN, "");
                groups(project, "optional-dependencies", Purpose.EXTRA);
            });
            groups(document.top, "dependency-groups", Purpose.DEVELOPMENT);
        }

        private void readPoetry() {
            document.table("tool", "poetry").ifPresent(poetry -> {
                extras = poetryExtras(poetry);
                poetryTable(poetry, "dependencies", Purpose.RUN, "");
                poetryTable(poetry, "dev-dependencies", Purpose.DEVELOPMENT, "dev");
                TomlText.child(poetry, "group").ifPresent(groups -> {
                    for (String group : groups.keySet()) {
                        TomlText.child(groups, group)
                                .ifPresent(table -> poetryTable(table, "dependencies", Purpose.DEVELOPMENT, group));
                    }
                });
            });
        }

        private void readOthers() {
            document.table("tool", "flit", "metadata").ifPresent(flit -> {
                addPython(flit, "requires-python", false);
                addList(flit, "requires", Purpose.RUN, "");
                addList(flit, "dev-requires", Purpose.DEVELOPMENT, "dev");
                groups(flit, "requires-extra", Purpose.EXTRA);
            });
            document.table("tool", "pdm").ifPresent(pdm -> groups(pdm, "dev-dependencies", Purpose.DEVELOPMENT));
            document.table("tool", "uv").ifPresent(uv -> addList(uv, "dev-dependencies", Purpose.DEVELOPMENT, "dev"));
            document.table("tool", "hatch", "envs").ifPresent(environments -> {
                for (String name : environments.keySet()) {
                    TomlText.child(environments, name).ifPresent(environment -> {
                        addList(environment, "dependencies", Purpose.DEVELOPMENT, name);
                        addList(environment, "extra-dependencies", Purpose.DEVELOPMENT, name);
                    });
                }
            });
        }

        private void addPython(TomlTable table, String key, boolean poetry) {
            if (requiresPython.isEmpty() && table.get(List.of(key)) instanceof String text) {
                int line = TomlText.line(table, key);
                try {
                    SpecifierSet set = poetry ? PoetryConstraint.parse(text) : SpecifierSet.parse(text);
                    requiresPython = Optional.of(new RequiresPython(set, line));
                } catch (IllegalArgumentException malformed) {
                    dependencies.add(new Unreadable(text, String.valueOf(malformed.getMessage()), line));
                }
            }
        }

        private void groups(TomlTable table, String key, Purpose purpose) {
            TomlText.child(table, key).ifPresent(groups -> {
                for (String group : groups.keySet()) {
                    addList(groups, group, purpose, group);
                }
            });
        }

        /** Entries that are no text include another group (PEP 735), which is read by itself. */
        private void addList(TomlTable table, String key, Purpose purpose, String group) {
            if (table.get(List.of(key)) instanceof TomlArray array) {
                for (int i = 0; i < array.size(); i++) {
                    if (array.get(i) instanceof String text) {
                        int line =
                                document.lineOf(text, array.inputPositionOf(i).line());
                        try {
                            dependencies.add(
                                    new Wanted(Requirement.parse(KeyShapes.noKey(text)), purpose, group, line));
                        } catch (IllegalArgumentException malformed) {
                            dependencies.add(new Unreadable(text, String.valueOf(malformed.getMessage()), line));
                        }
                    }
                }
            }
        }

        /** A table with names as keys, as Poetry has it. */
        /** The extras that each optional dependency is for (Poetry documentation, "extras"). */
        private static Map<PackageName, List<String>> poetryExtras(TomlTable poetry) {
            Map<PackageName, List<String>> extras = new HashMap<>();
            TomlText.child(poetry, "extras").ifPresent(groups -> {
                for (String group : groups.keySet()) {
                    if (groups.get(List.of(group)) instanceof TomlArray names) {
                        names.toList().stream()
                                .flatMap(name -> PackageName.tryOf(String.valueOf(name)).stream())
                                .forEach(name -> extras.computeIfAbsent(name, missing -> new ArrayList<>())
                                        .add(group));
                    }
                }
            });
            return extras;
        }

        private void poetryTable(TomlTable table, String key, Purpose purpose, String group) {
            TomlText.child(table, key).ifPresent(entries -> {
                for (String name : entries.keySet()) {
                    if (name.equals("python")) {
                        addPython(entries, name, true);
                    } else {
                        poetryEntry(entries, name, purpose, group);
                    }
                }
            });
        }

        private void poetryEntry(TomlTable entries, String name, Purpose purpose, String group) {
            int line = TomlText.line(entries, name);
            Object value = entries.get(List.of(name));
            // one entry for each Python: they say the same package
            Object first = value instanceof TomlArray several && !several.isEmpty() ? several.get(0) : value;
            try {
                PackageName distribution = PackageName.of(KeyShapes.noKey(name));
                boolean optional = first instanceof TomlTable details && Boolean.TRUE.equals(details.get("optional"));
                boolean extra = optional && purpose == Purpose.RUN;
                Purpose narrowed = extra ? Purpose.EXTRA : purpose;
                Requirement requirement = TomlRequirement.of(distribution, first);
                for (String of : extra ? extras.getOrDefault(distribution, List.of(group)) : List.of(group)) {
                    dependencies.add(new Wanted(requirement, narrowed, of, line));
                }
            } catch (IllegalArgumentException malformed) {
                dependencies.add(new Unreadable(name, String.valueOf(malformed.getMessage()), line));
            }
        }
    }
}
