package org.specimen.format;

import java.io.StringReader;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A YAML text with the places of its parts, so that one can be changed while everything around it stays as it is. */
final class YamlPositions {

    private static final int MAX_CHARACTERS = 3_000_000;
    private static final int MAX_DEPTH = 50;

    private final String text;
    private final List<NodeTuple> entries;
    /** Places are counted in code points; where a text has characters beyond the basic plane, this leads to chars. */
    private final int @Nullable [] charIndex;

    private YamlPositions(String text, List<NodeTuple> entries) {
        this.text = text;
        this.entries = entries;
        this.charIndex = text.codePointCount(0, text.length()) == text.length() ? null : charIndex(text);
    }

    /**
     * Finds the parts of a text.
     *
     * @param text with line feeds only
     * @return empty if it holds nothing but space and comments
     * @throws CannotEdit if it is not one document of keys and values, each on its own line
     */
    static Optional<YamlPositions> of(String text) throws CannotEdit {
        if (text.chars().anyMatch(c -> c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)) {
            throw new CannotEdit("it has line ends of an unusual kind");
        }
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        try {
            Iterator<Node> documents = new org.yaml.snakeyaml.Yaml(new SafeConstructor(options))
                    .composeAll(new StringReader(text))
                    .iterator();
            if (!documents.hasNext()) {
                return Optional.empty();
            }
            Node root = documents.next();
            if (documents.hasNext()) {
                throw new CannotEdit("it holds more than one document");
            }
            if (!(root instanceof MappingNode mapping) || isFlow(mapping)) {
                throw new CannotEdit("it does not have \"key: value\" lines");
            }
            return Optional.of(new YamlPositions(text, mapping.getValue()));
        } catch (MarkedYAMLException broken) {
            throw new CannotEdit("it is not valid YAML" + place(broken.getProblemMark()));
        } catch (YAMLException broken) {
            throw new CannotEdit("it is not valid YAML");
        }
    }

    private static String place(@Nullable Mark mark) {
        return mark == null ? "" : " (line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ")";
    }

    static boolean isFlow(CollectionNode<?> node) {
        return node.getFlowStyle() == DumperOptions.FlowStyle.FLOW;
    }

    String text() {
        return text;
    }

    List<NodeTuple> entries() {
        return entries;
    }

    /** The key and value of a key. */
    Optional<NodeTuple> entry(String key) {
        return entries.stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .findFirst();
    }

    int start(Node node) {
        return index(node.getStartMark());
    }

    int end(Node node) {
        return index(node.getEndMark());
    }

    String source(Node node) {
        return text.substring(start(node), end(node));
    }

    int lineStart(int index) {
        return text.lastIndexOf('\n', index - 1) + 1;
    }

    /** Where the line behind the one of {@code index} starts. */
    int nextLine(int index) {
        int lineFeed = text.indexOf('\n', index);
        return lineFeed < 0 ? text.length() : lineFeed + 1;
    }

    /** What stands behind a scalar on its line, without space. */
    String restOfLine(Node scalar) {
        return text.substring(end(scalar), nextLine(end(scalar))).strip();
    }

    /** The comments on the lines right above the line of {@code index}, without space. */
    List<String> commentsAbove(int index) {
        return text.substring(startOfCommentsAbove(index), lineStart(index))
                .lines()
                .map(String::strip)
                .toList();
    }

    /** Where the comments on the lines right above the line of {@code index} start, or that line if there are none. */
    int startOfCommentsAbove(int index) {
        int line = lineStart(index);
        while (line > 0) {
            int above = lineStart(line - 1);
            if (!text.substring(above, line).strip().startsWith("#")) {
                break;
            }
            line = above;
        }
        return line;
    }

    /** The comment behind an item of a list as a line of its own, for when the item goes; empty if there is none. */
    String commentLine(Node scalar) {
        String rest = restOfLine(scalar);
        String line = text.substring(lineStart(start(scalar)), start(scalar));
        return rest.startsWith("#") ? line.substring(0, line.indexOf('-')) + rest + "\n" : "";
    }

    /**
     * What stands before an item of a list in lines: space, a hyphen, space.
     *
     * @throws CannotEdit if anything else stands there
     */
    String itemPrefix(Node item) throws CannotEdit {
        String prefix = text.substring(lineStart(start(item)), start(item));
        boolean isItem = prefix.strip().equals("-") && prefix.endsWith(" ");
        if (!isItem || item.getAnchor() != null) {
            throw new CannotEdit("one of its lists is written in an unusual way (line "
                    + (item.getStartMark().getLine() + 1) + ")");
        }
        return prefix;
    }

    private int index(Mark mark) {
        return charIndex == null ? mark.getIndex() : charIndex[mark.getIndex()];
    }

    private static int[] charIndex(String text) {
        int[] index = new int[text.codePointCount(0, text.length()) + 1];
        int at = 0;
        for (int i = 0; i < index.length; i++) {
            index[i] = at;
            at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
        }
        return index;
    }
}
