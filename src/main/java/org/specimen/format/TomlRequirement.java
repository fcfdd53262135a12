package org.specimen.format;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.specimen.python.Extra;
import org.specimen.python.Marker;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** What stands behind a distribution's name in the tables of Poetry, Pipenv and Pixi: versions, or a table of details. */
final class TomlRequirement {

    private TomlRequirement() {}

    /** @throws IllegalArgumentException if it is none */
    static Requirement of(PackageName name, Object value) {
        return value instanceof TomlTable details
                ? detailed(name, details)
                : Requirement.of(name, PoetryConstraint.parse(String.valueOf(value)));
    }

    private static Requirement detailed(PackageName name, TomlTable details) {
        Set<Extra> extras = new LinkedHashSet<>();
        if (details.get("extras") instanceof TomlArray array) {
            for (int i = 0; i < array.size(); i++) {
                extras.add(Extra.of(String.valueOf(array.get(i))));
            }
        }
        Optional<String> url = url(details);
        SpecifierSet versions = url.isEmpty()
                ? TomlText.text(details, "version").map(PoetryConstraint::parse).orElse(SpecifierSet.ANY)
                : SpecifierSet.ANY;
        return new Requirement(
                name, extras, versions, url, TomlText.text(details, "markers").map(Marker::parse));
    }

    /** A place on one computer is a file's address. */
    private static Optional<String> url(TomlTable details) {
        if (details.get("git") instanceof String git) {
            Object at = Optional.ofNullable(details.get("rev"))
                    .or(() -> Optional.ofNullable(details.get("ref")))
                    .or(() -> Optional.ofNullable(details.get("tag")))
                    .or(() -> Optional.ofNullable(details.get("branch")))
                    .orElse("");
            return Optional.of("git+" + git + (at.equals("") ? "" : "@" + at));
        }
        return TomlText.text(details, "url")
                .or(() -> TomlText.text(details, "file"))
                .or(() -> TomlText.text(details, "path").map(path -> "file:" + path));
    }
}
