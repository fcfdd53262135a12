package org.specimen.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/** The colours of one theme: those of AtlantaFX, and over them our own. */
final class Palette {

    /**
     * One rule of a style sheet.
     *
     * @param declarations what it sets, by property
     */
    record Rule(String sheet, String selector, Map<String, String> declarations) {}

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private final Map<String, String> named = new HashMap<>();

    Palette(boolean dark) {
        String primer = dark ? "primer-dark" : "primer-light";
        define(rules("/atlantafx/base/theme/" + primer + ".css"), dark);
        define(rules("/org/specimen/ui/theme/specimen.css"), dark);
    }

    private void define(List<Rule> rules, boolean dark) {
        rules.stream()
                .filter(rule -> rule.selector().equals(".root")
                        || (dark && rule.selector().equals(".root:dark")))
                .forEach(rule -> named.putAll(rule.declarations()));
    }

    /** The rules of a style sheet, one for each of its selectors. */
    static List<Rule> rules(String resource) {
        String text = COMMENT.matcher(read(resource)).replaceAll("");
        List<Rule> rules = new ArrayList<>();
        Matcher matcher = RULE.matcher(text);
        while (matcher.find()) {
            Map<String, String> declarations = new LinkedHashMap<>();
            for (String declaration : matcher.group(2).split(";", -1)) {
                int colon = declaration.indexOf(':');
                if (colon > 0) {
                    declarations.put(
                            declaration.substring(0, colon).strip(),
                            declaration.substring(colon + 1).strip());
                }
            }
            for (String selector : matcher.group(1).split(",", -1)) {
                rules.add(new Rule(resource, selector.strip(), declarations));
            }
        }
        return rules;
    }

    /** A colour as it is written in a style sheet; empty for what is no single colour. */
    Optional<Color> color(String written) {
        return color(written, Map.of());
    }

    /** The same, where a rule defines names of its own. */
    Optional<Color> color(String written, Map<String, String> own) {
        String value = written.strip();
        if (value.startsWith("-")) {
            String behind = own.getOrDefault(value, named.getOrDefault(value, ""));
            return behind.isEmpty() || behind.equals(value) ? Optional.empty() : color(behind, own);
        }
        try {
            return Optional.of(Color.web(value));
        } catch (IllegalArgumentException noColor) {
            return Optional.empty();
        }
    }

    Color named(String name) {
        return color(name).orElseThrow(() -> new AssertionError(name + " is no colour"));
    }

    /** What is seen where a colour that lets light through lies on another. */
    static Color over(Color front, Color back) {
        double alpha = front.getOpacity();
        return Color.color(
                front.getRed() * alpha + back.getRed() * (1 - alpha),
                front.getGreen() * alpha + back.getGreen() * (1 - alpha),
                front.getBlue() * alpha + back.getBlue() * (1 - alpha));
    }

    /** WCAG 2.1, "contrast ratio": from 1 to 21. */
    static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** WCAG 2.1, "relative luminance". */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String read(String resource) {
        try (InputStream in = Palette.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("there is no " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
