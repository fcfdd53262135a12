package org.specimen.format;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.specimen.problem.BadInput;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads YAML safely: tags make no objects, every scalar is text, and size, depth and aliases are bounded, so that no
 * document takes more than a small multiple of its own size.
 */
public final class Yaml {

    /** More than any environment, plan or rulebook needs. */
    private static final int MAX_CHARACTERS = 3_000_000;

    /** A plain scalar costs the square of its length. */
    private static final int MAX_LINE = 200_000;

    private static final int MAX_DEPTH = 50;
    private static final int MAX_ALIASES = 50;
    private static final int MAX_NODES = 500_000;

    /** YAML 1.1, "Line Break Characters". */
    private static final Pattern LINE_BREAK = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");

    private final String file;
    private final String text;
    private final String[] lines;
    private final IdentityHashMap<Node, Anchored> read = new IdentityHashMap<>();
    private int nodes;
    private int deepest;
    private int lineOfOffsets = -1;
    private int[] offsets = {};

    /**
     * What was read already, for the aliases of it.
     *
     * @param size how many nodes it is with all below it, each as often as it is reached
     * @param height how many levels there are below it
     */
    private record Anchored(YamlNode node, int size, int height) {}

    private Yaml(String file, String text) {
        this.file = file;
        this.text = text;
        this.lines = LINE_BREAK.split(text, -1);
    }

    /**
     * Reads one document.
     *
     * @param file the file as the person knows it, for messages
     * @return empty if the text holds nothing but space and comments
     * @throws BadInput with line and column if it is not YAML, holds a key twice, or goes beyond the bounds
     */
    public static Optional<YamlNode> read(String file, String text) {
        return new Yaml(file, text).read();
    }

    /**
     * Like {@link #read}, for a file that must hold keys and values at the top.
     *
     * @return without entries if the text holds nothing
     * @throws BadInput also if something else stands at the top
     */
    public static YamlNode.Mapping readMapping(String file, String text) {
        YamlNode top = read(file, text).orElseGet(() -> new YamlNode.Mapping(List.of(), 1, 1));
        if (top instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        if (top instanceof YamlNode.Scalar scalar && scalar.text().isEmpty()) {
            return new YamlNode.Mapping(List.of(), 1, 1);
        }
        throw BadInput.at(
                file, top.line(), top.column(), "here is " + top.kind() + " where \"key: value\" lines must stand.");
    }

    private Optional<YamlNode> read() {
        for (int line = 0; line < lines.length; line++) {
            if (lines[line].length() > MAX_LINE) {
                throw BadInput.at(file, line + 1, 1, "the line is longer than any that is written as YAML.");
            }
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setMaxAliasesForCollections(MAX_ALIASES);
        try {
            Node root = new org.yaml.snakeyaml.Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            return root == null ? Optional.empty() : Optional.of(convert(root, 0));
        } catch (MarkedYAMLException broken) {
            throw notYaml(broken);
        } catch (ReaderException unprintable) {
            throw unprintable();
        } catch (YAMLException beyondBounds) {
            throw new BadInput(
                    file + " cannot be read as YAML: " + firstLine(beyondBounds.getMessage()) + ".", beyondBounds);
        }
    }

    private BadInput notYaml(MarkedYAMLException broken) {
        Mark mark = broken.getProblemMark() != null ? broken.getProblemMark() : broken.getContextMark();
        String problem = firstLine(broken.getProblem());
        if (mark == null) {
            return new BadInput(file + " is not valid YAML: " + problem, broken);
        }
        return BadInput.at(
                file,
                mark.getLine() + 1,
                mark.getColumn() + 1,
                "not valid YAML: " + problem + ". Check the indentation and the quotes there.");
    }

    private BadInput unprintable() {
        for (int line = 0; line < lines.length; line++) {
            int column = 1;
            for (int at = 0; at < lines[line].length(); column++) {
                int character = lines[line].codePointAt(at);
                if (!StreamReader.isPrintable(character)) {
                    String name = String.format(Locale.ROOT, "U+%04X", character);
                    return BadInput.at(
                            file, line + 1, column, "not valid YAML: the character " + name + ". Remove it.");
                }
                at += Character.charCount(character);
            }
        }
        return new BadInput(file + " holds characters that YAML does not allow.");
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "it is malformed" : message.lines().findFirst().orElse("it is malformed");
    }

    private YamlNode convert(Node node, int depth) {
        Anchored already = read.get(node);
        // An alias stands for its anchor again, so nodes are counted as often as they are reached, and read once.
        int height = already == null ? 0 : already.height();
        nodes += already == null ? 1 : already.size();
        if (depth + height > MAX_DEPTH || nodes > MAX_NODES) {
            throw BadInput.at(
                    file,
                    node.getStartMark().getLine() + 1,
                    node.getStartMark().getColumn() + 1,
                    "nested too deeply, or repeated by aliases beyond measure.");
        }
        if (already != null) {
            deepest = Math.max(deepest, depth + height);
            return already.node();
        }
        int before = nodes - 1;
        int deepestBefore = deepest;
        deepest = depth;
        YamlNode converted = convertAnew(node, depth);
        read.put(node, new Anchored(converted, nodes - before, deepest - depth));
        deepest = Math.max(deepest, deepestBefore);
        return converted;
    }

    private YamlNode convertAnew(Node node, int depth) {
        int line = node.getStartMark().getLine() + 1;
        int column = node.getStartMark().getColumn() + 1;
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar, line, column);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>();
            for (Node item : sequence.getValue()) {
                items.add(convert(item, depth + 1));
            }
            return new YamlNode.Sequence(items, line, column);
        }
        if (node instanceof MappingNode mapping) {
            return mapping(mapping, depth, line, column);
        }
        throw new IllegalStateException("unknown YAML node: " + node.getNodeId());
    }

    private YamlNode.Mapping mapping(MappingNode node, int depth, int line, int column) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (NodeTuple tuple : node.getValue()) {
            if (!(convert(tuple.getKeyNode(), depth + 1) instanceof YamlNode.Scalar key)) {
                Mark mark = tuple.getKeyNode().getStartMark();
                throw BadInput.at(
                        file, mark.getLine() + 1, mark.getColumn() + 1, "a key must be a single word or text.");
            }
            if (!keys.add(key.text())) {
                throw BadInput.at(
                        file, key.line(), key.column(), "the key " + key.text() + " stands here a second time.");
            }
            entries.add(new YamlNode.Entry(key, convert(tuple.getValueNode(), depth + 1)));
        }
        return new YamlNode.Mapping(entries, line, column);
    }

    private YamlNode.Scalar scalar(ScalarNode node, int line, int column) {
        boolean quoted = node.getScalarStyle() != DumperOptions.ScalarStyle.PLAIN;
        boolean isNull = !quoted && Set.of("", "~", "null", "Null", "NULL").contains(node.getValue());
        return new YamlNode.Scalar(isNull ? "" : node.getValue(), quoted, commentBehind(node), line, column);
    }

    /** The comment on the line that a plain or quoted scalar ends on. */
    private String commentBehind(ScalarNode node) {
        Mark end = node.getEndMark();
        boolean block = node.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL
                || node.getScalarStyle() == DumperOptions.ScalarStyle.FOLDED;
        if (block || end.getLine() >= lines.length) {
            return "";
        }
        String line = lines[end.getLine()];
        int at = offset(end);
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at < line.length() && line.charAt(at) == '#'
                ? line.substring(at + 1).strip()
                : "";
    }

    /** Where in its line a mark stands, in chars. One line may hold everything, so it is gone through once. */
    private int offset(Mark mark) {
        if (mark.getLine() != lineOfOffsets) {
            lineOfOffsets = mark.getLine();
            String line = lines[lineOfOffsets];
            offsets = new int[line.codePointCount(0, line.length()) + 1];
            for (int column = 1; column < offsets.length; column++) {
                offsets[column] = line.offsetByCodePoints(offsets[column - 1], 1);
            }
        }
        return offsets[Math.min(mark.getColumn(), offsets.length - 1)];
    }
}
