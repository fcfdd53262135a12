package org.specimen.format;

import java.util.ArrayList;
import java.util.List;

/** Writes environment.yml (conda documentation, "Creating an environment file manually"). */
public final class EnvironmentYamlWriter {

    private EnvironmentYamlWriter() {}

    /**
     * One item under {@code dependencies:} or {@code pip:}.
     *
     * @param text a match specification of conda's, or a requirement of pip's
     * @param why a comment behind it; may be empty
     */
    public record Item(String text, String why) {}

    /**
     * The text of the file.
     *
     * @param header comment at the top; one or more lines
     * @param channels in the order of their weight
     * @param pip what pip installs; conda itself must then be asked for pip too
     */
    public static String write(String header, String name, List<String> channels, List<Item> conda, List<Item> pip) {
        List<String> text = new ArrayList<>(CommentText.block(header));
        text.add("name: " + YamlScalar.of(name));
        text.add("channels:");
        channels.forEach(channel -> text.add("  - " + YamlScalar.of(channel)));
        text.add("dependencies:");
        conda.forEach(item -> text.add("  - " + line(item)));
        if (!pip.isEmpty()) {
            text.add("  - pip:");
            pip.forEach(item -> text.add("      - " + line(item)));
        }
        return String.join("\n", text) + "\n";
    }

    private static String line(Item item) {
        // A word in brackets would be a platform to conda-lock.
        String why = item.why().replace('[', '(').replace(']', ')');
        return YamlScalar.of(item.text()) + CommentText.behind(why);
    }
}
