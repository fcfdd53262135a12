package org.specimen.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Merges the channels of an environment.yml: ours first, then theirs, {@code nodefaults} last. Anaconda's defaults go,
 * since they clash with conda-forge and have terms of their own, and so does the pytorch channel, which has had no release
 * since 2.5.
 */
final class ChannelsMerge {

    private static final String NO_DEFAULTS = "nodefaults";
    private static final Set<String> DEFAULTS = Set.of(
            "defaults", "anaconda", "main", "r", "msys2", "free", "pkgs/main", "pkgs/r", "pkgs/msys2", "pkgs/free");
    private static final Set<String> FROZEN = Set.of("pytorch");

    /** A channel, and where it stands in the text of the person's own, if it does. */
    private record Channel(String name, String value, String source, Optional<ScalarNode> node) {

        boolean isAt(int start, YamlPositions text) {
            return node.isPresent() && text.start(node.get()) == start;
        }
    }

    private final YamlPositions theirs;
    private final TextEdits edits;
    private final List<String> notes;

    ChannelsMerge(YamlPositions theirs, TextEdits edits, List<String> notes) {
        this.theirs = theirs;
        this.edits = edits;
        this.notes = notes;
    }

    /** Makes the changes. Returns the channels as the merged text has them. */
    List<String> merge(List<EnvironmentLists.Item> ours) throws CannotEdit {
        Optional<NodeTuple> entry = theirs.entry("channels");
        List<ScalarNode> own = entry.isPresent() ? own(entry.get().getValueNode()) : List.of();
        List<Channel> wanted = wanted(ours, own);
        List<String> values = wanted.stream().map(Channel::value).toList();
        if (own.stream().map(ScalarNode::getValue).toList().equals(values)) {
            return values;
        }
        if (own.isEmpty()) {
            insertAll(entry, wanted);
        } else if (YamlPositions.isFlow((SequenceNode) entry.orElseThrow().getValueNode())) {
            rewriteInBrackets(entry.orElseThrow().getValueNode(), wanted);
        } else {
            rewriteLines(own, wanted);
        }
        return values;
    }

    private List<Channel> wanted(List<EnvironmentLists.Item> ours, List<ScalarNode> own) {
        Map<String, Channel> there = new LinkedHashMap<>();
        for (ScalarNode node : own) {
            String name = name(node.getValue());
            there.putIfAbsent(name, new Channel(name, node.getValue(), theirs.source(node), Optional.of(node)));
        }
        Map<String, Channel> wanted = new LinkedHashMap<>();
        for (EnvironmentLists.Item item : ours) {
            String name = name(item.value());
            Channel channel = new Channel(name, item.value(), item.source(), Optional.empty());
            wanted.putIfAbsent(name, there.getOrDefault(name, channel));
        }
        Optional<Channel> noDefaults = Optional.ofNullable(wanted.remove(NO_DEFAULTS));
        for (Channel channel : there.values()) {
            String name = channel.name();
            if (noDefaults.isPresent() && DEFAULTS.contains(name)) {
                notes.add("The channel " + name
                        + " is taken out, because its packages do not go together with those of conda-forge, and its"
                        + " terms ask larger organisations for a licence; the line nodefaults tells conda not to add it"
                        + " by itself.");
            } else if (FROZEN.contains(name) && !wanted.containsKey(name)) {
                notes.add("The channel " + name + " went: it has no new releases, conda-forge has.");
            } else if (!name.equals(NO_DEFAULTS)) {
                wanted.putIfAbsent(name, channel);
            }
        }
        noDefaults.ifPresent(channel -> wanted.put(NO_DEFAULTS, channel));
        return List.copyOf(wanted.values());
    }

    private static List<ScalarNode> own(Node value) throws CannotEdit {
        if (value instanceof ScalarNode scalar && scalar.getValue().isEmpty() && scalar.isPlain()) {
            return List.of();
        }
        if (!(value instanceof SequenceNode list) || list.getAnchor() != null) {
            throw new CannotEdit("its channels are not a list");
        }
        List<ScalarNode> scalars = new ArrayList<>();
        for (Node item : list.getValue()) {
            if (!(item instanceof ScalarNode scalar) || item.getAnchor() != null) {
                throw new CannotEdit("its channels are not a simple list");
            }
            scalars.add(scalar);
        }
        if (scalars.isEmpty()) {
            throw new CannotEdit("its list of channels is empty");
        }
        return scalars;
    }

    private void insertAll(Optional<NodeTuple> entry, List<Channel> wanted) {
        String lines =
                wanted.stream().map(channel -> "  - " + channel.source() + "\n").collect(Collectors.joining());
        if (entry.isPresent()) {
            edits.insert(theirs.nextLine(theirs.start(entry.get().getKeyNode())), lines);
        } else {
            int at = theirs.entry("dependencies")
                    .map(dependencies -> theirs.lineStart(theirs.start(dependencies.getKeyNode())))
                    .orElse(theirs.text().length());
            edits.insert(at, "channels:\n" + lines);
        }
    }

    private void rewriteInBrackets(Node list, List<Channel> wanted) throws CannotEdit {
        if (theirs.source(list).contains("\n")) {
            throw new CannotEdit("its channels stand in brackets over several lines");
        }
        String inside = wanted.stream().map(Channel::source).collect(Collectors.joining(", "));
        edits.replace(theirs.start(list), theirs.end(list), "[" + inside + "]");
    }

    /** Each line moves with the comments above it; comments on a line that goes stay at the top. */
    private void rewriteLines(List<ScalarNode> own, List<Channel> wanted) throws CannotEdit {
        String prefix = theirs.itemPrefix(own.get(0));
        Map<String, String> lines = new LinkedHashMap<>();
        wanted.forEach(channel -> lines.put(channel.name(), prefix + channel.source() + "\n"));
        StringBuilder top = new StringBuilder();
        int start = theirs.startOfCommentsAbove(theirs.start(own.get(0)));
        int at = start;
        for (ScalarNode node : own) {
            theirs.itemPrefix(node);
            int place = theirs.start(node);
            int next = theirs.nextLine(theirs.end(node));
            boolean stays = wanted.stream().anyMatch(channel -> channel.isAt(place, theirs));
            if (stays) {
                lines.put(name(node.getValue()), theirs.text().substring(at, next));
            } else {
                top.append(theirs.text(), at, theirs.lineStart(place)).append(theirs.commentLine(node));
            }
            at = next;
        }
        edits.replace(start, at, top + String.join("", lines.values()));
    }

    /** The name of a channel that is given by its address on anaconda.org or repo.anaconda.com. */
    private static String name(String channel) {
        String name = channel.endsWith("/") ? channel.substring(0, channel.length() - 1) : channel;
        for (String host : List.of("https://conda.anaconda.org/", "https://repo.anaconda.com/")) {
            if (name.toLowerCase(Locale.ROOT).startsWith(host)) {
                return name.substring(host.length());
            }
        }
        return name;
    }
}
