package org.specimen.net;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Links on a page of a package index (PEP 503 and PEP 691) that lead on from where the page is. */
final class RelativeLinks {

    private static final Pattern LINK = Pattern.compile(
            "(\\bhref\\s*=\\s*[\"']|\"url\"\\s*:\\s*\")(?![a-zA-Z][a-zA-Z0-9+.-]*:)([^\"'<>\\s#][^\"'<>\\s]*)");

    private static final Pattern BASE = Pattern.compile("(?i)<base\\s");

    private RelativeLinks() {}

    /**
     * The page with links that say from where they lead (RFC 3986, "Reference Resolution"), for somebody who takes it to be
     * elsewhere. Whoever follows them takes the dots out. A page that names a base of its own stays as it is.
     */
    static String absolute(String page, URI from) {
        if (BASE.matcher(page).find()) {
            return page;
        }
        String path = Optional.ofNullable(from.getRawPath())
                .filter(some -> !some.isEmpty())
                .orElse("/");
        String folder = path.substring(0, path.lastIndexOf('/') + 1);
        return LINK.matcher(page).replaceAll(link -> {
            String to = link.group(2);
            String before;
            if (to.startsWith("//")) {
                before = from.getScheme() + ":";
            } else if (to.startsWith("/")) {
                before = WebAddress.origin(from);
            } else {
                before = WebAddress.origin(from) + (to.startsWith("?") ? path : folder);
            }
            return Matcher.quoteReplacement(link.group(1) + before + to);
        });
    }
}
