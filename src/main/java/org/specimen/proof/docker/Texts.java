package org.specimen.proof.docker;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.specimen.proof.Trouble;

/** What is said about engines, images and containers. */
final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle(
            "org.specimen.proof.docker.texts",
            Locale.ROOT,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private Texts() {}

    /** The sentence, with each <code>{n}</code> replaced by the n-th value; nothing else in it is special. */
    static String get(String key, Object... values) {
        return PLACE.matcher(BUNDLE.getString(key))
                .replaceAll((MatchResult place) ->
                        Matcher.quoteReplacement(values[Integer.parseInt(place.group(1))].toString()));
    }

    static boolean has(String key) {
        return BUNDLE.containsKey(key);
    }

    /** What stands under {@code key} and under {@code key.do}. */
    static Trouble trouble(String key, Object... values) {
        return new Trouble(get(key, values), get(key + ".do", values));
    }
}
