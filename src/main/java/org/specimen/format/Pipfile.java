package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.specimen.format.PyprojectToml.Dependency;
import org.specimen.format.PyprojectToml.Purpose;
import org.specimen.python.PackageName;
import org.specimen.python.SpecifierSet;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * What Pipenv is asked for (Pipenv documentation, "Pipfile &amp; Pipfile.lock"). A category of a name of its own is like an
 * extra.
 */
public record Pipfile(Optional<PyprojectToml.RequiresPython> requiresPython, List<Dependency> dependencies) {

    public Pipfile {
        dependencies = List.copyOf(dependencies);
    }

    /**
     * Reads the text of a file.
     *
     * @param file the file as the person knows it, for messages
     * @throws org.specimen.problem.BadInput with line and column if it is not TOML
     */
    public static Pipfile parse(String file, String text) {
        TomlTable top = TomlText.parse(file, text).top;
        List<Dependency> dependencies = new ArrayList<>();
        for (String category : top.keySet()) {
            if (!category.equals("requires") && !category.equals("scripts") && !category.equals("pipenv")) {
                TomlText.child(top, category).ifPresent(table -> addAll(table, category, dependencies));
            }
        }
        return new Pipfile(TomlText.child(top, "requires").flatMap(Pipfile::python), dependencies);
    }

    private static void addAll(TomlTable table, String category, List<Dependency> dependencies) {
        Purpose purpose = switch (category) {
            case "packages" -> Purpose.RUN;
            case "dev-packages" -> Purpose.DEVELOPMENT;
            default -> Purpose.EXTRA;
        };
        String group = purpose == Purpose.RUN ? "" : category;
        for (String name : table.keySet()) {
            int line = TomlText.line(table, name);
            Object value = table.get(List.of(name));
            if (value == null || value instanceof TomlArray) {
                dependencies.add(new PyprojectToml.Unreadable(name, "here must stand versions or a table", line));
                continue;
            }
            try {
                dependencies.add(new PyprojectToml.Wanted(
                        TomlRequirement.of(PackageName.of(KeyShapes.noKey(name)), value), purpose, group, line));
            } catch (IllegalArgumentException malformed) {
                dependencies.add(new PyprojectToml.Unreadable(name, String.valueOf(malformed.getMessage()), line));
            }
        }
    }

    private static Optional<PyprojectToml.RequiresPython> python(TomlTable requires) {
        return python(requires, "python_full_version", "").or(() -> python(requires, "python_version", ".*"));
    }

    private static Optional<PyprojectToml.RequiresPython> python(TomlTable requires, String key, String ending) {
        Optional<String> version = TomlText.text(requires, key);
        try {
            return version.map(text -> new PyprojectToml.RequiresPython(
                    SpecifierSet.parse("==" + text + (text.endsWith("*") ? "" : ending)),
                    TomlText.line(requires, key)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
