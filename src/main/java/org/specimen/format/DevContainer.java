package org.specimen.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What devcontainer.json says of a container (Development Containers specification, "devcontainer.json reference").
 *
 * @param image that it begins with
 * @param features by identifier, with the version that is asked for, or empty
 * @param commands what runs in it once it is there
 */
public record DevContainer(Optional<String> image, Map<String, String> features, List<String> commands) {

    private static final List<String> COMMANDS =
            List.of("onCreateCommand", "updateContentCommand", "postCreateCommand", "postStartCommand");

    public DevContainer {
        features = Map.copyOf(features);
        commands = List.copyOf(commands);
    }

    /**
     * Reads the text of a file, which may hold comments.
     *
     * @param file the file as the person knows it, for messages
     * @throws org.specimen.problem.BadInput with line and column if it is not JSON
     */
    public static DevContainer parse(String file, String text) {
        if (!(Json.readTolerant(file, text) instanceof Map<?, ?> top)) {
            return new DevContainer(Optional.empty(), Map.of(), List.of());
        }
        Map<String, String> features = new LinkedHashMap<>();
        if (top.get("features") instanceof Map<?, ?> asked) {
            asked.forEach((name, options) -> features.put(String.valueOf(name), version(options)));
        }
        List<String> commands = new ArrayList<>();
        for (String key : COMMANDS) {
            addCommands(top.get(key), commands);
        }
        return new DevContainer(
                top.get("image") instanceof String image ? Optional.of(image) : Optional.empty(), features, commands);
    }

    private static String version(Object options) {
        if (options instanceof Map<?, ?> map) {
            return map.get("version") instanceof String version ? version : "";
        }
        return options instanceof String text ? text : "";
    }

    /** A command line, the words of one, or several by name. */
    private static void addCommands(@Nullable Object value, List<String> commands) {
        if (value instanceof String line) {
            commands.add(line);
        } else if (value instanceof List<?> words) {
            commands.add(String.join(" ", words.stream().map(String::valueOf).toList()));
        } else if (value instanceof Map<?, ?> several) {
            several.values().forEach(each -> addCommands(each, commands));
        }
    }
}
