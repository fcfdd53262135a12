package org.specimen.ui;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.specimen.app.store.Theme;

/**
 * What shall be on the screenshots.
 *
 * @param text the size of the text, in percent
 * @param states what is wanted
 * @param to the folder that they are written to
 */
record ScreenshotOptions(
        double width, double height, int text, List<Theme> themes, String sample, States states, Path to) {

    /** Which of the pages. */
    enum States {
        /** Every step once. */
        STEPS,
        /** Every step, and its rarer states. */
        ALL,
        /** The last step alone, in its states. */
        TRIAL,
        /** What is said of versions alone: old ones, doubtful names, builds. */
        VERSIONS
    }

    private static final Set<String> KNOWN = Set.of("--size", "--text", "--theme", "--sample", "--states", "--to");

    boolean everyState() {
        return states == States.ALL;
    }

    /**
     * Reads {@code --size 1280x800 --text 100 --theme light --sample map-analysis --states all --to FOLDER}, each of
     * which may be missing; the states are those of {@link States}.
     */
    static ScreenshotOptions of(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            if (!KNOWN.contains(arguments[i])) {
                throw new IllegalArgumentException(arguments[i] + " is none of " + KNOWN);
            }
            given.put(arguments[i], arguments[i + 1]);
        }
        String[] size = given.getOrDefault("--size", "1280x800").split("x", 2);
        return new ScreenshotOptions(
                Double.parseDouble(size[0]),
                Double.parseDouble(size[1]),
                Integer.parseInt(given.getOrDefault("--text", "100")),
                switch (given.getOrDefault("--theme", "both")) {
                    case "light" -> List.of(Theme.LIGHT);
                    case "dark" -> List.of(Theme.DARK);
                    default -> List.of(Theme.LIGHT, Theme.DARK);
                },
                given.getOrDefault("--sample", "map-analysis"),
                States.valueOf(given.getOrDefault("--states", "steps").toUpperCase(Locale.ROOT)),
                Path.of(given.getOrDefault("--to", "screenshots")));
    }
}
