package org.specimen.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.specimen.python.Extra;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.specimen.python.SpecifierSet;
import org.specimen.python.Version;

/**
 * What a release says of itself in METADATA or PKG-INFO (PyPA specification "Core metadata").
 *
 * @param metadataVersion the version of the specification, as in {@code 2.2}
 * @param requiresPython the Pythons that it admits; any where it does not say, or what it says cannot be read, as pip
 *     has it
 * @param extras those that it offers; one whose name is not valid is left out
 * @param dynamic the fields, in lower case, that building may change
 */
public record CoreMetadata(
        String metadataVersion,
        PackageName name,
        Version version,
        SpecifierSet requiresPython,
        List<Requirement> requires,
        Set<Extra> extras,
        Set<String> dynamic) {

    private static final Set<String> FIELDS = Set.of(
            "metadata-version", "name", "version", "requires-python", "requires-dist", "provides-extra", "dynamic");

    private static final int LONGEST_SHOWN = 80;

    public CoreMetadata {
        requires = List.copyOf(requires);
        extras = Set.copyOf(extras);
        dynamic = Set.copyOf(dynamic);
    }

    private record Field(String name, String value) {}

    /**
     * Reads a text.
     *
     * @throws IllegalArgumentException saying for a person what is wrong, if name or version are missing or one of its
     *     requirements is none
     */
    public static CoreMetadata parse(String text) {
        List<Field> fields = fields(text);
        return new CoreMetadata(
                first(fields, "metadata-version").orElse(""),
                first(fields, "name")
                        .flatMap(PackageName::tryOf)
                        .orElseThrow(() -> new IllegalArgumentException("its metadata has no valid Name")),
                first(fields, "version")
                        .flatMap(Version::tryParse)
                        .orElseThrow(() -> new IllegalArgumentException("its metadata has no valid Version")),
                first(fields, "requires-python").map(CoreMetadata::pythons).orElse(SpecifierSet.ANY),
                all(fields, "requires-dist").stream()
                        .map(CoreMetadata::requirement)
                        .toList(),
                extras(all(fields, "provides-extra")),
                Set.copyOf(all(fields, "dynamic").stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .toList()));
    }

    /** The fields that are read here, a line each: what is worth keeping of a text whose description may be long. */
    public static String distil(String text) {
        StringBuilder kept = new StringBuilder();
        for (Field field : fields(text)) {
            kept.append(field.name()).append(": ").append(field.value()).append('\n');
        }
        return kept.toString();
    }

    /** Whether building from source cannot change what it says it needs (PEP 643). */
    public boolean isFinalForSource() {
        String[] parts = metadataVersion.split("\\.", -1);
        boolean isNew = parts.length == 2
                && isNumber(parts[0])
                && isNumber(parts[1])
                && (parts[0].length() > 1 || parts[0].charAt(0) > '2' || (parts[0].equals("2") && !isOld(parts[1])));
        return isNew
                && !dynamic.contains("requires-dist")
                && !dynamic.contains("requires-python")
                && !dynamic.contains("provides-extra");
    }

    private static boolean isOld(String minor) {
        return minor.equals("0") || minor.equals("1");
    }

    private static boolean isNumber(String part) {
        return !part.isEmpty() && part.chars().allMatch(sign -> sign >= '0' && sign <= '9');
    }

    /** The header of the message, up to its first empty line (RFC 5322); lines may be continued. */
    private static List<Field> fields(String text) {
        List<Field> fields = new ArrayList<>();
        String name = "";
        StringBuilder value = new StringBuilder();
        int begin = text.startsWith("\uFEFF") ? 1 : 0;
        while (begin < text.length()) {
            int end = text.indexOf('\n', begin);
            int next = end < 0 ? text.length() : end + 1;
            String line = text.substring(begin, end < 0 ? text.length() : end);
            begin = next;
            if (line.isBlank()) {
                break;
            }
            int colon = line.indexOf(':');
            if (Character.isWhitespace(line.charAt(0))) {
                value.append(' ').append(line.strip());
            } else {
                add(fields, name, value);
                name = colon < 0 ? "" : line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                value.setLength(0);
                value.append(line.substring(colon + 1).strip());
            }
        }
        add(fields, name, value);
        return fields;
    }

    private static void add(List<Field> fields, String name, StringBuilder value) {
        if (FIELDS.contains(name)) {
            fields.add(new Field(name, value.toString()));
        }
    }

    private static Optional<String> first(List<Field> fields, String name) {
        return all(fields, name).stream().findFirst();
    }

    /** An old habit writes UNKNOWN for what is not known. */
    private static List<String> all(List<Field> fields, String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .filter(value -> !value.isEmpty() && !value.equals("UNKNOWN"))
                .toList();
    }

    private static SpecifierSet pythons(String text) {
        try {
            return SpecifierSet.parse(text);
        } catch (IllegalArgumentException unreadable) {
            return SpecifierSet.ANY;
        }
    }

    private static Requirement requirement(String text) {
        try {
            return Requirement.parse(text);
        } catch (IllegalArgumentException broken) {
            String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
            throw new IllegalArgumentException("its Requires-Dist '" + shown + "' is no requirement", broken);
        }
    }

    private static Set<Extra> extras(List<String> names) {
        Set<Extra> extras = new LinkedHashSet<>();
        for (String name : names) {
            PackageName.tryOf(name).ifPresent(valid -> extras.add(new Extra(valid.value())));
        }
        return extras;
    }
}
