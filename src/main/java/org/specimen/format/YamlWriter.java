package org.specimen.format;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;
import org.yaml.snakeyaml.serializer.Serializer;

/**
 * Writes YAML that every reader takes for the same: a {@link Map} in its order, a {@link Collection}, a {@link Boolean}, a
 * {@link Plain}, and a {@link String}, which is quoted where it would be read as anything else (YAML 1.1, "Tags").
 */
public final class YamlWriter {

    /**
     * A value that stood without quotes in a file and shall go on doing so, such as a number.
     *
     * @param text as it stood there
     */
    public record Plain(String text) {}

    private static final Resolver RESOLVER = new Resolver();

    private YamlWriter() {}

    /** The document, with a line feed at its end. */
    public static String write(Map<String, ?> document) {
        DumperOptions options = new DumperOptions();
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        options.setIndent(2);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        StringWriter text = new StringWriter();
        try {
            Serializer serializer = new Serializer(new Emitter(text, options), RESOLVER, options, null);
            serializer.open();
            serializer.serialize(node(document));
            serializer.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot be written to", impossible);
        }
        return text.toString();
    }

    private static Node node(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<NodeTuple> tuples = new ArrayList<>();
            map.forEach((key, item) -> tuples.add(new NodeTuple(node(key), node(item))));
            return new MappingNode(Tag.MAP, tuples, map.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        if (value instanceof Collection<?> items) {
            List<Node> nodes = new ArrayList<>();
            items.forEach(item -> nodes.add(node(item)));
            return new SequenceNode(Tag.SEQ, nodes, items.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        if (value instanceof Boolean truth) {
            return new ScalarNode(Tag.BOOL, truth.toString(), null, null, ScalarStyle.PLAIN);
        }
        if (value instanceof Plain plain) {
            // The emitter quotes digits with a zero before them, and would then have to name their type.
            Tag tag = plain.text().matches("[-+]?0[0-9_]+.*")
                    ? Tag.STR
                    : RESOLVER.resolve(NodeId.scalar, plain.text(), true);
            return new ScalarNode(tag, plain.text(), null, null, ScalarStyle.PLAIN);
        }
        return new ScalarNode(Tag.STR, value.toString(), null, null, ScalarStyle.PLAIN);
    }
}
