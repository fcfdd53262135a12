package org.specimen.ui.layers;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of the picture. */
final class LayerTexts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(
            "org.specimen.ui.layers.layers",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private LayerTexts() {}

    static String get(String key, Object... values) {
        return PLACE.matcher(BUNDLE.getString(key))
                .replaceAll((MatchResult place) ->
                        Matcher.quoteReplacement(values[Integer.parseInt(place.group(1))].toString()));
    }

    static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }
}
