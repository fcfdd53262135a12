package org.specimen.format;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** What an environment.yml that we made says, piece by piece, to be put into another one. */
record EnvironmentLists(Item name, List<Item> channels, List<Item> conda, List<Item> pip) {

    /**
     * A scalar with what stands around it.
     *
     * @param value quotes resolved
     * @param source as it is written
     * @param comment behind it, with the {@code #}; may be empty
     * @param above the comment lines right above it, without space
     */
    record Item(String value, String source, String comment, List<String> above) {

        /** The lines of the item in a list. */
        String lines(String indent) {
            StringBuilder lines = new StringBuilder();
            above.forEach(line -> lines.append(indent).append(line).append('\n'));
            lines.append(indent).append("- ").append(source);
            return lines.append(comment.isEmpty() ? "" : "  " + comment)
                    .append('\n')
                    .toString();
        }
    }

    /** @throws IllegalArgumentException if the text is not as we make it */
    static EnvironmentLists of(YamlPositions text) {
        try {
            List<Item> conda = new ArrayList<>();
            List<Item> pip = new ArrayList<>();
            for (Node node : items(text, "dependencies")) {
                if (node instanceof MappingNode mapping) {
                    NodeTuple entry = mapping.getValue().get(0);
                    for (Node item : ((SequenceNode) entry.getValueNode()).getValue()) {
                        pip.add(item(text, item));
                    }
                } else {
                    conda.add(item(text, node));
                }
            }
            List<Item> channels = new ArrayList<>();
            for (Node node : items(text, "channels")) {
                channels.add(item(text, node));
            }
            Node name = text.entry("name")
                    .orElseThrow(() -> new CannotEdit("it has no name"))
                    .getValueNode();
            return new EnvironmentLists(item(text, name), channels, conda, pip);
        } catch (CannotEdit | ClassCastException broken) {
            throw new IllegalArgumentException("not an environment.yml of ours: " + broken.getMessage(), broken);
        }
    }

    private static List<Node> items(YamlPositions text, String key) throws CannotEdit {
        Node list = text.entry(key)
                .orElseThrow(() -> new CannotEdit("it has no " + key))
                .getValueNode();
        return ((SequenceNode) list).getValue();
    }

    private static Item item(YamlPositions text, Node node) {
        String comment = text.restOfLine(node);
        return new Item(
                ((ScalarNode) node).getValue(),
                text.source(node),
                comment.startsWith("#") ? comment : "",
                text.commentsAbove(text.start(node)));
    }
}
