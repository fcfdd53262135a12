package org.specimen.format;

import java.util.Locale;
import java.util.regex.Pattern;

/** Takes logins, tokens and signatures out of addresses in a text, so that none is printed, kept or written. */
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

    private Credentials() {}

    /** The text without them; a text that has none comes back as it is. */
    public static String without(String text) {
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
