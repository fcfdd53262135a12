package org.specimen.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.specimen.python.PackageName;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Merges one list of packages of an environment.yml: those of conda, or those of pip. */
final class ItemsMerge {

    private final YamlPositions theirs;
    private final TextEdits edits;
    private final List<String> notes;
    private final Function<String, Optional<String>> nameIn;
    private final BiPredicate<String, String> same;
    private final List<String> result = new ArrayList<>();
    private List<EnvironmentLists.Item> missing = List.of();

    /**
     * @param nameIn the package that an item names, if it names one; may throw IllegalArgumentException
     * @param same whether two items that name packages ask for the same
     */
    ItemsMerge(
            YamlPositions theirs,
            TextEdits edits,
            List<String> notes,
            Function<String, Optional<String>> nameIn,
            BiPredicate<String, String> same) {
        this.theirs = theirs;
        this.edits = edits;
        this.notes = notes;
        this.nameIn = nameIn;
        this.same = same;
    }

    /** The normal names of the packages in a list. */
    Set<String> names(List<EnvironmentLists.Item> items) {
        Set<String> names = new HashSet<>();
        items.forEach(item -> normalName(item.value()).ifPresent(names::add));
        return names;
    }

    /**
     * Makes the changes within the list.
     *
     * @param elsewhere why an item that we do not pin leaves the list, if it does
     * @param listed whether the list is of all that was installed, so that a package that we do not pin leaves it, without
     *     a word for each
     * @return how many did
     */
    int merge(
            List<ScalarNode> items,
            List<EnvironmentLists.Item> pins,
            Function<String, Optional<String>> elsewhere,
            boolean listed) {
        Map<String, EnvironmentLists.Item> byKey = new LinkedHashMap<>();
        pins.forEach(pin -> byKey.putIfAbsent(name(pin.value()).orElse(pin.value()), pin));
        Set<String> met = new HashSet<>();
        int left = 0;
        for (ScalarNode item : items) {
            String key = name(item.getValue()).orElse(item.getValue());
            EnvironmentLists.Item pin = byKey.get(key);
            if (pin != null && met.add(key)) {
                pin(item, pin);
            } else if (pin != null) {
                remove(item, "it stands there twice");
            } else if (listed && name(item.getValue()).isPresent()) {
                remove(item);
                left++;
            } else {
                elsewhere
                        .apply(item.getValue())
                        .ifPresentOrElse(why -> remove(item, why), () -> result.add(item.getValue()));
            }
        }
        missing = byKey.entrySet().stream()
                .filter(entry -> !met.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        missing.forEach(pin -> result.add(pin.value()));
        return left;
    }

    /** What the list says in the end. */
    List<String> result() {
        return result;
    }

    boolean hasMissing() {
        return !missing.isEmpty();
    }

    /** The lines of the packages that the list does not have yet. */
    String missing(String indent) {
        StringBuilder lines = new StringBuilder();
        missing.forEach(pin -> lines.append(pin.lines(indent)));
        return lines.toString();
    }

    private void pin(ScalarNode item, EnvironmentLists.Item pin) {
        if (item.getValue().equals(pin.value()) || isSame(item.getValue(), pin.value())) {
            result.add(item.getValue());
        } else {
            edits.replace(theirs.start(item), theirs.end(item), written(pin, item.getScalarStyle()));
            result.add(pin.value());
            if (!name(item.getValue()).equals(Optional.of(item.getValue()))) {
                notes.add(item.getValue() + " became " + pin.value() + ".");
            }
        }
        if (!pin.comment().isEmpty() && theirs.restOfLine(item).isEmpty()) {
            edits.insert(theirs.end(item), "  " + pin.comment());
        }
    }

    /** Its comment stays. */
    private void remove(ScalarNode item, String why) {
        remove(item);
        notes.add("The line " + item.getValue() + " went: " + why + ".");
    }

    private void remove(ScalarNode item) {
        int start = theirs.lineStart(theirs.start(item));
        edits.replace(start, theirs.nextLine(theirs.end(item)), theirs.commentLine(item));
    }

    /** In the quotes that the person used. */
    private static String written(EnvironmentLists.Item pin, DumperOptions.ScalarStyle style) {
        boolean plain = pin.value().chars().noneMatch(c -> c == '"' || c == '\\' || c < ' ');
        return switch (style) {
            case SINGLE_QUOTED -> "'" + pin.value().replace("'", "''") + "'";
            case DOUBLE_QUOTED -> plain ? "\"" + pin.value() + "\"" : pin.source();
            default -> pin.source();
        };
    }

    private boolean isSame(String one, String other) {
        try {
            return same.test(one, other);
        } catch (IllegalArgumentException notAPackage) {
            return false;
        }
    }

    private Optional<String> name(String item) {
        try {
            return nameIn.apply(item);
        } catch (IllegalArgumentException notAPackage) {
            return Optional.empty();
        }
    }

    /** The package that an item names; conda's names may have dots and underscores where those of PyPI are normalized. */
    Optional<String> normalName(String item) {
        return name(item)
                .map(name -> PackageName.tryOf(name).map(PackageName::value).orElse(name));
    }
}
