package org.specimen.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.specimen.problem.BadInput;
import org.specimen.python.Extra;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * What pyproject.toml says of a project and of what it needs: the standard tables (PEP 517, 621, 735) and those of
 * Poetry, Flit, PDM, Hatch, uv and Pixi's Python part.
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

    private static final int MAX_CHARACTERS = 1_000_000;
    private static final int MAX_DEPTH = 60;

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
        if (text.length() > MAX_CHARACTERS || depth(text) > MAX_DEPTH) {
            throw new BadInput(
                    file + " is too long or too deeply nested to be read. Check that it is what it is named.");
        }
        TomlParseResult result = Toml.parse(text);
        if (result.hasErrors()) {
            TomlParseError error = result.errors().get(0);
            TomlPosition position = error.position();
            throw BadInput.at(
                    file,
                    position.line(),
                    Math.max(position.column(), 1),
                    "not valid TOML: "
                            + String.valueOf(error.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("") + ".");
        }
        return new Reader(result, text.split("\r\n|\n", -1)).read();
    }

    /** How deep brackets are nested at most, those in strings among them. */
    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '{') {
                deepest = Math.max(deepest, ++depth);
            } else if (c == ']' || c == '}') {
                depth = Math.max(0, depth - 1);
            }
        }
        return deepest;
    }

    private static final class Reader {
        private final TomlTable top;
        private final String[] lines;
        private final List<Dependency> dependencies = new ArrayList<>();
        private Optional<RequiresPython> requiresPython = Optional.empty();

        Reader(TomlTable top, String[] lines) {
            this.top = top;
            this.lines = lines;
        }

        PyprojectToml read() {
            readStandard();
            readPoetry();
            readOthers();
            table("build-system").ifPresent(build -> addList(build, "requires", Purpose.BUILD, ""));
            Optional<String> name = text("project", "name")
                    .or(() -> text("tool", "poetry", "name"))
                    .or(() -> text("tool", "flit", "metadata", "dist-name"))
                    .or(() -> text("tool", "flit", "metadata", "module"));
            boolean packaged = table("project").isPresent()
                    || table("tool", "flit", "metadata").isPresent()
                    || table("tool", "poetry")
                            .filter(poetry -> !"false".equals(String.valueOf(poetry.get("package-mode"))))
                            .isPresent();
            boolean installable =
                    name.isPresent() && packaged && (table("build-system").isPresent() || isVirtualFree());
            return new PyprojectToml(name, requiresPython, installable, dependencies);
        }

        /** Without a build system pip takes setuptools; uv's projects say when they are none to be installed. */
        private boolean isVirtualFree() {
            return table("project").isPresent()
                    && table("tool", "uv")
                            .filter(uv -> "false".equals(String.valueOf(uv.get("package"))))
                            .isEmpty();
        }

        private void readStandard() {
            table("project").ifPresent(project -> {
                addPython(project, "requires-python", false);
                addList(project, "dependencies", Purpose.RUN, "");
                groups(project, "optional-dependencies", Purpose.EXTRA);
            });
            groups(top, "dependency-groups", Purpose.DEVELOPMENT);
        }

        private void readPoetry() {
            table("tool", "poetry").ifPresent(poetry -> {
                poetryTable(poetry, "dependencies", Purpose.RUN, "");
                poetryTable(poetry, "dev-dependencies", Purpose.DEVELOPMENT, "dev");
                child(poetry, "group").ifPresent(groups -> {
                    for (String group : groups.keySet()) {
                        child(groups, group)
                                .ifPresent(table -> poetryTable(table, "dependencies", Purpose.DEVELOPMENT, group));
                    }
                });
            });
        }

        private void readOthers() {
            table("tool", "flit", "metadata").ifPresent(flit -> {
                addPython(flit, "requires-python", false);
                addList(flit, "requires", Purpose.RUN, "");
                addList(flit, "dev-requires", Purpose.DEVELOPMENT, "dev");
                groups(flit, "requires-extra", Purpose.EXTRA);
            });
            table("tool", "pdm").ifPresent(pdm -> groups(pdm, "dev-dependencies", Purpose.DEVELOPMENT));
            table("tool", "uv").ifPresent(uv -> addList(uv, "dev-dependencies", Purpose.DEVELOPMENT, "dev"));
            table("tool", "hatch", "envs").ifPresent(environments -> {
                for (String name : environments.keySet()) {
                    child(environments, name).ifPresent(environment -> {
                        addList(environment, "dependencies", Purpose.DEVELOPMENT, name);
                        addList(environment, "extra-dependencies", Purpose.DEVELOPMENT, name);
                    });
                }
            });
            table("tool", "pixi").ifPresent(pixi -> poetryTable(pixi, "pypi-dependencies", Purpose.RUN, ""));
        }

        private void addPython(TomlTable table, String key, boolean poetry) {
            if (requiresPython.isEmpty() && table.get(List.of(key)) instanceof String text) {
                int line = line(table, key);
                try {
                    SpecifierSet set = poetry ? PoetryConstraint.parse(text) : SpecifierSet.parse(text);
                    requiresPython = Optional.of(new RequiresPython(set, line));
                } catch (IllegalArgumentException malformed) {
                    dependencies.add(new Unreadable(text, String.valueOf(malformed.getMessage()), line));
                }
            }
        }

        private void groups(TomlTable table, String key, Purpose purpose) {
            child(table, key).ifPresent(groups -> {
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
                        int line = lineOf(text, array.inputPositionOf(i).line());
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

        /** The parser places an item where the one before it ends. */
        private int lineOf(String text, int from) {
            for (int line = from; line <= lines.length; line++) {
                if (lines[line - 1].contains(text)) {
                    return line;
                }
            }
            return from;
        }

        /** A table with names as keys, as Poetry has it. */
        private void poetryTable(TomlTable table, String key, Purpose purpose, String group) {
            child(table, key).ifPresent(entries -> {
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
            int line = line(entries, name);
            Object value = entries.get(List.of(name));
            // one entry for each Python: they say the same package
            Object first = value instanceof TomlArray several && !several.isEmpty() ? several.get(0) : value;
            try {
                PackageName distribution = PackageName.of(KeyShapes.noKey(name));
                if (first instanceof TomlTable details) {
                    boolean optional = Boolean.TRUE.equals(details.get("optional"));
                    Purpose narrowed = optional && purpose == Purpose.RUN ? Purpose.EXTRA : purpose;
                    dependencies.add(new Wanted(detailed(distribution, details), narrowed, group, line));
                } else {
                    SpecifierSet versions = PoetryConstraint.parse(String.valueOf(first));
                    dependencies.add(new Wanted(Requirement.of(distribution, versions), purpose, group, line));
                }
            } catch (IllegalArgumentException malformed) {
                dependencies.add(new Unreadable(name, String.valueOf(malformed.getMessage()), line));
            }
        }

        private static Requirement detailed(PackageName name, TomlTable details) {
            Set<Extra> extras = new LinkedHashSet<>();
            if (details.get("extras") instanceof TomlArray array) {
                for (int i = 0; i < array.size(); i++) {
                    extras.add(Extra.of(String.valueOf(array.get(i))));
                }
            }
            Optional<String> url = Optional.empty();
            if (details.get("git") instanceof String git) {
                Object at = Optional.ofNullable(details.get("rev"))
                        .or(() -> Optional.ofNullable(details.get("tag")))
                        .or(() -> Optional.ofNullable(details.get("branch")))
                        .orElse("");
                url = Optional.of("git+" + git + (at.equals("") ? "" : "@" + at));
            } else if (details.get("url") instanceof String address) {
                url = Optional.of(address);
            }
            SpecifierSet versions = url.isEmpty() && details.get("version") instanceof String version
                    ? PoetryConstraint.parse(version)
                    : SpecifierSet.ANY;
            return new Requirement(name, extras, versions, url, Optional.empty());
        }

        // Tables; a key is looked up as it is, also with dots in it

        private Optional<TomlTable> table(String... path) {
            return top.get(List.of(path)) instanceof TomlTable table ? Optional.of(table) : Optional.empty();
        }

        private static Optional<TomlTable> child(TomlTable table, String key) {
            return table.get(List.of(key)) instanceof TomlTable child ? Optional.of(child) : Optional.empty();
        }

        private Optional<String> text(String... path) {
            return top.get(List.of(path)) instanceof String text ? Optional.of(text) : Optional.empty();
        }

        private static int line(TomlTable table, String key) {
            TomlPosition position = table.inputPositionOf(List.of(key));
            return position == null ? 0 : position.line();
        }
    }
}
