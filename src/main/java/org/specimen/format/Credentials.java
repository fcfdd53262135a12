package org.specimen.format;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes secrets out of a text, so that none is printed, kept or written: logins, tokens and signatures in addresses,
 * what is given to an option, a variable or a header with the name of a secret, and keys that are known by their looks.
 */
public final class Credentials {

    /** RFC 3986, 3.2.1: user information stands between the scheme and the {@code @}. A mere {@code git@} is no secret. */
    private static final Pattern LOGIN =
            Pattern.compile("(?i)([a-z][a-z0-9+.-]{0,30}://)(?!git@)[^/?#@\\s'\"]{1,2000}@");

    /** Parameters of a query that are keys or signatures by their names. */
    private static final Pattern SECRET_PARAMETER = Pattern.compile(
            "(?i)([?&;#])[a-z0-9_.-]{0,60}(?:token|signature|sig|secret|password|passwd|pwd|credential|api_?key|auth)"
                    + "[a-z0-9_.-]{0,60}=[^&;#\\s'\"]{0,8000}");

    /** A channel or an index with its key in the path, as Anaconda's servers have it. */
    private static final Pattern TOKEN_IN_PATH = Pattern.compile("(?i)(://[^/\\s]{1,500})/t/[^/\\s]{4,500}");

    /** What stands in place of a secret outside addresses. */
    private static final String LEFT_OUT = "****";

    /** A word of a name that tells a secret; "key" alone is a key of a table more often. */
    private static final String SECRET_NAME = "(?:[a-z0-9]{1,40}[_.-]){0,6}"
            + "(?:token|secret|password|passwd|passphrase|credentials?|api[_-]?key|(?:access|secret|private|account)[_-]key)"
            + "(?:[_-](?:key|id|value))?";

    /** A value in quotes, or up to the next space. */
    private static final String VALUE = "(?:\"[^\"\\n]{1,8000}\"|'[^'\\n]{1,8000}'|[^\\s\"',;&#]{1,8000})";

    /** {@code --token=abc}, {@code HF_TOKEN="abc"}; in {@code token==1.0} a version follows. */
    private static final Pattern ASSIGNED =
            Pattern.compile("(?i)(?<![a-z0-9_.-])(-{0,2}" + SECRET_NAME + "\\s?=\\s?)(?!=)" + VALUE);

    /** {@code --token abc}: the option's value stands behind a space. */
    private static final Pattern OPTION =
            Pattern.compile("(?i)(?<![a-z0-9_.-])(--" + SECRET_NAME + "[ \\t]{1,10})(?!-)" + VALUE);

    /** {@code password: abc1}, {@code "api_key": "abc1"}; prose behind such a word has no digits in it. */
    private static final Pattern ENTRY = Pattern.compile(
            "(?i)(?<![a-z0-9_.-])(" + SECRET_NAME + "[\"']?\\s{0,5}:\\s{0,5})(?=[\"']?[^\\s\"']{0,200}[0-9])" + VALUE);

    /** RFC 9110, 11.6.2, and headers that services made up. */
    private static final Pattern HEADER =
            Pattern.compile("(?i)(\\b(?:proxy-)?authorization[\"']?\\s{0,5}[:=]\\s{0,5}[\"']?"
                    + "(?:(?:bearer|basic|digest|token)\\s{1,5})?)[^\\s\"',;]{1,8000}");

    private static final Pattern BEARER =
            Pattern.compile("(?i)\\b((?:bearer|basic)\\s{1,5})(?=[a-z._~+/-]{0,200}[0-9])[a-z0-9._~+/-]{12,8000}=*");

    private Credentials() {}

    /** The text without them; a text that has none comes back as it is. */
    public static String without(String text) {
        return withoutKeys(withoutLogins(text));
    }

    private static String withoutKeys(String text) {
        String clean = text;
        for (Pattern named : List.of(HEADER, BEARER, ASSIGNED, OPTION, ENTRY)) {
            clean = named.matcher(clean).replaceAll("$1" + LEFT_OUT);
        }
        return KeyShapes.replace(clean, LEFT_OUT);
    }

    private static String withoutLogins(String text) {
        if (!text.contains("://") && !text.contains("=")) {
            return text;
        }
        String clean = LOGIN.matcher(text).replaceAll(login -> {
            boolean ssh = login.group(1).toLowerCase(Locale.ROOT).contains("ssh");
            return ssh ? login.group(1) + "git@" : login.group(1);
        });
        clean = TOKEN_IN_PATH.matcher(clean).replaceAll("$1");
        // Once more for each that stood beside another, since they share the sign between them.
        return SECRET_PARAMETER
                .matcher(SECRET_PARAMETER.matcher(clean).replaceAll("$1"))
                .replaceAll("$1");
    }
}
