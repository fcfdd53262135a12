package org.specimen.app;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What this package and those below it tell a person. */
public final class AppTexts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.specimen.app.app", Locale.ROOT);

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private AppTexts() {}

    /**
     * A text.
     *
     * @param values take the places of <code>{0}</code>, <code>{1}</code> and so on; nothing in them is special
     * @throws java.util.MissingResourceException if there is no such key: a fault of the program
     */
    public static String get(String key, Object... values) {
        return PLACE.matcher(BUNDLE.getString(key))
                .replaceAll(
                        place -> Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(place.group(1))])));
    }
}
