package org.specimen.advice;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of advice that are no rule's. */
final class AdviceTexts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.specimen.advice.advice", Locale.ROOT);

    private static final Pattern GAP = Pattern.compile("\\{([0-9])}");

    private AdviceTexts() {}

    /**
     * A sentence with its gaps <code>{0}</code>, <code>{1}</code> … filled. What fills one is not searched for gaps again.
     *
     * @throws java.util.MissingResourceException if there is no such key: a fault of the program
     */
    static String text(String key, Object... gaps) {
        String sentence = BUNDLE.getString(key);
        return gaps.length == 0
                ? sentence
                : GAP.matcher(sentence)
                        .replaceAll(
                                gap -> Matcher.quoteReplacement(String.valueOf(gaps[Integer.parseInt(gap.group(1))])));
    }
}
