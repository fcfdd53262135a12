package org.specimen.format;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.specimen.problem.BadInput;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Brings our parts into an environment.yml of a person's own (conda documentation, "Creating an environment file
 * manually"). Comments, the order of keys, quotes, extra keys and extra dependencies stay as they are; the packages that
 * we pin get our version in place, what is missing comes at the end of its list, our channels come first. Merging the
 * result again changes nothing.
 */
public final class EnvironmentYamlEditor {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final YamlPositions theirs;
    private final EnvironmentLists ours;
    private final InstalledBeside beside;
    private final TextEdits edits = new TextEdits();
    private final List<String> notes = new ArrayList<>();

    private EnvironmentYamlEditor(YamlPositions theirs, EnvironmentLists ours, InstalledBeside beside) {
        this.theirs = theirs;
        this.ours = ours;
        this.beside = beside;
    }

    /**
     * Merges.
     *
     * @param theirs the file as it is, with line feeds only
     * @param ours what we would write if there were none
     * @param besides the texts, by path, of the requirements files that pip installs beside it; what stands in one of
     *     them leaves this file
     * @throws CannotEdit if it is no YAML, or written in a way that cannot be changed in place without risk
     */
    public static EditedText merge(String theirs, String ours, Map<String, String> besides) throws CannotEdit {
        if (theirs.isBlank()) {
            return new EditedText(ours, List.of());
        }
        String mark = theirs.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        String own = theirs.substring(mark.length());
        String whole = own.endsWith("\n") ? own : own + "\n";
        Optional<YamlPositions> positions = YamlPositions.of(whole);
        if (positions.isEmpty()) {
            return new EditedText(mark + whole + ours, List.of());
        }
        EnvironmentLists wanted = EnvironmentLists.of(
                YamlPositions.of(ours).orElseThrow(() -> new IllegalArgumentException("ours is empty")));
        EnvironmentYamlEditor editor = new EnvironmentYamlEditor(positions.get(), wanted, new InstalledBeside(besides));
        String merged = editor.merge();
        return new EditedText(editor.edits.isEmpty() ? theirs : mark + merged, editor.notes);
    }

    private String merge() throws CannotEdit {
        checkKeys();
        addName();
        List<String> channels = new ChannelsMerge(theirs, edits, notes).merge(ours.channels());
        DependenciesMerge dependencies = new DependenciesMerge(theirs, beside, edits, notes);
        dependencies.merge(ours, isExport());
        dropPrefix();
        String merged = edits.applyTo(theirs.text());
        check(merged, channels, dependencies);
        return merged;
    }

    private boolean isExport() throws CannotEdit {
        try {
            return EnvironmentYaml.parse("environment.yml", theirs.text()).isExport();
        } catch (BadInput broken) {
            throw new CannotEdit("it is written in an unusual way");
        }
    }

    private void checkKeys() throws CannotEdit {
        Set<String> keys = new HashSet<>();
        for (NodeTuple entry : theirs.entries()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key) || !keys.add(key.getValue())) {
                throw new CannotEdit("a key stands in it twice, or is no single word (line "
                        + (entry.getKeyNode().getStartMark().getLine() + 1) + ")");
            }
        }
    }

    private void addName() {
        Optional<NodeTuple> name = theirs.entry("name");
        if (name.isEmpty()) {
            int first = theirs.lineStart(theirs.start(theirs.entries().get(0).getKeyNode()));
            edits.insert(first, "name: " + ours.name().source() + "\n");
        } else if (name.get().getValueNode() instanceof ScalarNode value
                && !value.getValue().equals(ours.name().value())) {
            notes.add("The environment keeps the name " + value.getValue() + ".");
        }
    }

    /** It is the folder of the environment on one machine. */
    private void dropPrefix() {
        theirs.entry("prefix").ifPresent(prefix -> {
            int start = theirs.lineStart(theirs.start(prefix.getKeyNode()));
            edits.delete(start, theirs.nextLine(theirs.end(prefix.getValueNode())));
            notes.add("The line prefix went: it names a folder of one machine.");
        });
    }

    /** A last look with other eyes: read as YAML, the text must say exactly what was meant. */
    private void check(String merged, List<String> channels, DependenciesMerge dependencies) throws CannotEdit {
        try {
            YamlNode.Mapping before = Yaml.readMapping("environment.yml", theirs.text());
            YamlNode.Mapping after = Yaml.readMapping("environment.yml", merged);
            boolean same = before.entries().stream()
                    .filter(entry -> !Set.of("prefix", "channels", "dependencies")
                            .contains(entry.key().text()))
                    .allMatch(entry -> after.get(entry.key().text())
                            .map(value -> value.toObject().equals(entry.value().toObject()))
                            .orElse(false));
            same &= after.get("prefix").isEmpty() && after.get("name").isPresent();
            same &= after.get("channels")
                    .map(list -> list.toObject().equals(channels))
                    .orElse(false);
            same &= after.get("dependencies")
                    .map(list -> dependencies.isExpected(list))
                    .orElse(false);
            if (!same) {
                throw new CannotEdit("it is written in an unusual way");
            }
        } catch (BadInput broken) {
            throw new CannotEdit("it is written in an unusual way");
        }
    }
}
