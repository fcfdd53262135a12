package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.conda.MatchSpec;
import org.specimen.python.PackageName;
import org.specimen.python.Requirement;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Merges the dependencies of an environment.yml, conda's and pip's. */
final class DependenciesMerge {

    private final YamlPositions theirs;
    private final InstalledBeside beside;
    private final TextEdits edits;
    private final List<String> notes;
    private final ItemsMerge conda;
    private final ItemsMerge pip;
    private Optional<MappingNode> pipEntry = Optional.empty();

    DependenciesMerge(YamlPositions theirs, InstalledBeside beside, TextEdits edits, List<String> notes) {
        this.theirs = theirs;
        this.beside = beside;
        this.edits = edits;
        this.notes = notes;
        this.conda = new ItemsMerge(
                theirs,
                edits,
                notes,
                spec -> MatchSpec.parse(spec).exactName().map(Object::toString),
                (a, b) -> MatchSpec.parse(a).equals(MatchSpec.parse(b)));
        this.pip = new ItemsMerge(
                theirs,
                edits,
                notes,
                requirement -> Optional.of(Requirement.parse(requirement).name().value()),
                (a, b) -> Requirement.parse(a).equals(Requirement.parse(b)));
    }

    /**
     * Makes the changes.
     *
     * @param listed whether their lists are of all that was installed
     */
    void merge(EnvironmentLists ours, boolean listed) throws CannotEdit {
        Set<String> byConda = conda.names(ours.conda());
        Set<String> byPip = pip.names(ours.pip());
        List<Node> items = items();
        List<ScalarNode> condaItems = condaItems(items);
        List<ScalarNode> pipItems = pipItems();
        int left = conda.merge(
                condaItems,
                ours.conda(),
                item -> conda.normalName(item)
                        .filter(name -> !byConda.contains(name))
                        .flatMap(name -> byPip.contains(name) ? Optional.of("it now comes from pip") : beside(name)),
                listed);
        left += pip.merge(
                pipItems,
                ours.pip(),
                item -> pip.normalName(item)
                        .filter(name -> byConda.contains(name) && !byPip.contains(name))
                        .map(name -> "it now comes from conda")
                        .or(() -> beside.fileWith(item).map(DependenciesMerge::isIn)),
                listed);
        if (left > 0) {
            notes.add("It listed all that was installed on one computer; the " + left
                    + " lines of packages that the project does not ask for went.");
        }
        if (items.isEmpty()) {
            addList();
            return;
        }
        String indent = indentOf(items.get(0));
        int end = condaItems.isEmpty()
                ? theirs.lineStart(theirs.start(items.get(0)))
                : theirs.nextLine(theirs.end(condaItems.get(condaItems.size() - 1)));
        edits.insertUnlessEmpty(end, conda.missing(indent));
        addPip(end, indent, pipItems);
    }

    /** Whether a list as it was read from the merged text says what it is meant to. */
    boolean isExpected(YamlNode list) {
        if (!(list.toObject() instanceof List<?> items)) {
            return false;
        }
        List<Object> scalars = new ArrayList<>();
        List<Object> ofPip = new ArrayList<>();
        for (Object item : items) {
            if (item instanceof Map<?, ?> map) {
                ofPip.addAll(map.get("pip") instanceof List<?> inner ? inner : List.of());
            } else {
                scalars.add(item);
            }
        }
        return scalars.equals(conda.result()) && ofPip.equals(pip.result());
    }

    private List<Node> items() throws CannotEdit {
        Optional<Node> value = theirs.entry("dependencies").map(NodeTuple::getValueNode);
        if (value.isEmpty() || isNothing(value.get())) {
            return List.of();
        }
        if (!(value.get() instanceof SequenceNode list) || list.getAnchor() != null) {
            throw new CannotEdit("its dependencies are not a list");
        }
        if (YamlPositions.isFlow(list)) {
            throw new CannotEdit("its dependencies stand in brackets");
        }
        return list.getValue();
    }

    private List<ScalarNode> condaItems(List<Node> items) throws CannotEdit {
        List<ScalarNode> scalars = new ArrayList<>();
        for (Node item : items) {
            theirs.itemPrefix(item);
            if (item instanceof ScalarNode scalar) {
                scalars.add(scalar);
            } else if (item instanceof MappingNode mapping && isPip(mapping) && pipEntry.isEmpty()) {
                pipEntry = Optional.of(mapping);
            } else {
                throw new CannotEdit("one of its dependencies is neither a package nor the list of pip (line "
                        + (item.getStartMark().getLine() + 1) + ")");
            }
        }
        return scalars;
    }

    private static boolean isPip(MappingNode mapping) {
        return !YamlPositions.isFlow(mapping)
                && mapping.getValue().size() == 1
                && mapping.getValue().get(0).getKeyNode() instanceof ScalarNode key
                && key.getValue().equals("pip");
    }

    private List<ScalarNode> pipItems() throws CannotEdit {
        if (pipEntry.isEmpty() || isNothing(pipValue())) {
            return List.of();
        }
        if (!(pipValue() instanceof SequenceNode list) || list.getAnchor() != null || YamlPositions.isFlow(list)) {
            throw new CannotEdit("its list of pip does not stand in lines");
        }
        List<ScalarNode> scalars = new ArrayList<>();
        for (Node item : list.getValue()) {
            theirs.itemPrefix(item);
            if (!(item instanceof ScalarNode scalar)) {
                throw new CannotEdit("its list of pip is not a simple list");
            }
            scalars.add(scalar);
        }
        return scalars;
    }

    private Node pipValue() {
        return pipEntry.orElseThrow().getValue().get(0).getValueNode();
    }

    private static boolean isNothing(Node value) {
        return value instanceof ScalarNode scalar
                && scalar.isPlain()
                && scalar.getValue().isEmpty();
    }

    private void addList() {
        String lines = conda.missing("  ") + (pip.hasMissing() ? "  - pip:\n" + pip.missing("      ") : "");
        Optional<NodeTuple> entry = theirs.entry("dependencies");
        if (entry.isPresent()) {
            edits.insert(theirs.nextLine(theirs.start(entry.get().getKeyNode())), lines);
        } else {
            edits.insert(theirs.text().length(), "dependencies:\n" + lines);
        }
    }

    private void addPip(int endOfConda, String indent, List<ScalarNode> pipItems) throws CannotEdit {
        if (pipEntry.isEmpty()) {
            if (pip.hasMissing()) {
                edits.insert(endOfConda, indent + "- pip:\n" + pip.missing(indent + "    "));
            }
            return;
        }
        int key = theirs.start(pipEntry.get());
        if (pip.result().isEmpty()) {
            edits.delete(theirs.lineStart(key), theirs.nextLine(key));
        } else if (pipItems.isEmpty()) {
            edits.insertUnlessEmpty(theirs.nextLine(key), pip.missing(indent + "    "));
        } else {
            ScalarNode last = pipItems.get(pipItems.size() - 1);
            edits.insertUnlessEmpty(theirs.nextLine(theirs.end(last)), pip.missing(indentOf(pipItems.get(0))));
        }
    }

    private String indentOf(Node item) throws CannotEdit {
        String prefix = theirs.itemPrefix(item);
        return prefix.substring(0, prefix.indexOf('-'));
    }

    private Optional<String> beside(String name) {
        return PackageName.tryOf(name).flatMap(beside::fileWith).map(DependenciesMerge::isIn);
    }

    private static String isIn(String file) {
        return "it is in " + file + " now";
    }
}
